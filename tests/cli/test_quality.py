"""kg check --report and --agreement over small articles: the lines printed, and figures worked out by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from communique.cli import main
from communique.loaders.articles import load_articles
from communique.loaders.quality_report import quality
from tests.conftest import CORPUS, SEED

HEAD = "article: {}\nheadline: H\npublisher: japan-news\npublished: 2020-12-25\n"
ONE = """\
P1:
  - criticize: china-criticizes-us
    by: China
    toward: USA
    about: multilateralism
    date: 2020-12-22
    phrase: utterly wrong
    summary: China criticized the United States
    not_same_as: two/russia-criticizes-us
P3:
  - say: wang-speaks
    by: Wang Yi
    summary: Wang Yi spoke
    claims:
      - meet: two-meet
        by: [Russia, Japan]
        summary: Russia and Japan met
        unsure: [two/japan-meets-russia, elsewhere/some-meeting]
      - praise: russia-praises-japan
        by: Russia
        toward: Japan
        mark: inferred
        summary: Russia praised Japan
  - deny: wang-denies
    by: Wang Yi
    toward: China
    summary: Wang Yi denied a war
empty: {P4: an advertisement}
"""
TWO = """\
P1:
  - criticize: china-criticizes-us
    same: true
    by: China
    toward: USA
  - criticize: russia-criticizes-us
    by: Russia
    toward: USA
    summary: Russia criticized the United States
    unsure: one/china-criticizes-us
  - meet: japan-meets-russia
    by: [Japan, Russia]
    summary: Japan met Russia
    unsure: one/two-meet
    duration: two hours
"""


def write(name: str, body: str) -> Path:
    path = Path(f"{name}.yaml")
    path.parent.mkdir(exist_ok=True)
    path.write_text(HEAD.format(path.stem) + body, "utf-8")
    return path


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def kg(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Run `kg`; return its exit code and what it printed."""
    code = 0
    try:
        main(list(arguments))
    except SystemExit as leaving:
        code = int(leaving.code or 0)
    captured = capsys.readouterr()
    assert "Traceback" not in captured.out + captured.err
    return code, captured.out, captured.err


def agree(capsys: pytest.CaptureFixture[str], first: str, second: str) -> dict[str, object]:
    """Return the agreement of two texts as JSON."""
    write("first", first), write("second", second)
    code, out, _ = kg(capsys, "check", "--agreement", "first.yaml", "second.yaml", "--json")
    assert code == 0
    found: dict[str, object] = json.loads(out)
    return found


def shares(found: dict[str, object]) -> dict[str, tuple[int, int]]:
    same = found["same"]
    assert isinstance(same, dict)
    return {part: (s["same"], s["of"]) for part, s in same.items() if s["of"]}


REPORT = """\
article  paragraphs  facts  statements  events  details
one      4           5      4           1       0
two      1           4      2           1       1
all      5           9      6           2       1

article  no fact  unsure  inferred  one voice  one article  no date  no quote
one      1        2       1         1          3            4        4
two      0        0       0         0          2            2        4
all      1        2       1         1          5            6        8

no fact (1): paragraphs with neither facts nor a reason under `empty:`
  one P2

unsure (2): acts that may be the same, which nobody has settled
  one P3  two-meet: Russia and Japan met
    may be two/japan-meets-russia: Japan met Russia
  one P3  two-meet: Russia and Japan met
    may be elsewhere/some-meeting: not in the files read

inferred (1): facts that the writers read into the events
  one P3  russia-praises-japan: Russia praised Japan

one voice (1): attributed facts that rest on one voice
  one P3  two-meet: Russia and Japan met  (Wang Yi)
"""


def test_the_report_counts_each_article_and_lists_what_it_found(capsys: pytest.CaptureFixture[str]) -> None:
    write("one", ONE), write("two", TWO)
    code, out, err = kg(capsys, "check", "--report", "one.yaml", "two.yaml")
    assert (code, err) == (0, "")
    assert out.startswith(REPORT)
    assert "no quote (8)" in out and "  3 more (--all)" in out
    assert "topics used once (1)\n  multilateralism  one\n" in out
    assert "actors used once" not in out  # all actors here are used more than once
    everything = kg(capsys, "check", "--report", "one.yaml", "two.yaml", "--all")[1]
    assert "more (--all)" not in everything and "two P1  two/japan-meets-russia.duration: two hours" in everything


def test_the_report_as_json_names_every_fact_and_the_kinds_never_used(capsys: pytest.CaptureFixture[str]) -> None:
    write("one", ONE), write("two", TWO)
    found = json.loads(kg(capsys, "check", "--report", "one.yaml", "two.yaml", "--json")[1])
    assert [a["facts"] for a in found["articles"]] == [5, 4] and found["total"]["facts"] == 9
    assert {f["fact"] for f in found["found"]["one_article"]} == {
        *("wang-speaks", "two-meet", "wang-denies", "russia-criticizes-us", "japan-meets-russia")
    }
    never = found["kinds"]["never_used"]
    assert "praise" not in never and "visit" in never and len(never) == found["kinds"]["known"] - 5


