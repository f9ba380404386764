"""Sets of days in Cypher: as lists of dates, or as conditions on the first and last day that an act can have been."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.queries.algebra.acts import First, Last
from communique.queries.algebra.anchors import listed_part
from communique.queries.algebra.days import After, Before, Between, Date, Days, Same, Since, Units, Until
from communique.queries.algebra.sets import And, Set

if TYPE_CHECKING:
    from communique.queries.algebra.compile import Compiler

# A number for each calendar unit that no other one has.
_NUMBERS = {
    "day": "{day}",
    "week": "{day}.weekYear * 100 + {day}.week",
    "month": "{day}.year * 100 + {day}.month",
    "year": "{day}.year",
}
# How a day compares with the first or (True) the last of others.
_SIDES = {After: (">", True), Before: ("<", False), Since: (">=", False), Until: ("<=", True)}
_UNIT = "date.truncate('{unit}', {day})"
_CALENDAR = "[n IN range(0, {count}) | {first} + duration({{days: n}})]"


class DayCypher:
    """Compiles sets of days; their lists hold dates."""

    def __init__(self, compiler: Compiler) -> None:
        self.compiler, self.writer = compiler, compiler.writer

    def members(self, days: Set) -> str:
        """Return a list of the days of a set."""
        match days:
            case Days(of=acts):
                return self.compiler.acts.found(acts, "{act}.earliest", dated=True)
            case Date() if (span := days.span()).earliest and span.latest:
                count = self.writer.put((span.latest - span.earliest).days)
                return self.writer.block("", _CALENDAR.format(count=count, first=self.writer.put(span.earliest)))
            case Units(unit=unit, of=Days(of=acts)):
                since, until = (_UNIT.format(unit=unit, day="{act}." + end) for end in ("earliest", "latest"))
                return self.compiler.acts.found(acts, f"CASE WHEN {since} = {until} THEN {since} END")
            case Units(unit=unit, of=of):
                starts = f"collect(DISTINCT {_UNIT.format(unit=unit, day='day')})"
                return self.writer.block(f"UNWIND {self.compiler.members(of)} AS day", starts)
            case First(of=of) | Last(of=of):
                return self.writer.block(
                    f"UNWIND [{self._end(of, last=isinstance(days, Last))}] AS day", "collect(day)"
                )
        base = listed_part(days)
        listed = self.compiler.members(base) if base else self._calendar()
        within = f"CASE WHEN {self.compiler.holds(days, 'day')} THEN day END"
        return self.writer.block(f"UNWIND {listed} AS day", f"collect(DISTINCT {within})")

    def _calendar(self) -> str:
        """Return all days from the first to the last on which an act began."""
        # Each end by itself and with nothing around it: so one engine reads its index, and the other is not slow.
        ends = " ".join(
            f"CALL () {{ MATCH (act:Act) WHERE act.earliest IS NOT NULL RETURN {end}(act.earliest) AS {name} }}"
            for end, name in (("min", "dawn"), ("max", "dusk"))
        )
        known = self.writer.block(ends, "[dawn, dusk]")
        count = f"coalesce(duration.inDays({known}[0], {known}[1]).days, -1)"
        return _CALENDAR.format(count=count, first=f"{known}[0]")

    def holds(self, days: Set, at: str, certain: bool) -> str:
        """Return the condition that an act, or the variable `day`, is in a set."""
        since, until = (at, at) if at == "day" else (f"{at}.earliest", f"{at}.latest")
        # What must be late is judged by its first day if it must be so certainly, else by its last.
        late, early = (since, until) if certain else (until, since)
        match days:
            case Date():
                return self._on(days, late, early, certain or since == until)
            case Between(start=start, stop=stop):
                return self.compiler.holds(And(After(start), Before(stop)), at, certain=certain)
            case After() | Before() | Since() | Until():
                sign, last = _SIDES[type(days)]
                end = self._end(days.of, last=last)
                return f"({end} IS NOT NULL AND {late if '>' in sign else early} {sign} {end})"
            case Same(unit=unit, of=of):
                number = _NUMBERS[unit].format
                listed = self.compiler.members(of)
                units = self.writer.block(f"UNWIND {listed} AS day", f"collect(DISTINCT {number(day='day')})")
                both = "AND" if certain else "OR"
                return f"({number(day=since)} IN {units} {both} {number(day=until)} IN {units})"
        listed = self.compiler.members(days)
        if at == "day":
            return f"day IN {listed}"
        if certain:
            return f"({since} = {until} AND {since} IN {listed})"
        return f"any(day IN {listed} WHERE {since} <= day AND day <= {until})"

    def _on(self, date: Date, late: str, early: str, certain: bool) -> str:
        first, last = date.span().earliest, date.span().latest
        if date.day() and certain:
            # Two equations, for which there is an index.
            day = self.writer.put(first)
            return f"({late} = {day} AND {early} = {day})"
        conditions = []
        if first:
            conditions.append(f"{late} >= {self.writer.put(first)}")
        if last:
            conditions.append(f"{early} <= {self.writer.put(last)}")
        return "(" + " AND ".join(conditions) + ")"

    def _end(self, days: Set, *, last: bool) -> str:
        """Return the first or the last of some days; null, if there are none."""
        if isinstance(days, Date):
            return self.writer.put(days.span().latest if last else days.span().earliest)
        if isinstance(days, Days):
            return self.compiler.acts.end(days.of, last=last)
        listed = self.compiler.members(days)
        return self.writer.block(f"UNWIND {listed} AS day", "max(day)" if last else "min(day)")
