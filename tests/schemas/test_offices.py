"""The offices that docs/vocabulary.md lists have a holder, or are vacant, on every day from 2018 to 2024."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from communique.schemas.dates import parse_edtf
from communique.schemas.vocabulary import holds_on, read_vocabulary
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "vocabulary.md").read_text("utf-8").split("## Offices")[1].split("- Behind")[0]
LISTED = sorted(set(re.findall(r"`([a-z][a-z-]+)`", PAGE)) - {"pm-cuba"})
DAYS = [date(2018, 1, 1) + timedelta(days=n) for n in range((date(2025, 1, 1) - date(2018, 1, 1)).days)]


@pytest.mark.parametrize("office_id", LISTED)
def test_no_day_is_left_out(office_id: str) -> None:
    office = read_vocabulary().offices[office_id]
    spans = [parse_edtf(span) for spans in (*office.held.values(), office.vacant) for span in spans]
    assert [day for day in DAYS if not any(holds_on(span, day) for span in spans)] == []


def test_the_page_lists_the_offices_of_all_states_and_bodies() -> None:
    assert len(LISTED) > 75
    owners = {read_vocabulary().offices[office].of for office in LISTED}
    assert owners >= {"russia", "china", "japan", "usa", "south-korea", "ukraine", "uk", "france", "germany", "india"}
    assert owners >= {"australia", "north-korea", "taiwan", "cuba", "eu", "un", "nato"}


@pytest.mark.parametrize(
    ("office_id", "day", "holder"),
    [
        ("defense-secretary-usa", "2019-07-23", {"richard-spencer", "esper"}),
        ("secretary-of-state-usa", "2018-04-10", {"john-sullivan"}),
        ("un-ambassador-usa", "2019-03-01", {"jonathan-cohen"}),
        ("pm-south-korea", "2021-05-01", {"hong-nam-ki"}),
        ("chairman-jcs-south-korea", "2019-07-23", {"park-han-ki"}),
        ("security-council-secretary-ukraine", "2022-02-24", {"danilov"}),
        ("chief-of-staff-japan", "2020-12-22", {"koji-yamazaki"}),
        ("defense-minister-china", "2023-11-15", set()),
    ],
)
def test_who_held_it_on_a_day(office_id: str, day: str, holder: set[str]) -> None:
    held = read_vocabulary().offices[office_id].held
    on = date.fromisoformat(day)
    assert {p for p, spans in held.items() if any(holds_on(parse_edtf(s), on) for s in spans)} == holder
