"""Round trips and bounds that hold for every date, figure, name and article."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.schemas.date_words import MONTHS, WEEKDAYS, find_dates, resolve_date
from communique.schemas.dates import PRECISIONS, Edtf, narrowest, parse_edtf
from communique.schemas.names import normalize, straighten
from communique.schemas.quantities import COMPARATORS, read_number, read_ordinal, read_quantity, show_number
from communique.schemas.records import Act, Article, Detail, Link, Report, Role

brisk = settings(max_examples=60, deadline=None)

DAYS = st.dates(min_value=date(1, 1, 1))
MARKS = st.sampled_from(["", "?", "~", "%"])
POINTS = st.builds(lambda day, size, mark: day.isoformat()[:size] + mark, DAYS, st.sampled_from([4, 7, 10]), MARKS)


@st.composite
def edtf_texts(draw: st.DrawFn) -> str:
    """A day, month, year, or an interval of two that runs forwards, maybe open."""
    first, last = draw(POINTS), draw(POINTS)
    form = draw(st.sampled_from(["point", "interval", "from", "until"]))
    if form == "point":
        return str(first)
    if form == "from":
        return f"{first}/.."
    if form == "until":
        return f"../{last}"
    low, high = sorted([first, last], key=lambda text: parse_edtf(text).earliest or date.min)
    return f"{low}/{high}"


DATES = edtf_texts().map(parse_edtf)


@brisk
@given(edtf_texts())
def test_a_date_is_kept_as_written_and_reads_the_same_again(text: str) -> None:
    read = parse_edtf(text)
    assert str(read) == text and parse_edtf(str(read)) == read and read.precision in PRECISIONS


@brisk
@given(DATES)
def test_bounds_run_forwards_and_fit_the_precision(value: Edtf) -> None:
    if value.precision == "open":
        assert (value.earliest is None) != (value.latest is None)
        return
    assert value.earliest and value.latest and value.earliest <= value.latest
    days = (value.latest - value.earliest).days + 1
    bounds = {"day": (1, 1), "month": (28, 31), "year": (365, 366), "interval": (1, 10**7)}
    low, high = bounds[value.precision]
    assert low <= days <= high


@brisk
@given(DATES, DATES)
def test_dates_contradict_each_other_or_neither_does(a: Edtf, b: Edtf) -> None:
    assert a.contradicts(b) == b.contradicts(a) and not a.contradicts(a)


@brisk
@given(st.lists(DATES, max_size=5))
def test_the_narrowest_date_is_one_of_them_in_whatever_order(values: list[Edtf]) -> None:
    found = narrowest(values)
    assert found is None if not values else found in values
    assert narrowest(values[::-1]) == found
    agreeing = [v for v in values if not any(v.contradicts(other) for other in values)]
    assert not agreeing or found in agreeing


@brisk
@given(st.text(max_size=30))
def test_any_text_is_a_date_or_is_refused_with_a_reason(text: str) -> None:
    for read in (parse_edtf, lambda words: resolve_date(words, parse_edtf("2020-12-25"))):
        try:
            assert read(text).precision in PRECISIONS
        except ValueError as reason:
            assert str(reason)
    assert all(text[found.start : found.stop].strip() == found.words for found in find_dates(text))


@brisk
@given(DAYS, st.booleans())
def test_a_day_in_words_is_that_day(day: date, american: bool) -> None:
    month = MONTHS[day.month - 1].title()
    words = f"{month} {day.day}, {day.year:04}" if american else f"{day.day} {month} {day.year:04}"
    if day.year >= 1000 and day.year < 3000:
        assert [str(found.date) for found in find_dates(f"It was on {words}, they said")] == [day.isoformat()]


@brisk
@given(st.dates(date(1000, 1, 8), date(2999, 12, 1)), st.sampled_from(WEEKDAYS))
def test_a_weekday_is_the_last_one_on_or_before_publication(published: date, weekday: str) -> None:
    found = resolve_date(weekday.title(), parse_edtf(published.isoformat())).earliest
    assert found and found.weekday() == WEEKDAYS.index(weekday) and timedelta(0) <= published - found < timedelta(7)


@brisk
@given(st.dates(date(1900, 1, 1), date(2900, 1, 1)), st.integers(0, 180))
def test_a_day_without_a_year_is_the_nearest_before_publication(published: date, back: int) -> None:
    day = published - timedelta(days=back)
    words = f"{MONTHS[day.month - 1][:3].title()}. {day.day}"
    assert resolve_date(words, parse_edtf(published.isoformat())).earliest == day


def test_the_29th_of_february_is_found_in_the_year_that_had_one() -> None:
    assert str(resolve_date("Feb. 29", parse_edtf("2020-06-25"))) == "2020-02-29"
    with pytest.raises(ValueError, match="no 30 February"):
        resolve_date("Feb. 30", parse_edtf("2021-12-25"))


@brisk
@given(st.integers(0, 10**12), st.sampled_from([*COMPARATORS, ""]), st.sampled_from(["bombers", "more hours", ""]))
def test_a_figure_reads_as_its_number_comparator_and_unit(number: int, words: str, unit: str) -> None:
    for written in (str(number), f"{number:,}"):
        found = read_quantity(f"{words}  {written} {unit}")
        assert found and (found.number, found.rest) == (number, unit)
        assert found.comparator == COMPARATORS.get(words, "=")


@brisk
@given(st.floats(0, 1e9).map(lambda x: round(x, 2)))
def test_a_number_that_is_shown_reads_as_itself(number: float) -> None:
    assert read_number(show_number(number)) == pytest.approx(number)


@brisk
@given(st.text(max_size=30))
def test_any_text_is_a_figure_or_none(text: str) -> None:
    found = read_quantity(text)
    assert found is None or (found.number is None) != (found.ratio is None)
    assert read_number(text) is None or read_number(text) == float(read_number(text) or 0)
    assert read_ordinal(text) is None or isinstance(read_ordinal(text), int)


@brisk
@given(st.text(max_size=40))
def test_a_normalized_name_stays_as_it_is(name: str) -> None:
    form = normalize(name)
    assert normalize(form) == form and straighten(straighten(name)) == straighten(name)


@brisk
@given(st.sampled_from(["Xi Jinping’s", "U.S.–Japan alliance", "Côte d’Ivoire", "The Hague"]), st.booleans())
def test_case_and_blanks_do_not_tell_names_apart(name: str, upper: bool) -> None:
    changed = name.upper() if upper else name.lower()
    assert normalize(f"  {changed.replace(' ', '  ')} ") == normalize(name)


TEXTS = st.text(max_size=8)
WORDS = st.lists(TEXTS, max_size=2).map(tuple)
ROLES = st.builds(Role, TEXTS, TEXTS, TEXTS, TEXTS, WORDS, TEXTS)
LINKS = st.builds(Link, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, st.none() | st.integers())
ACTS = st.builds(
    Act, TEXTS, TEXTS, WORDS, st.booleans(), TEXTS, TEXTS, st.lists(ROLES, max_size=2), st.lists(LINKS, max_size=2)
)
FIGURES = st.none() | st.floats(allow_nan=False, allow_infinity=False)
TRIPLES = st.lists(st.tuples(TEXTS, TEXTS, TEXTS), max_size=2)
DETAILS = st.builds(Detail, TEXTS, TEXTS, TEXTS, FIGURES, TEXTS, TEXTS, FIGURES, TRIPLES)
REPORTS = st.builds(
    Report,
    *(TEXTS, st.booleans(), TEXTS, TEXTS, TEXTS, st.booleans()),
    *(TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, WORDS),
)
ARTICLES = st.builds(
    Article,
    *(TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, WORDS, TEXTS, st.dictionaries(TEXTS, TEXTS, max_size=2)),
    *(st.lists(ACTS, max_size=2), st.lists(DETAILS, max_size=2), st.lists(REPORTS, max_size=2)),
)


@brisk
@given(ARTICLES)
def test_an_article_survives_being_stored_as_json(article: Article) -> None:
    assert Article.from_json(json.loads(json.dumps(article.to_json()))) == article
