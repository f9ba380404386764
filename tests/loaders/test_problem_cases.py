"""Small articles and the exact problem lines that `kg check` gives for them: ``cases/*.txt``, one case after another.

A case is ``=== name``, files as ``--- file``, maybe ``--- text`` (the article's own text, as for --text), and the
lines expected after ``--- problems``. The line HEAD stands for four lines of metadata with the file's name as id.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from communique.loaders.articles import read_articles

CASES = Path(__file__).parent / "cases"
HEAD = "article: {}\nheadline: H\npublisher: japan-news\npublished: 2020-12-25"


class Case(NamedTuple):
    """A named case: its files by name, and the problem lines expected."""

    name: str
    files: dict[str, str]
    problems: list[str]


def read_cases() -> Iterator[Case]:
    """Yield the cases of every file."""
    for path in sorted(CASES.glob("*.txt")):
        for block in re.split(r"^=== ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            title, _, body = block.partition("\n")
            parts = re.split(r"^--- (.+)\n", body, flags=re.MULTILINE)
            files = dict(zip(parts[1::2], parts[2::2], strict=True))
            problems = [line for line in files.pop("problems").splitlines() if line]
            yield Case(f"{path.stem}: {title}", files, problems)


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in read_cases()])
def test_a_case_gives_exactly_its_problems(case: Case, tmp_path: Path) -> None:
    assert found_problems(case, tmp_path) == case.problems


def found_problems(case: Case, folder: Path) -> list[str]:
    """Return the problem lines of a case, without the folder's name."""
    for name, text in case.files.items():
        filled = re.sub(r"^HEAD$", HEAD.format(Path(name).stem), text, flags=re.MULTILINE)
        (folder / name).write_text(filled, "utf-8")
    articles = sorted(p for p in folder.glob("*.yaml") if p.name != "vocabulary.yaml")
    _, problems = read_articles(articles, folder / "text" if "text" in case.files else None)
    return [str(problem).replace(f"{folder}/", "") for problem in problems]


def test_there_are_cases_of_each_sort() -> None:
    cases = list(read_cases())
    assert len(cases) >= 50 and len({case.name for case in cases}) == len(cases)
    assert {case.name.split(":")[0] for case in cases} == {"dates", "keys", "references", "text", "yaml"}
    assert any(not case.problems for case in cases) and sum(len(case.problems) for case in cases) >= 100
