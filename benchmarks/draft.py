"""Measures `kg draft` against the articles that a person annotated: what it finds, and how much is right.

Run: python benchmarks/draft.py [--rows] [--shifted]

An article of corpus/ is paired with its digest by `url`; the one without is the seed. An act counts once a paragraph,
whether it is introduced there or referred back to; details do not count. A proposal is *same* where it stands in the
paragraph of an act with its kind (or one of `also`), *near* where one kind is an ancestor of the other; each act
and each proposal is matched once. `by` and `date`: of the matched acts for which the person gives one, those where the
draft gives the same. The first half was worked with; of the second only totals were seen, though several times.
`--shifted` compares each paragraph with the draft of the one before: what agrees by chance.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from communique.loaders.article_reader import ReadArticle, read_article
from communique.loaders.articles import read_articles
from communique.loaders.drafting import Given, build_lexicon, draft_article
from communique.loaders.drafting.lexicon import Lexicon
from communique.schemas.vocabulary import Vocabulary, read_vocabulary
from communique.settings import shared_folder

CORPUS = Path(__file__).parents[1] / "corpus"
WORKED_WITH = "00 01 03 05 07 08 12 14 16 22 26 31".split()
COLUMNS = ("acts", "proposed", "same", "near", "by", "by_right", "dates", "dates_right")


@dataclass(frozen=True)
class Reported:
    """An act as one paragraph gives it."""

    paragraph: str
    kinds: tuple[str, ...]
    by: frozenset[str]
    date: str


def main() -> None:
    """Print a row an article, and the totals of both halves."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", action="store_true", help="a row an article of the second half too")
    parser.add_argument("--shifted", action="store_true", help="compare with the paragraph before: what chance gives")
    arguments = parser.parse_args()
    vocabulary = read_vocabulary()
    lexicon = build_lexicon(vocabulary)
    totals = {True: Counter[str](), False: Counter[str]()}
    print(_row("article", {c: c for c in COLUMNS}, "found", "right"))
    for digest, article in pairs():
        counts = measure(digest, article, lexicon, shifted=arguments.shifted)
        half = digest.name[:2] in WORKED_WITH
        totals[half].update(counts)
        if half or arguments.rows:
            print(_shares(digest.stem[:34], counts))
    print(_shares("worked with", totals[True]))
    print(_shares("not looked at", totals[False]))
    print(_shares("all", totals[True] + totals[False]))


def pairs() -> list[tuple[Path, ReadArticle]]:
    """Return each digest with its annotated article."""
    articles, _ = read_articles([CORPUS])
    by_url = {read.article.url: read for read in articles}
    found = []
    for path in sorted((shared_folder() / "articles").glob("[0-9]*")):
        url = re.search(r'^url: "?(.*?)"?$', path.read_text("utf-8"), re.MULTILINE)
        found.append((path, by_url[url[1] if url else ""]))
    return found


def measure(digest: Path, article: ReadArticle, lexicon: Lexicon, *, shifted: bool = False) -> Counter[str]:
    """Return the counts of one pair."""
    person, draft = acts(article), acts(drafted(digest, article, lexicon))
    if shifted:
        names = sorted({a.paragraph for a in (*person, *draft)}, key=lambda name: int(name[1:]))
        after = dict(zip(names, names[1:] + names[:1], strict=True))
        draft = [replace(a, paragraph=after[a.paragraph]) for a in draft]
    matched = match(person, draft, lexicon.vocabulary)
    counts = Counter(acts=len(person), proposed=len(draft))
    for given, proposed, same in matched:
        counts["same" if same else "near"] += 1
        counts["by"] += bool(given.by)
        counts["by_right"] += bool(given.by) and given.by == proposed.by
        counts["dates"] += bool(given.date)
        counts["dates_right"] += bool(given.date) and given.date == proposed.date
    return counts


def drafted(digest: Path, article: ReadArticle, lexicon: Lexicon) -> ReadArticle:
    """Return the draft of a digest, as the checks read it."""
    about = article.article
    plain = Given(about.publisher, about.published, about.id) if digest.suffix == ".txt" else None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "draft.yaml"
        path.write_text(draft_article(digest.read_text("utf-8"), lexicon, plain), "utf-8")
        read = read_article(path, lexicon.vocabulary, [])
    if read.problems.found:
        raise SystemExit(f"{digest.name}: {read.problems.found[0]}")
    return read


def acts(read: ReadArticle) -> list[Reported]:
    """Return the acts of an article, each once a paragraph."""
    by_id = {act.id: act for act in read.article.acts}
    found: dict[tuple[str, str], Reported] = {}
    for report in read.article.reports:
        if report.detail:
            continue
        act = by_id[report.fact]
        known = found.get((report.paragraph, act.id))
        date = (known.date if known else "") or report.date
        by = frozenset(role.target for role in act.roles if role.role == "by")
        found[report.paragraph, act.id] = Reported(report.paragraph, (report.kind or act.kind, *act.also), by, date)
    return list(found.values())


def match(
    person: list[Reported], draft: list[Reported], vocabulary: Vocabulary
) -> list[tuple[Reported, Reported, bool]]:
    """Return (act, proposal, whether the kind is the same): those of the same kind first, with the same `by` first."""
    candidates = []
    for a, one in enumerate(person):
        for b, other in enumerate(draft):
            if one.paragraph == other.paragraph and (near := nearness(one.kinds, other.kinds[0], vocabulary)):
                candidates.append((-near, one.by != other.by, one.date != other.date, a, b))
    left, right, matched = set[int](), set[int](), []
    for near, _, _, a, b in sorted(candidates):
        if a not in left and b not in right:
            left.add(a)
            right.add(b)
            matched.append((person[a], draft[b], near == -2))
    return matched


def nearness(kinds: tuple[str, ...], kind: str, vocabulary: Vocabulary) -> int:
    """Return 2 for the same kind, 1 where one is an ancestor of the other, else 0."""
    if kind in kinds:
        return 2
    return int(any(kind in vocabulary.ancestors(k) or k in vocabulary.ancestors(kind) for k in kinds))


def _shares(name: str, counts: Counter[str]) -> str:
    def share(part: int, whole: int) -> str:
        return f"{part / whole:.0%}" if whole else "-"

    both = counts["same"] + counts["near"]
    found = f"{share(counts['same'], counts['acts'])}/{share(both, counts['acts'])}"
    right = f"{share(counts['same'], counts['proposed'])}/{share(both, counts['proposed'])}"
    shown = {c: str(counts[c]) for c in COLUMNS}
    return (
        _row(name, shown, found, right)
        + f" by {share(counts['by_right'], counts['by'])} date "
        + share(counts["dates_right"], counts["dates"])
    )


def _row(name: str, cells: dict[str, str], found: str, right: str) -> str:
    return f"{name:34}" + "".join(f"{cells[c]:>9}" for c in COLUMNS[:4]) + f"{found:>11}{right:>11}"


if __name__ == "__main__":
    main()
