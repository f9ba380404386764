"""What can be wrong with the tenures of an office: two holders at once, nobody, a vacancy that somebody fills."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from communique.schemas.dates import parse_edtf
from communique.schemas.entries import Office
from communique.schemas.fault_places import Fault
from communique.schemas.vocabulary import Vocabulary

# The days for which offices are followed without gaps; of other days, what is known is enough.
FOLLOWED = (date(2018, 1, 1), date(2024, 12, 31))
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class _Tenure:
    """A tenure with its first and last possible day, and the days by which it has surely begun and surely lasts."""

    first: date
    last: date
    begun: date
    lasts: date
    holder: str
    span: str

    def __str__(self) -> str:
        return f"{self.holder} ({self.span})"


def tenure_faults(vocabulary: Vocabulary) -> Iterator[Fault]:
    """Yield the faults of all offices; several holders at once are right where an office is `shared`."""
    for office in vocabulary.offices.values():
        held = [_tenure(span, holder) for holder, spans in office.held.items() for span in spans]
        vacant = [_tenure(span, "vacant") for span in office.vacant]
        yield from _filled(office, held, vacant)
        if not office.shared:
            yield from _at_once(office, sorted(held, key=lambda t: (t.begun, t.lasts, str(t))))
            yield from _gaps(office, sorted(held), vacant)


def _tenure(span: str, holder: str) -> _Tenure:
    start, _, stop = span.partition("/")
    begin, end = (None if part.strip() in ("..", "") else parse_edtf(part) for part in (start, stop or start))
    first, begun = (begin.earliest, begin.latest) if begin else (None, None)
    lasts, last = (end.earliest, end.latest) if end else (None, None)
    return _Tenure(first or date.min, last or date.max, begun or date.min, lasts or date.max, holder, span)


def _at_once(office: Office, held: list[_Tenure]) -> Iterator[Fault]:
    latest: _Tenure | None = None
    for tenure in held:
        if latest and tenure.begun < latest.lasts and tenure.begun < tenure.lasts:
            what = f"{latest} and {tenure} hold it at once"
            yield "offices", office.id, "held", tenure.holder, what, "mend a tenure, or write `shared: true`"
        latest = tenure if not latest or tenure.lasts >= latest.lasts else latest


def _gaps(office: Office, held: list[_Tenure], vacant: list[_Tenure]) -> Iterator[Fault]:
    """Yield the days of FOLLOWED between two holders that surely nobody fills and no vacancy explains."""
    since, until = FOLLOWED
    before: _Tenure | None = None
    for tenure in sorted([*held, *vacant]):
        if before and before.last < tenure.first - _DAY and before.last < until and tenure.first > since:
            span = f"{before.last}/{tenure.first}"
            what = f"nobody holds it between {before} and {tenure}"
            at = ("held", tenure.holder) if tenure in held else ("vacant", tenure.span)
            yield "offices", office.id, *at, what, f"mend a tenure, or write `vacant: {span}`"
        before = tenure if not before or tenure.last > before.last else before


def _filled(office: Office, held: list[_Tenure], vacant: list[_Tenure]) -> Iterator[Fault]:
    for empty in vacant:
        for tenure in held:
            if max(empty.begun, tenure.begun) < min(empty.lasts, tenure.lasts):
                what = f"vacant: {empty.span}, but {tenure} holds it"
                yield "offices", office.id, "vacant", empty.span, what, "mend one of them"
