"""Files that nobody has looked at: whatever they hold, the checks answer with problems, never with a traceback."""

from __future__ import annotations

import copy
import json
import random
import time
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.errors import UsageError
from communique.graph.mapping.articles import map_articles
from communique.loaders.article_reader import ReadArticle, read_article
from communique.loaders.articles import read_articles
from communique.schemas.marked_yaml import MAX_BYTES, MAX_DEPTH
from communique.schemas.records import Article
from communique.schemas.vocabulary import Vocabulary, read_vocabulary
from tests.conftest import CORPUS, SEED

HEAD = b"article: a\nheadline: H\npublisher: japan-news\npublished: 2020-12-25\n"
BYTES = {
    "not UTF-8 text: byte 9 (save the file as UTF-8)": b"article: \xff\xfe",
    "not YAML: unacceptable character #x0000": b"article: \x00",
    "2,000,001 bytes are over the limit of 2,000,000 (one file an article)": b"#" * (MAX_BYTES + 1),
    "nested more than 60 deep (claims hardly go beyond five)": b"article: " + b"[" * (MAX_DEPTH + 2),
    "an anchor (&a) (anchors are not used: quote a text with &)": b"a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]",
}


@pytest.mark.parametrize("expected", BYTES)
def test_bytes_that_are_refused(expected: str, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(BYTES[expected])
    _, problems = read_articles([path])
    first = str(problems[0]).partition(": ")[2]
    assert len(problems) == 1 and first.startswith(expected)


def test_deep_nesting_in_blocks_is_refused_and_does_not_exhaust_the_stack(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("\n".join(" " * n + "a:" for n in range(1500)), "utf-8")
    _, problems = read_articles([path])
    assert [p.what for p in problems] == [f"nested more than {MAX_DEPTH} deep"]


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", b"%YAML 1.1\n---\n", b"# remark\r\n"])
def test_byte_order_mark_directive_and_line_ends_of_windows_are_read(start: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    body = HEAD + b"P1:\n  - speech: s1\n    by: Putin\n"
    path.write_bytes(start + (body.replace(b"\n", b"\r\n") if b"\r" in start else body))
    articles, problems = read_articles([path])
    assert problems == [] and articles[0].article.id == "a"


def test_paths_that_are_no_articles_are_misuse(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone.yaml"):
        with pytest.raises(UsageError):
            read_articles([path])
    (tmp_path / "a.yaml").write_bytes(HEAD)
    with pytest.raises(UsageError):
        read_articles([tmp_path / "a.yaml"], tmp_path / "no-text.txt")


@pytest.mark.slow
def test_long_chains_of_acts_and_claims_map_to_a_graph(tmp_path: Path) -> None:
    chain = "".join(f"  - speech: s{n}\n    by: Putin\n    during: s{n - 1}\n" for n in range(1, 1500))
    nested = "".join(
        f"  - see: s{n}\n    claims:\n      - say: t{n}\n        by: Putin\n"
        f"  - see: t{n}\n    claims: [see: s{n + 1}]\n"
        for n in range(1, 600)
    )
    read = read_text(
        HEAD + b"P1:\n  - speech: s0\n    by: Putin\n    date: 2020-12-17\n" + (chain + nested).encode(), tmp_path
    )
    assert read.problems.found == []
    rows = map_articles([read.article], read.vocabulary)
    assert str(rows.nodes["Act", "s1499"].properties["earliest"]) == "2020-12-17"


@pytest.mark.slow
def test_a_large_file_of_unknown_names_is_checked_in_seconds(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    facts = "".join(f"  - speech: s{n}\n    by: Unknown {n}\n    abuot: x\n" for n in range(20_000))
    path.write_bytes(HEAD + b"P1:\n" + facts.encode())
    began = time.perf_counter()
    _, problems = read_articles([path])
    assert len(problems) == 40_000 and time.perf_counter() - began < 60


@pytest.mark.slow
def test_a_file_as_large_as_allowed_is_checked_in_seconds(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    fact = "  - speech: s{}\n    by: Putin\n    during: s{}\n    aircraft: 6 bombers\n"
    facts = "".join(fact.format(n, n - 1) for n in range(1, 20_000))
    path.write_bytes(HEAD + b"P1:\n  - speech: s0\n    by: Putin\n" + facts.encode())
    began = time.perf_counter()
    _, problems = read_articles([path])
    assert problems == [] and time.perf_counter() - began < 60


@cache
def vocabulary() -> Vocabulary:
    """Return the shipped vocabulary, read once."""
    return read_vocabulary()


@cache
def seeds() -> list[str]:
    """Return the texts of the corpus, the first article first."""
    paths = [SEED, *sorted(set(CORPUS.glob("*.yaml")) - {SEED})]
    return [path.read_text("utf-8") for path in paths[:4]]


def read_text(text: str | bytes, folder: Path) -> ReadArticle:
    """Check a text as an article; what has no problem must also map to a graph and survive being stored."""
    path = folder / "fuzz.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    read = read_article(path, vocabulary(), [])
    assert all(problem.line >= 1 and problem.column >= 1 and problem.what for problem in read.problems.found)
    if not read.problems.found:
        stored = Article.from_json(json.loads(json.dumps(read.article.to_json())))
        assert stored == read.article
        map_articles([stored], read.vocabulary)
    return read


PIECES = [
    *["- ", ": ", "\n", "\t", "  ", "[", "]", "{", "}", "&a ", "*a", "!!x ", "'", '"', "|", "#", "---\n", "%", "\\"],
    *["see: ", "claims:\n", "null", "~", "2020-02-30", "../..", "0", "-1", "é", "\u2028", "\ufeff", "\x85", "P9:"],
    *["1e999", "9" * 400, "\ud800", "٣", "²", "by: ", "date: ", "aircraft: ", "9999-12-31", "0001-01-01"],
]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_text_that_is_spoilt_anywhere_gives_problems_only(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    text = chance.choice(seeds())
    for _ in range(chance.choice([1, 1, 1, 2, 6])):
        at = chance.randrange(len(text))
        cut = chance.choice([0, 0, 1, 3, 30])
        text = text[:at] + chance.choice(PIECES) + text[at + cut :]
    read_text(text, tmp_path)


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_values_that_are_put_in_each_others_places_give_problems_only(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    document = yaml.load(chance.choice(seeds()), Loader=yaml.BaseLoader)
    for _ in range(chance.choice([1, 1, 1, 2, 6])):
        _spoil(document, chance)
    read_text(yaml.dump(document, allow_unicode=True, sort_keys=False, Dumper=_Plain), tmp_path)


ATOMS: list[Any] = ["", "true", "42", "1e999", "Putin", "9" * 400, "0001", "9999-12/..", "double", "99th", [], {}, [[]]]


def _spoil(document: Any, chance: random.Random) -> None:
    """Replace, drop, or double one value somewhere in a document, in place."""
    places = list(_places(document))
    holder, key = chance.choice(places)
    other, name = chance.choice(places)
    match chance.randrange(4):
        case 0:
            holder[key] = copy.deepcopy(chance.choice(ATOMS))
        case 1:
            holder[key] = copy.deepcopy(other[name])
        case 2 if isinstance(holder, dict) and isinstance(other, dict):
            holder[name] = copy.deepcopy(other[name])
        case _:
            del holder[key]


def _places(value: Any) -> Any:
    for key in list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else []:
        yield value, key
        yield from _places(value[key])


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda s: s.encode("utf-8", "replace"))))
def test_any_bytes_give_problems_only(data: bytes, tmp_path: Path) -> None:
    read_text(data, tmp_path)
    read_text(HEAD + b"P1:\n" + data, tmp_path)