def test_acts_called_the_same_are_given_by_both_articles(capsys: pytest.CaptureFixture[str]) -> None:
    write("one", ONE), write("two", TWO.replace("unsure: one/two-meet", "same_as: one/two-meet"))
    found = json.loads(kg(capsys, "check", "--report", ".", "--json")[1])["found"]
    assert [f["other"] for f in found["unsure"]] == ["elsewhere/some-meeting"]
    assert {f["fact"] for f in found["one_article"]} == {"wang-speaks", "wang-denies", "russia-criticizes-us"}
    assert [f["fact"] for f in found["one_voice"]] == ["two-meet"]


def test_a_text_tells_the_paragraphs_that_numbering_cannot(capsys: pytest.CaptureFixture[str]) -> None:
    write("one", ONE)
    paragraphs = ["P1. It is utterly wrong.", "P2. b", "P3. c", "P4. d", "P5. e"]
    Path("text").write_text("\n\n".join(paragraphs), "utf-8")
    code, out, err = kg(capsys, "check", "--report", "one.yaml", "--text", "text")
    assert code == 1 and "P5 of text has no fact" in err
    assert "no fact (2)" in out and "  one P2\n  one P5\n" in out


@pytest.mark.parametrize("faulty", ["empty: {P4: x, foo: bar}\n", "P99999999: [{visit: v, by: China}]\n", "P1: [no]\n"])
def test_a_report_on_a_faulty_file_ends(faulty: str, capsys: pytest.CaptureFixture[str]) -> None:
    write("one", faulty)
    code, out, _ = kg(capsys, "check", "--report", "one.yaml")
    assert code == ("P9" not in faulty) and out.startswith("article")


def test_one_voice_is_that_of_every_report(tmp_path: Path) -> None:
    never_said = (
        "  - say:\n    by: Lavrov\n    is: denied\n    claims: [{visit: denied-words, by: Lavrov, toward: Japan}]\n"
    )
    files = [SEED, *CORPUS.glob("2020-12-2[24]*.yaml"), write("one", f"P1:\n{never_said}{ONE[4:]}"), write("two", TWO)]
    ours = {f.fact for f in quality(load_articles(files)).found("one voice")}
    assert len(ours) > 50 and "two-meet" in ours and "denied-words" not in ours


