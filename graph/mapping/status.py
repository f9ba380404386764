"""What the reports of an act come to."""

from __future__ import annotations

from collections.abc import Iterable

from communique.graph.shape import AHEAD
from communique.schemas.records import Report

# Which factuality wins where reports of one act differ and none denies what another asserts.
_STATUS = ("asserted", "inferred", "habitual", *AHEAD, "denied", "mentioned")


def status_of(reports: Iterable[Report]) -> str:
    """Return what the reports of an act come to: contested where one denies what another asserts.

    What is asserted inside a statement that is itself denied, planned or only possible is no more than mentioned.
    """
    given = {_standing(report) for report in reports}
    if "denied" in given and given & {"asserted", "inferred", "habitual"}:
        return "contested"
    return next((status for status in _STATUS if status in given), "mentioned")


def _standing(report: Report) -> str:
    if report.factuality not in ("asserted", "habitual"):
        return report.factuality
    if report.mark == "inferred":
        return "inferred"
    return report.factuality if report.holds else "mentioned"
