"""Each published form of ICEWS, GDELT and POLECAT: what its rows become, and why bad rows are none."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterable
from functools import cache
from itertools import repeat

import pytest

from communique.errors import UsageError
from communique.loaders.events import EventReader
from communique.loaders.events.layouts import layouts
from communique.schemas.coded_events import CodedEvent, EventRow
from communique.schemas.vocabulary import Vocabulary, read_vocabulary
from tests.loaders.event_files import (
    GDELT_1,
    GDELT_2,
    ICEWS,
    POLECAT,
    RESEARCH,
    backfile,
    gdelt,
    header,
    icews,
    line,
    polecat,
)


@cache
def vocabulary() -> Vocabulary:
    """The shipped one, read once."""
    return read_vocabulary()


def rows(dataset: str, lines: Iterable[str | bytes]) -> list[EventRow]:
    """Read a file of these lines."""
    encoded = [text.encode() if isinstance(text, str) else text for text in lines]
    return list(EventReader(dataset, vocabulary()).read(encoded))


def event(dataset: str, *lines: str | bytes) -> CodedEvent:
    """Read a file whose last line is an event."""
    found = rows(dataset, lines)[-1]
    assert found.event, found.reason
    return found.event


def test_the_forms_have_the_columns_that_the_codebooks_give_them() -> None:
    assert [len(form.columns) for form in (RESEARCH, ICEWS, GDELT_1, GDELT_2, POLECAT)] == [4, 20, 58, 61, 40]
    assert [*GDELT_1.widths] == [57, 58]
    assert all(len(set(form.columns)) == len(form.columns) for name in ("icews", "gdelt") for form in layouts(name))


def test_a_coded_event_of_icews() -> None:
    found = event("icews", header(ICEWS), icews(20718170))
    assert (found.id, found.row, found.day.isoformat()) == ("icews-20718170-2014-05-20", 1, "2014-05-20")
    assert (found.coding.cameo, found.coding.kind) == ("042", "visit")
    assert ([a.id for a in found.by], [a.id for a in found.toward]) == (["foreign-affairs@china"], ["russia"])
    assert found.more == {
        "source": "Xinhua News Agency",
        "place": "Moscow, Moskva, Russian Federation",
        "latitude": 55.7522,
        "longitude": 37.6156,
    }


def test_an_event_id_of_icews_is_one_with_its_day_only() -> None:
    found = rows("icews", [header(ICEWS), icews(7), icews(7, Event_Date="2014-05-21"), icews(7)])
    assert len({row.event.id for row in found if row.event}) == 2


def test_a_person_of_icews_belongs_to_the_country_of_its_column() -> None:
    (person,) = event("icews", header(ICEWS), icews(1, Source_Name="Evo Morales", Source_Country="Bolivia")).by
    assert (person.id, person.role, person.part_of and person.part_of.id) == ("evo-morales", "", "bolivia")


def test_a_code_of_icews_may_have_lost_its_zero_and_must_be_what_the_text_says() -> None:
    found = rows(
        "icews",
        [
            header(ICEWS),
            icews(1, CAMEO_Code="14", Event_Text="Consider policy option"),
            icews(2, CAMEO_Code="141", Event_Text="Demonstrate or rally"),
            icews(3, CAMEO_Code="042", Event_Text="in the words of another version"),
            icews(4, CAMEO_Code="042", Event_Text="Threaten"),
        ],
    )
    assert [row.event and row.event.coding.cameo for row in found] == ["014", "141", "042", None]
    assert found[3].reason == "CAMEO code 042 is not 'Threaten'"


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ([backfile(1)], {}),
        ([gdelt(GDELT_1, 1)], {"source": "https://example.org/news"}),
        ([gdelt(GDELT_2, 1)], {"source": "https://example.org/news"}),
        ([header(GDELT_2), gdelt(GDELT_2, 1)], {"source": "https://example.org/news"}),
    ],
    ids=["57 columns", "58 columns", "61 columns", "with a header"],
)
def test_an_event_of_gdelt(lines: list[str], place: dict[str, object]) -> None:
    found = event("gdelt", *lines)
    assert (found.id, found.day.isoformat(), found.coding.cameo) == ("gdelt-1", "2015-02-18", "040")
    assert ([a.id for a in found.by], [a.id for a in found.toward]) == (["government@china"], ["russia"])
    where = {"place": "Moscow, Moskva, Russia", "latitude": 55.7522, "longitude": 37.6156}
    assert found.more == {**place, **where}


# Columns of the first actor (code, name, country, group, types), and the actor that they mean, with what it is part of.
CODED = [
    (("USA", "CALIFORNIA", "USA", "", ""), ("usa", "United States", None)),
    (("USAMIL", "SOLDIERS", "USA", "", "MIL"), ("military@usa", "Military (United States)", "usa")),
    (("ROMGOV", "ROMANIA", "ROM", "", "GOV"), ("government@romania", "Government (Romania)", "romania")),
    (("UNO", "UNITED NATIONS", "", "UNO", "IGO"), ("un", "United Nations", None)),
    (("HEZ", "HEZBOLLAH", "", "HEZ", ""), ("hezbollah", "Hezbollah", None)),
    (("IGOXYZ", "SOME BODY", "", "XYZ", "IGO"), ("some-body", "Some Body", None)),
    (("IRQSHI", "SHIITE", "IRQ", "", ""), ("shiite@iraq", "Shiite (Iraq)", "iraq")),
    (("RUSGOV", "SERGEI LAVROV", "RUS", "", "GOV"), ("lavrov", "Sergei Lavrov", None)),
    (("GOV", "PRIME MINISTER", "", "", "GOV"), ("prime-minister", "Prime Minister", None)),
    (("AFR", "AFRICA", "AFR", "", ""), ("africa", "Africa", None)),
]


@pytest.mark.parametrize(("codes", "meant"), CODED, ids=[codes[0] for codes, _ in CODED])
def test_an_actor_of_gdelt_is_what_its_codes_say(codes: tuple[str, ...], meant: tuple[str, str, str | None]) -> None:
    names = ("Actor1Code", "Actor1Name", "Actor1CountryCode", "Actor1KnownGroupCode", "Actor1Type1Code")
    (actor,) = event("gdelt", gdelt(GDELT_2, 1, **dict(zip(names, codes, strict=True)))).by
    assert (actor.id, actor.name, actor.part_of and actor.part_of.id) == meant


def test_an_event_of_polecat() -> None:
    found = event("polecat", header(POLECAT), polecat("20230320-1-abc_3"))
    assert (found.id, found.day.isoformat()) == ("polecat-20230320-1-abc_3", "2023-03-20")
    assert (found.coding.kind, found.coding.plover, found.coding.mode) == ("visit", "CONSULT", "visit")
    assert ([a.id for a in found.by], [a.id for a in found.toward]) == (["wang-yi"], ["russia"])
    assert found.more["contexts"] == ["diplomatic", "military"]


# Name, country, sector and words of the text, and the actors that they mean.
NAMED = [
    (("Wang Yi; Sergey Lavrov", "CHN; RUS", "GOV; GOV", "Wang; Lavrov"), ["wang-yi", "lavrov"]),
    (("None", "USA", "COP", "officers"), ["police@usa"]),
    (("None", "USA", "None", "the crowd"), ["the-crowd@usa"]),
    (("None", "None", "None", "the crowd"), ["the-crowd"]),
    (("None", "RUS", "None", "Moscow"), ["russia"]),
    (("None", "USA", "None", "Moscow"), ["moscow@usa"]),
    (("None", "JPN", "None", "None"), ["japan"]),
    (("Jane Roe", "PER", "CVL", "Roe"), ["jane-roe"]),
    (("Jane Roe; John Doe", "PER", "CVL", "Roe; Doe"), ["jane-roe", "john-doe"]),
    (("", "", "", ""), []),
]


@pytest.mark.parametrize(("columns", "meant"), NAMED, ids=[" ".join(columns) for columns, _ in NAMED])
def test_an_actor_of_polecat_is_known_a_body_or_its_own(columns: tuple[str, ...], meant: list[str]) -> None:
    names = ("Actor_Name", "Actor_Country", "Primary_Actor_Sector", "Actor_Name_Raw")
    found = event("polecat", header(POLECAT), polecat("1", **dict(zip(names, columns, strict=True))))
    assert [actor.id for actor in found.by] == meant


def test_files_of_polecat_with_a_column_too_many_are_read() -> None:
    more = header(POLECAT).rstrip("\n") + "\tHeadline\n"
    assert event("polecat", more, polecat("1")).id == "polecat-1"
    assert event("polecat", header(POLECAT), polecat("1").rstrip("\n") + "\t\t\n").id == "polecat-1"


def test_every_code_of_cameo_and_every_type_and_mode_of_plover_is_a_kind_of_act() -> None:
    words, reader = vocabulary(), EventReader("icews", vocabulary())
    assert len(words.cameo) == 312
    for code in words.cameo.values():
        assert reader.codings.cameo(code.id).kind in words.kinds
    for type_ in words.plover.values():
        assert set(type_.kinds) == set(type_.modes)
        for mode in ("", *type_.modes):
            coding = reader.codings.plover(type_.id, mode)
            assert coding.kind in words.kinds and (coding.plover, coding.mode) == (type_.id, mode)
    assert len(words.plover) == 16


def test_a_mode_that_the_manual_does_not_list_is_kept_under_its_type() -> None:
    found = event("polecat", header(POLECAT), polecat("1", Event_Type="coerce", Event_Mode="ban"))
    assert (found.coding.kind, found.coding.plover, found.coding.mode) == ("coerce", "COERCE", "ban")


BAD = [
    ("icews", icews(1).replace("\t", "", 1), "19 columns (20 expected)"),
    ("icews", icews(1, Event_Date="20/05/2014"), "no date: '20/05/2014' (write 2014-01-31)"),
    ("icews", icews(1, Event_Date="2014-02-30"), "no date: '2014-02-30' (write 2014-01-31)"),
    ("icews", icews(1, Event_Date="2014-W05-1"), "no date: '2014-W05-1' (write 2014-01-31)"),
    (
        "icews",
        icews(1, CAMEO_Code="999", Event_Text="Hug"),
        "unknown relation '999 Hug' (a CAMEO code, or the name of one)",
    ),
    ("icews", icews(1, Source_Name=""), "no subject or no object"),
    ("icews", icews(1, Event_ID=""), "no Event ID"),
    ("icews", icews(1).encode().replace(b"Xinhua", b"Xinhu\xe9"), "not UTF-8 at byte 140"),
    ("icews", "\n", "1 columns (20 expected)"),
    ("gdelt", gdelt(GDELT_2, 1).replace("\t", "", 2), "59 columns (57 or 58 or 61 expected)"),
    ("gdelt", gdelt(GDELT_2, 1, SQLDATE="2015-02-18"), "no date: '2015-02-18' (write 20140131)"),
    ("gdelt", gdelt(GDELT_2, 1, EventCode="---"), "unknown relation '---' (a CAMEO code, or the name of one)"),
    (
        "gdelt",
        gdelt(GDELT_2, 1, **{f"Actor{n}{what}": "" for n in (1, 2) for what in ("Code", "Name", "CountryCode")}),
        "no actor and no recipient",
    ),
    ("polecat", polecat("1", Event_Type="HUG"), "unknown event type 'HUG' (a type of PLOVER)"),
    ("polecat", polecat("1", Event_Date="None"), "no date: 'None' (write 2014-01-31)"),
    ("polecat", polecat("1").rstrip("\n") + "\textra\n", "41 columns (40 expected)"),
]
HEADS = {"icews": header(ICEWS), "gdelt": gdelt(GDELT_2, 99), "polecat": header(POLECAT)}


@pytest.mark.parametrize(("dataset", "bad", "reason"), BAD, ids=[f"{name}: {reason}" for name, _, reason in BAD])
def test_a_bad_row_has_a_reason_and_its_line(dataset: str, bad: str | bytes, reason: str) -> None:
    found = rows(dataset, [HEADS[dataset], bad])[-1]
    assert (found.reason, found.line, found.event) == (reason, 2, None)


def test_an_event_with_one_party_is_one_and_kept_so() -> None:
    blank = {"Actor2Code": "", "Actor2Name": "", "Actor2CountryCode": ""}
    assert event("gdelt", gdelt(GDELT_2, 1, **blank)).toward == []
    blank = {"Actor_Name": "None", "Actor_Country": "None", "Primary_Actor_Sector": "None", "Actor_Name_Raw": "None"}
    found = event("polecat", header(POLECAT), polecat("1", **blank))
    assert (found.by, [a.id for a in found.toward]) == ([], ["russia"])


@pytest.mark.parametrize("end", ["\n", "\r\n", ""], ids=["LF", "CRLF", "none"])
def test_byte_order_marks_and_ends_of_lines_do_not_matter(end: str) -> None:
    text = (header(ICEWS) + icews(1)).replace("\n", end or "\n").removesuffix("\n" if not end else "")
    found = rows("icews", [part.encode() for part in ("\ufeff" + text).splitlines(keepends=True)])
    assert [(row.number, row.line, bool(row.event)) for row in found] == [(1, 2, True)]
    plain = line(RESEARCH, subject="China", relation="Consult", object="Russia", date="2014-05-20")
    assert event("icews", "\ufeff" + plain).by[0].id == "china", "also without a header"


def test_names_in_quotation_marks_are_the_same_names() -> None:
    quoted = '"Andrew ""Andy"" Burnham"\tConsult\t"Iraq"\t2014-05-20\n'
    found = event("icews", quoted)
    assert (found.by[0].name, found.toward[0].id) == ('Andrew "Andy" Burnham', "iraq")
    assert event("icews", header(ICEWS), icews(1, Source_Name='"Citizen (Peru)"')).by[0].id == "citizen@peru"


def test_a_header_in_another_order_is_refused() -> None:
    names = header(ICEWS).rstrip("\n").split("\t")
    other = "\t".join([names[0], *reversed(names[1:])]) + "\n"
    with pytest.raises(UsageError, match="columns in another order"):
        rows("icews", [other, icews(1)])


@pytest.mark.slow
def test_memory_does_not_grow_with_the_file() -> None:
    def peak(count: int) -> int:
        reader = EventReader("icews", vocabulary())
        text = icews(1).encode()
        tracemalloc.start()
        read = sum(bool(row.event) for row in reader.read(repeat(text, count)))
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert read == count
        return most

    peak(1)  # what is built once
    assert peak(20_000) < 1.2 * peak(2_000) + 10_000