@pytest.mark.slow
def test_an_annotation_agrees_with_itself(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = kg(capsys, "check", "--agreement", str(CORPUS), str(CORPUS), "--json")
    assert code == 0
    found = json.loads(out)
    assert len(found["articles"]) == 25
    for one in [*found["articles"], found["total"]]:
        assert one["f1"] == 1.0 and one["both"] == one["first"] == one["second"]
        assert {part["share"] for part in one["same"].values()} <= {1.0, None}


BASE = """\
P1:
  - criticize: a
    by: China
    toward: USA
    date: 2020-12-22
    summary: China criticized the United States
  - say: b
    by: Wang Yi
    summary: Wang Yi said that Russia flew
    claims:
      - fly: c
        by: Russia
        about: a
        aircraft: 6 bombers
P2:
  - visit: d
    by: Lavrov
    toward: China
    about: c
"""


def renamed(text: str) -> str:
    """Return a text in which every id is one that means another fact in BASE."""
    for old, new in ("ab", "bc", "cd", "da"):
        text = text.replace(f": {old}\n", f": <{new}>\n")
    return text.replace("<", "").replace(">", "")


def test_ids_do_not_matter_even_where_facts_refer_to_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    found = agree(capsys, BASE, renamed(BASE))
    assert (found["first"], found["both"], found["f1"]) == (5, 5, 1.0)
    assert shares(found) == {
        **{"kind": (4, 4), "by": (4, 4), "toward": (2, 2), "about": (2, 2), "date": (1, 1)},
        **{"factuality": (5, 5), "mark": (5, 5), "figure": (1, 1)},
    }


def test_a_detail_is_the_same_where_it_is_of_the_same_act(capsys: pytest.CaptureFixture[str]) -> None:
    found = agree(capsys, BASE, renamed(BASE).replace("6 bombers", "7 bombers"))
    assert found["f1"] == 1.0 and shares(found)["figure"] == (0, 1)
    elsewhere = BASE.replace("        aircraft: 6 bombers\n", "")
    moved = elsewhere.replace("    date: 2020-12-22\n", "    date: 2020-12-22\n    aircraft: 7 bombers\n")
    assert agree(capsys, BASE, moved)["f1"] == 0.8


def test_facts_that_only_their_order_tells_apart_are_matched_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    twins = "P1:\n  - visit: v\n    by: China\n    toward: Japan\n  - visit: w\n    by: Russia\n    toward: Japan\n"
    twins += "".join(f"  - say: s{n}\n    by: Lavrov\n    about: {'vw'[n % 2]}\n" for n in range(6))
    assert shares(agree(capsys, twins, twins))["about"] == (6, 6)


def test_one_fact_of_another_kind_is_in_neither(capsys: pytest.CaptureFixture[str]) -> None:
    found = agree(capsys, BASE, BASE.replace("visit: d", "sanction: d"))
    assert found["f1"] == 0.8  # 4 of 5 on either side: 2 * 4 / (5 + 5)
    only = [(f["kind"], f["paragraphs"], f["line"]) for side in ("only_first", "only_second") for f in found[side]]  # type: ignore[attr-defined]
    assert only == [("visit", ["P2"], 20), ("sanction", ["P2"], 20)]
    assert shares(found)["kind"] == (3, 3) and shares(found)["about"] == (1, 1)


@pytest.mark.parametrize(
    ("old", "new", "part", "expected"),
    [
        ("criticize: a", "complain: a", "kind", (3, 4)),
        ("by: Wang Yi", "by: [Wang Yi, Lavrov]", "by", (3, 4)),
        ("by: Russia", "by: Russian Defense Ministry", "by", (3, 4)),
        ("by: Russia", "by: unstated", "by", (3, 4)),
        ("summary: Wang", "to: USA\n    summary: Wang", "to", (0, 1)),
        ("about: c", "about: b", "about", (1, 2)),
        ("date: 2020-12-22", "date: 2020-12", "date", (0, 1)),
        ("about: c", "date: 2020-12-22", "date", (1, 2)),
        ("toward: USA", "toward: USA\n    is: possible", "factuality", (4, 5)),
        ("about: c", "about: c\n    mark: inferred", "mark", (4, 5)),
        ("6 bombers", "at least 6 bombers", "figure", (0, 1)),
    ],
)
def test_a_fact_changed_in_one_respect_is_still_the_same_fact(
    old: str, new: str, part: str, expected: tuple[int, int], capsys: pytest.CaptureFixture[str]
) -> None:
    found = agree(capsys, BASE, BASE.replace(old, new, 1))
    assert found["f1"] == 1.0
    assert shares(found)[part] == expected


def test_facts_of_other_doers_or_paragraphs_are_other_facts(capsys: pytest.CaptureFixture[str]) -> None:
    assert agree(capsys, BASE, BASE.replace("by: China", "by: Japan"))["f1"] == 0.8
    assert agree(capsys, BASE, BASE.replace("P2:", "P3:"))["f1"] == 0.8


def test_of_several_that_would_do_the_whole_is_matched_best(capsys: pytest.CaptureFixture[str]) -> None:
    def said(*summaries: str) -> str:
        return "P1:\n" + "".join(f"  - say:\n    by: China\n    summary: {s}\n" for s in summaries)

    found = agree(capsys, said("Peace is near", "Trade grows"), said("Trade grows fast", "War is far", "Peace is near"))
    assert (found["first"], found["second"], found["both"], found["f1"]) == (2, 3, 2, 0.8)
    assert [f["text"] for f in found["only_second"]] == ["War is far"]  # type: ignore[attr-defined]


def test_folders_are_compared_article_by_article(capsys: pytest.CaptureFixture[str]) -> None:
    alone = "P1: [{visit: e, by: China, toward: Japan}]\n"
    write("a/x", BASE), write("a/y", alone), write("b/x", BASE), write("b/z", alone)
    code, out, err = kg(capsys, "check", "--agreement", "a", "b")
    assert code == 0 and out.splitlines()[1].split()[:5] == ["x", "5", "5", "5", "1.00"]
    assert "a/y.yaml: the other folder has no article y" in err and "b/z.yaml" in err


def test_the_lists_of_a_pair_give_the_place(capsys: pytest.CaptureFixture[str]) -> None:
    write("a", BASE), write("b", BASE.replace("visit: d", "sanction: d"))
    out = kg(capsys, "check", "--agreement", "a.yaml", "b.yaml")[1]
    assert "only in a.yaml (1)\n  a.yaml:20 P2  visit: c, china, lavrov\n" in out
    assert "only in b.yaml (1)\n  b.yaml:20 P2  sanction: " in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--agreement", "one.yaml"], "--agreement compares two files, or two folders"),
        (["--agreement", "one.yaml", "."], "--agreement compares two files, or two folders"),
        (["--agreement", "--report", "one.yaml", "one.yaml"], "--agreement does not go with --report"),
        (["one.yaml", "--json"], "--json goes with --report or --agreement"),
        (["one.yaml", "--all"], "--all goes with --report or --agreement"),
    ],
)
def test_misuse_is_told(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    write("one", ONE)
    code, _, err = kg(capsys, "check", *arguments)
    assert code == 2 and message in err


def test_faults_of_either_annotation_are_told_instead(capsys: pytest.CaptureFixture[str]) -> None:
    write("a", BASE), write("b", BASE.replace("visit", "visitt"))
    code, out, err = kg(capsys, "check", "--agreement", "a.yaml", "b.yaml")
    assert code == 1 and out == "" and "b.yaml:20:5: unknown act kind 'visitt'" in err
