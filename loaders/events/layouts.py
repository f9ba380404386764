"""The columns of each published form of an event data set, as `layouts.yaml` lists them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from communique.schemas.marked_yaml import load_plain


@dataclass(frozen=True)
class Layout:
    """One form: its columns in order, and at which positions the parts of an event stand.

    `actors` says how actors are coded: by name, by CAMEO's codes, or by name, country and sector as in POLECAT.
    `coding` gives the positions of a CAMEO code and name, or of a PLOVER type and mode; `id` those whose values
    together tell an event from others (none: its content does). `day` is an example of how days are written. As many
    of the last columns as `lacking` says may not be there.
    """

    columns: tuple[str, ...]
    lacking: int
    actors: str
    ontology: str
    day: str
    at_day: int
    id: tuple[int, ...]
    coding: tuple[int, ...]
    by: tuple[int, ...]
    toward: tuple[int, ...]
    texts: dict[str, tuple[int, ...]]
    lists: dict[str, int]
    numbers: dict[str, int]

    @property
    def widths(self) -> range:
        """How many columns a line may have."""
        return range(len(self.columns) - self.lacking, len(self.columns) + 1)

    def filled(self, fields: list[str]) -> list[str] | None:
        """Return a line's fields, one a column; None where it has another number. Empty ones at the end may be more."""
        width = len(self.columns)
        if len(fields) == width:
            return fields
        if len(fields) > width and not any(map(str.strip, fields[width:])):
            return fields[:width]
        return fields + [""] * (width - len(fields)) if len(fields) in self.widths else None

    def heads(self, fields: Sequence[str]) -> bool:
        """Say whether a line's fields are a header of this form."""
        return bool(fields) and fields[0].strip().casefold() == self.columns[0].casefold()

    def ordered(self, header: Iterable[str]) -> bool:
        """Say whether a header names the columns in their order; names that the form does not have are passed over."""
        known = {name.casefold(): position for position, name in enumerate(self.columns)}
        positions = [known[name] for cell in header if (name := cell.strip().casefold()) in known]
        return positions == sorted(positions)


@cache
def layouts(dataset: str) -> tuple[Layout, ...]:
    """Return the forms of a data set, in the order of the file."""
    forms = load_plain(Path(__file__).with_name("layouts.yaml"))[dataset]
    return tuple(_layout(form) for form in forms)


def _layout(form: dict[str, Any]) -> Layout:
    columns = tuple(form["columns"])

    def at(names: Iterable[str]) -> tuple[int, ...]:
        return tuple(columns.index(name) for name in names)

    return Layout(
        columns,
        len(form.get("may_lack", ())),
        form["actors"],
        form["ontology"],
        form["day"],
        columns.index(form["date"]),
        at(form.get("id", ())),
        at(form["coding"]),
        at(form["by"]),
        at(form["toward"]),
        {name: at(parts) for name, parts in form.get("texts", {}).items()},
        {name: columns.index(column) for name, column in form.get("lists", {}).items()},
        {name: columns.index(column) for name, column in form.get("numbers", {}).items()},
    )
