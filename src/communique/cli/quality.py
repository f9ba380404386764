"""Prints the report on quality and the agreement of annotations: tables, then short lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from textwrap import fill
from typing import TYPE_CHECKING, Any

from communique.cli.output import faint, note, print_json, print_table, strong

if TYPE_CHECKING:
    from communique.loaders.agreement import Agreement
    from communique.loaders.compared_facts import Fact
    from communique.loaders.quality_report import Finding, Quality

LISTED = 5


def print_quality(quality: Quality, everything: bool, json: bool) -> None:
    """Print what articles hold, where to look again, and the first few of each list."""
    from communique.loaders.quality_report import COUNTS, SORTS

    if json:
        print_json(_quality_json(quality))
        return
    rows = [{"article": a.article, **a.figures} for a in quality.articles]
    rows += [{"article": "all", **quality.total()}] if len(rows) > 1 else []
    print_table(("article", *COUNTS), rows)
    print()
    print_table(("article", *SORTS), rows)
    for sort, about in SORTS.items():
        found = quality.found(sort)
        _list(f"{sort} ({len(found)}): {about}", map(_finding, found), len(found), everything)
    for section, once in quality.once.items():
        lines = (f"{entry}  {faint(article)}" for entry, article in once.items())
        _list(f"{section} used once ({len(once)})", lines, len(once), everything)
    print("\n" + strong(f"kinds never used ({len(quality.unused)} of {quality.kinds})"))
    if not everything:
        print("  --all lists them")
    else:
        print(fill(", ".join(quality.unused), 100, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False))


def _list(title: str, lines: Iterable[str], count: int, everything: bool) -> None:
    if not count:
        return
    print(f"\n{strong(title)}")
    for number, line in enumerate(lines):
        if number >= LISTED and not everything:
            print(f"  {count - LISTED} more (--all)")
            break
        print(f"  {line}")


def _finding(finding: Finding) -> str:
    line = faint(f"{finding.article} {finding.paragraph}")
    if not finding.fact:
        return line
    line += f"  {finding.fact}: {finding.text}"
    if finding.other_text or "/" in finding.other:
        return f"{line}\n    may be {finding.other}: {finding.other_text or 'not in the files read'}"
    return f"{line}  ({finding.other})" if finding.other else line


def _quality_json(quality: Quality) -> dict[str, Any]:
    from communique.loaders.quality_report import SORTS

    def named(figures: dict[str, int]) -> dict[str, int]:
        return {name.replace(" ", "_"): figure for name, figure in figures.items()}

    return {
        "articles": [{"article": a.article, **named(a.figures)} for a in quality.articles],
        "total": named(quality.total()),
        "found": {sort.replace(" ", "_"): [asdict(f) for f in quality.found(sort)] for sort in SORTS},
        "used_once": quality.once,
        "kinds": {"known": quality.kinds, "never_used": quality.unused},
    }


def print_agreement(found: list[Agreement], everything: bool, json: bool) -> None:
    """Print how two annotations of each article agree, and which facts only one has (of several, with `everything`)."""
    from communique.loaders.agreement import PARTS, total

    every = total(found)
    if json:
        articles = [_agreement_json(one) for one in found]
        print_json({"articles": articles, "total": _figures(every)} if len(found) > 1 else articles[0])
        return
    columns = ("article", "first", "second", "both", "F1", "kind", "roles", "date", "factuality", "mark", "figure")
    print_table(columns, [_row(one) for one in ([*found, every] if len(found) > 1 else found)])
    print()
    compared = [part for part in PARTS if every.compared[part]]
    rows = [
        {"same": p, "facts": every.same[p], "of": every.compared[p], "share": _share(every.share(p))} for p in compared
    ]
    print_table(("same", "facts", "of", "share"), rows)
    if len(found) > 1 and not everything:
        note("--all lists the facts that only one of two has")
        return
    for one in found:
        for file, facts in zip(one.files, (one.only_first, one.only_second), strict=True):
            _list(f"only in {file} ({len(facts)})", (_fact(file, fact) for fact in facts), len(facts), True)


def _fact(file: str, fact: Fact) -> str:
    place = f"{file}:{fact.line}" if fact.line else file
    text = fact.text or ", ".join(sorted({target for _, _, target in fact.roles}))
    return f"{faint(f'{place} {fact.paragraphs[0]}')}  {fact.kind}: {text}"


def _row(one: Agreement) -> dict[str, Any]:
    from communique.schemas.entries import ROLES

    shares = {part: _share(one.share(part)) for part in ("kind", "date", "factuality", "mark", "figure")}
    shares |= {"roles": _share(one.share(*ROLES)), "F1": _share(one.f1)}
    return {"article": one.article, "first": one.first, "second": one.second, "both": one.both, **shares}


def _share(share: float | None) -> str:
    return "-" if share is None else f"{share:.2f}"


def _figures(one: Agreement) -> dict[str, Any]:
    from communique.loaders.agreement import PARTS

    counts = {"first": one.first, "second": one.second, "both": one.both, "f1": one.f1}
    return counts | {"same": {p: {"same": one.same[p], "of": one.compared[p], "share": one.share(p)} for p in PARTS}}


def _agreement_json(one: Agreement) -> dict[str, Any]:
    def listed(facts: list[Fact]) -> list[dict[str, Any]]:
        return [{"paragraphs": f.paragraphs, "line": f.line, "id": f.id, "kind": f.kind, "text": f.text} for f in facts]

    only = {"only_first": listed(one.only_first), "only_second": listed(one.only_second)}
    return {"article": one.article, "files": one.files, **_figures(one), **only}
