"""Coded events beside acts of articles: proposed with reasons, joined by what a person writes, and by nothing else."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from communique.cli import main
from communique.graph.store import open_store

ARTICLE = """\
article: talks
headline: Talks
publisher: reuters
published: 2014-05-22
P1:
  - phone-call: call
    by: {Wang Yi: fm-china, Lavrov: fm-russia}
    date: 2014-05-20
    summary: The ministers telephoned
  - criticize: rebuke
    by: Japan
    toward: China
    date: 2014-05-21
    summary: Japan criticized China
  - visit: trip
    by: Iran
    toward: Iraq
    date: 2014-05
    summary: Iran visited Iraq
  - visit: journey
    by: France
    toward: Germany
    date: 2014-05-20
    summary: France visited Germany
  - criticize: denied-rebuke
    by: Russia
    toward: France
    date: 2014-05-21
    is: denied
    summary: Russia criticized France
"""
EVENTS = [
    "Russia\tConsult\tForeign Affairs (China)\t2014-05-20",  # the call, told by the other side, through a ministry
    "China\tThreaten\tRussia\t2014-05-20",  # another family of kinds
    "China\tCriticize or denounce\tJapan\t2014-05-21",  # the other way round, which criticism is not
    "Japan\tAccuse\tChina\t2014-05-22",  # a day later
    "Japan\tAccuse\tChina\t2014-05-24",  # three days later
    "Iran\tMake a visit\tIraq\t2014-05-20",  # the article knows the month only
    "Germany\tHost a visit\tFrance\t2014-05-20",  # the journey, told by the host
    "Russia\tCriticize or denounce\tFrance\t2014-05-21",  # what the article denies
]


def kg(arguments: list[str]) -> None:
    """Run a command that must go well."""
    with pytest.raises(SystemExit) as leaving:
        main(arguments)
    assert leaving.value.code in (0, None)


@pytest.fixture
def folder(tmp_path: Path, store_address: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an article and a file of events, both in the graph."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(os.environ, "KG_STORE", store_address)
    Path("talks.yaml").write_text(ARTICLE, "utf-8")
    Path("events.tsv").write_text("\n".join(EVENTS) + "\n", "utf-8")
    kg(["load", "talks.yaml"])
    kg(["import", "icews", "events.tsv"])
    return tmp_path


def proposed(capsys: pytest.CaptureFixture[str], *options: str) -> list[tuple[str, int, str]]:
    """Act, row of the event, and reasons of each proposal."""
    capsys.readouterr()
    kg(["link", "--json", *options])
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return [(row["act"], row["row"], "; ".join(row["reasons"])) for row in rows]


def test_parties_family_of_kinds_and_days_must_agree(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call = ("call", 1, "pair: Russia and China; kind: phone-call and consult (CAMEO 04, Consult); days: the same")
    trip = ("journey", 7, "pair: France and Germany; kind: visit and host (CAMEO 04, Consult); days: the same")
    late = ("rebuke", 4, "pair: Japan and China; kind: criticize and accuse (CAMEO 11, Disapprove); days: 1 apart")
    assert proposed(capsys) == [call, trip, late]
    assert proposed(capsys, "--days", "0") == [call, trip]
    assert [(act, row) for act, row, _ in proposed(capsys, "rebuke", "--days", "3")] == [("rebuke", 4), ("rebuke", 5)]


def test_what_a_person_pastes_joins_or_silences_and_nothing_else_does(
    folder: Path, store_address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    kg(["link"])
    said = capsys.readouterr()
    assert links(store_address) == [], "a proposal joins nothing"
    assert "talks.yaml, P1" in said.out and "paste one of the two lines" in said.err
    same, other = paste(said.out, "call", "same_as"), paste(said.out, "rebuke", "not_same_as")
    kg(["check", "talks.yaml"])
    kg(["load", "talks.yaml"])
    assert links(store_address) == [("call", "SAME_AS", same), ("rebuke", "NOT_SAME_AS", other)]
    assert [act for act, _, _ in proposed(capsys)] == ["journey"]
    capsys.readouterr()
    kg(["load", "talks.yaml"])
    kg(["query", "same-acts", "--act", "call"])
    shown = capsys.readouterr().out
    assert "0 changed" in shown and "Russia consulted with Foreign Affairs (China)" in shown
    Path("talks.yaml").write_text(ARTICLE, "utf-8")
    kg(["load", "talks.yaml"])
    assert links(store_address) == [], "the line deleted, nothing is left of it"
    assert len(proposed(capsys)) == 3


def test_a_link_waits_for_the_events_and_is_drawn_with_the_next_load(
    tmp_path: Path, store_address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(os.environ, "KG_STORE", store_address)
    Path("events.tsv").write_text(EVENTS[0] + "\n", "utf-8")
    kg(["import", "icews", "events.tsv", "--store", str(tmp_path / "elsewhere")])
    with open_store(str(tmp_path / "elsewhere")) as store:
        event = store.read("MATCH (a:Act) RETURN a.id AS id").rows[0]["id"]
    text = ARTICLE.replace("  - phone-call: call\n", f"  - phone-call: call\n    same_as: icews/{event}\n")
    Path("talks.yaml").write_text(text, "utf-8")
    kg(["load", "talks.yaml"])
    assert links(store_address) == []
    kg(["import", "icews", "events.tsv"])
    kg(["load", "talks.yaml"])
    assert links(store_address) == [("call", "SAME_AS", event)]


def paste(said: str, act: str, key: str) -> str:
    """Put the line that is offered for an act into the article, as a person would; return the event's id."""
    block = re.split(r"^(?=\S)", said[said.index(f"{act}  ") :], maxsplit=1, flags=re.MULTILINE)[-1]
    line = next(line.strip() for line in block.splitlines() if line.strip().startswith(f"{key}:"))
    text = Path("talks.yaml").read_text("utf-8")
    Path("talks.yaml").write_text(re.sub(rf"(?m)^(  - \S+: {act}\n)", rf"\g<1>    {line}\n", text), "utf-8")
    return line.rpartition("/")[2]


def links(address: str) -> list[tuple[str, str, str]]:
    """What the graph says of acts that are one or not."""
    with open_store(address) as store:
        rows = store.read(
            "MATCH (a:Act)-[r:SAME_AS|NOT_SAME_AS]->(b:Act) RETURN a.id AS a, type(r) AS kind, b.id AS b ORDER BY a"
        ).rows
    return [(row["a"], row["kind"], row["b"]) for row in rows]
