"""What sources tell differently is found, and what only looks different is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.graph.store import Store
from communique.queries.ask.reported import SAYING
from communique.queries.conflicts import (
    Conflict,
    airspace,
    facts,
    find_conflicts,
    inferred,
    purposes,
    strength,
    whether,
)
from communique.schemas.vocabulary import read_vocabulary
from tests.conftest import ROOT, load_text

HEAD = "article: {}\nheadline: H\npublisher: {}\npublished: 2020-12-25\nP1:\n"
FLIGHT = "  - joint-flight: flight\n    by: [China, Russia]\n    date: 2020-12-22\n"
AGAIN = FLIGHT.replace("flight\n", "flight\n    same: true\n", 1)


def found(store: Store, folder: Path, first: str, second: str, act: str = "") -> list[Conflict]:
    """Return the conflicts of two articles."""
    load_text(store, folder, a=HEAD.format("a", "japan-news") + first, b=HEAD.format("b", "reuters") + second)
    return find_conflicts(store, act)


def told(conflicts: list[Conflict]) -> list[tuple[str, str, list[str]]]:
    """Return kind, aspect and values of each."""
    return [(c.kind, c.aspect, [t.value for t in c.tellings]) for c in conflicts]


FIGURES = [
    ("duration: more than 10 hours", "duration: ten and a half hours", []),
    ("duration: 10 hours", "duration: more than 10 hours", [("strength", "how exactly (duration)")]),
    ("duration: more than 3 hours", "duration: nearly 4 hours", [("strength", "how exactly (duration)")]),
    ("aircraft: hundreds of aircraft", "aircraft: more than 360 aircraft", [("strength", "how exactly (aircraft)")]),
    ("duration: more than 10 hours", "duration: 8 hours", [("number", "duration")]),
    ("duration: about 10 hours", "duration: 10.5 hours", []),
    ("duration: about 10 hours", "duration: 13 hours", [("number", "duration")]),
    ("aircraft: 6 bombers", "aircraft: 19 aircraft", []),
    ("aircraft: 6 bombers", "aircraft: 4 aircraft", [("number", "aircraft")]),
    ("aircraft: hundreds of aircraft", "aircraft: 360 aircraft", []),
    ("aircraft: {value: 4 bombers, for: China}", "aircraft: {value: 2 bombers, for: Russia}", []),
    (
        "aircraft: [{value: 4 bombers, for: China}, {value: 2 bombers, for: Russia}]",
        "aircraft: 6 bombers",
        [],
    ),
    (
        "aircraft: [{value: 4 bombers, for: China}, {value: 2 bombers, for: Russia}]",
        "aircraft: 7 bombers",
        [("number", "aircraft in all")],
    ),
    (
        "aircraft: {value: 45 bombers, for: China}",
        "aircraft: {value: 41 bombers, for: China}",
        [("number", "aircraft")],
    ),
    ("aircraft: 6 bombers", "is: denied\n    aircraft: 6 bombers", [("denial", "whether it is so")]),
    ("aircraft: 15 aircraft", "aircraft: about 15 aircraft", [("strength", "how exactly (aircraft)")]),
    ("aircraft: {value: 6 bombers, for: [China, Russia]}", "aircraft: 7 bombers", [("number", "aircraft")]),
    ("aircraft: 6 bombers", "model: fighter jets", [("contradiction", "kind of thing")]),
    ("aircraft: 6 bombers", "model: bombers", []),
    ("aircraft: 6 bombers", "model: Tu-95", []),
    (
        "aircraft: [103 aircraft, {value: 58 aircraft, for: China}, {value: 45 aircraft, for: Cuba}]",
        "aircraft: {value: 41 aircraft, for: Cuba}",
        [("number", "aircraft"), ("number", "aircraft in all")],
    ),
]


@pytest.mark.parametrize(("one", "other", "expected"), FIGURES, ids=[f"{a} / {b}" for a, b, _ in FIGURES])
def test_figures_are_compared_as_numbers(
    one: str, other: str, expected: list[tuple[str, str]], store: Store, tmp_path: Path
) -> None:
    conflicts = found(store, tmp_path, f"{FLIGHT}    {one}\n", f"{AGAIN}    {other}\n")
    assert [(c.kind, c.aspect) for c in conflicts] == expected


def test_dates_are_compared_at_their_precision(store: Store, tmp_path: Path) -> None:
    assert found(store, tmp_path, FLIGHT, AGAIN.replace("2020-12-22", "2020-12")) == []
    assert found(store, tmp_path, FLIGHT, AGAIN.replace("2020-12-22", "2020-11~")) == []
    june = found(store, tmp_path, FLIGHT, AGAIN.replace("2020-12-22", "2020-11"))
    assert told(june) == [("contradiction", "date", ["2020-12-22", "2020-11"])]


def test_a_denial_is_a_denial_of_that_claim(store: Store, tmp_path: Path) -> None:
    """Under one id or two; not of another day, another party's, or what is wider."""
    violation = "  - violate-airspace: v\n    by: Russia\n    toward: South Korea\n    date: 2020-12-22\n"
    claim = "  - announce: said\n    by: Lavrov\n    claims:\n" + violation.replace("  ", "      ", 1).replace(
        "\n    ", "\n        "
    )
    denial = claim.replace("violate-airspace: v\n", "violate-airspace: w\n").replace("said", "denied")
    denial = denial.replace("date:", "is: denied\n        date:")
    (one,) = found(store, tmp_path, violation, denial)
    assert (one.kind, one.thing) == ("denial", "v")
    assert [(t.voice, t.factuality) for t in one.tellings] == [
        ("The Japan News", "asserted"),
        ("Sergei Lavrov", "denied"),
    ]
    assert found(store, tmp_path, violation, denial.replace("2020-12-22", "2020-12-21")) == []
    assert found(store, tmp_path, violation, denial.replace("by: Russia", "by: China")) == []
    assert found(store, tmp_path, violation.replace("violate-airspace", "enter"), denial) == []
    apart = denial.replace("is: denied", "not_same_as: a/v\n        is: denied")
    assert found(store, tmp_path, violation, apart) == []


def test_places_of_a_meeting_exclude_each_other_and_those_of_a_flight_do_not(store: Store, tmp_path: Path) -> None:
    meeting = "  - meet: m\n    by: [Lavrov, Wang Yi]\n    at: Guilin\n"
    again = meeting.replace("m\n", "m\n    same: true\n", 1)
    (one,) = found(store, tmp_path, meeting, again.replace("Guilin", "Beijing"))
    assert (one.kind, one.aspect, {t.value for t in one.tellings}) == ("contradiction", "place", {"Guilin", "Beijing"})
    assert found(store, tmp_path, meeting, again.replace("Guilin", "China")) == []
    sea, other = "    at: {over: Sea of Japan}\n", "    at: {over: East China Sea}\n"
    (one,) = found(store, tmp_path, FLIGHT + sea, AGAIN + other)
    assert (one.kind, one.aspect, {t.value for t in one.tellings}) == (
        "wording",
        "where",
        {"Sea of Japan", "East China Sea"},
    )
    assert (
        found(store, tmp_path, FLIGHT + sea, AGAIN + other.replace("East China Sea", "[East China Sea, Sea of Japan]"))
        == []
    )


def test_a_reservation_against_a_flat_word(store: Store, tmp_path: Path) -> None:
    (one,) = found(store, tmp_path, FLIGHT, AGAIN + "    hedge: apparently\n")
    assert told([one]) == [("strength", "how surely", ["flatly", "apparently"])]
    weaker = "  - say: c\n    by: Wang Yi\n    summary: Wang spoke of it\n"
    stronger = "  - criticize: c\n    same: true\n    by: Wang Yi\n    toward: USA\n    summary: Wang criticized it\n"
    (one,) = found(store, tmp_path, weaker, stronger)
    assert told([one]) == [("strength", "word", ["say: Wang spoke of it", "criticize: Wang criticized it"])]


def test_acts_that_are_the_same_are_looked_at_as_one(store: Store, tmp_path: Path) -> None:
    """And no more once the line is gone that says so."""
    first = FLIGHT + "    duration: 10 hours\n"
    second = FLIGHT.replace("flight\n", "patrol\n") + "    duration: 7 hours\n"
    (one,) = found(store, tmp_path, first, second + "    same_as: a/flight\n", "patrol")
    assert (one.kind, one.aspect, one.thing) == ("number", "duration", "flight")
    assert found(store, tmp_path, first, second) == []


def test_purposes_that_nobody_shares(store: Store, tmp_path: Path) -> None:
    aim = "    aims_at:\n      - show-unity: unity\n        by: [China, Russia]\n        summary: To show unity\n"
    other = "    aims_at:\n      - intimidate: fear\n        by: [China, Russia]\n        toward: Japan\n"
    (one,) = found(store, tmp_path, FLIGHT + aim, AGAIN + other)
    assert (one.kind, one.aspect, len(one.tellings)) == ("contradiction", "purpose", 2)
    same = aim.replace("unity\n", "unity\n        same: true\n", 1)
    assert found(store, tmp_path, FLIGHT + aim, AGAIN + same) == []


def test_a_part_has_no_more_than_the_whole(store: Store, tmp_path: Path) -> None:
    part = AGAIN + "  - enter: zone\n    by: [China, Russia]\n    part_of: flight\n    aircraft: {}\n"
    both = found(store, tmp_path, FLIGHT + "    aircraft: 6 aircraft\n", part.format("19 aircraft"))
    assert [(c.aspect, c.thing) for c in both if c.kind == "number"] == [("aircraft, part and whole", "zone")]
    wider = found(store, tmp_path, FLIGHT + "    aircraft: 6 bombers\n", part.format("19 aircraft"))
    assert [c for c in wider if c.kind == "number"] == []


VIOLATION = "  - violate-airspace: {}\n    by: {}\n    toward: South Korea\n    {}\n"


@pytest.mark.parametrize(("link", "names"), [("part_of: whole", ["v"]), ("unsure: a/whole", ["v"]), ("date: 2019", [])])
def test_a_denial_of_the_whole_or_of_what_may_be_the_same(
    link: str, names: list[str], store: Store, tmp_path: Path
) -> None:
    whole = VIOLATION.format("whole", "[Russia, China]", "is: denied")
    again = VIOLATION.format("whole", "[Russia, China]", "same: true\n    is: denied") if "part_of" in link else ""
    conflicts = found(store, tmp_path, whole, again + VIOLATION.format("v", "Russia", link))
    assert [c.thing for c in conflicts if c.kind == "denial"] == names


def test_what_is_denied_in_a_stronger_word_is_not_denied(store: Store, tmp_path: Path) -> None:
    near = "  - fly: near\n    by: Russia\n    unsure: a/v\n"
    conflicts = found(store, tmp_path, VIOLATION.format("v", "Russia", "is: denied"), near)
    assert [(c.kind, c.aspect) for c in conflicts] == [("strength", "word, if it is the same")]


def test_a_statement_that_another_doubts_as_a_whole(store: Store, tmp_path: Path) -> None:
    said = "  - assess: label\n    by: USA\n    about: sanctions\n"
    doubt = said.replace("label\n", "label\n    same: true\n", 1) + "  - doubt: d\n    by: {}\n    about: label\n"
    (one,) = found(store, tmp_path, said, doubt.format("Russia"))
    assert (one.kind, one.aspect, one.thing) == ("denial", "what was said", "label")
    assert found(store, tmp_path, said, doubt.format("USA")) == []


def test_whose_island_it_is_and_whose_airspace(store: Store, tmp_path: Path) -> None:
    placed = "  - see: takeshima\n    located_in: {}\n"
    (one,) = found(store, tmp_path, placed.format("shimane-prefecture"), placed.format("South Korea"))
    assert (one.kind, one.aspect, one.thing) == ("contradiction", "whose it is", "takeshima")
    assert found(store, tmp_path, placed.format("shimane-prefecture"), placed.format("Japan")) == []
    over = "  - fly: over\n    by: Russia\n    at: {over: takeshima}\n    date: 2020-12-22\n"
    denial = VIOLATION.format("v", "Russia", "date: 2020-12-22\n    is: denied")
    (one,) = found(store, tmp_path, over + placed.format("South Korea"), denial)
    assert (one.kind, one.aspect, one.thing) == ("contradiction", "airspace", "over")
    assert found(store, tmp_path, over + placed.format("Japan"), denial) == []


def test_some_are_for_and_some_against_the_same(store: Store, tmp_path: Path) -> None:
    stance = "  - {}: {}\n    by: {}\n    about: sanctions\n"
    (one,) = found(store, tmp_path, stance.format("support", "s", "Japan"), stance.format("oppose", "o", "Russia"))
    assert (one.kind, one.aspect, one.thing) == ("contradiction", "judgement", "sanctions")
    aimed = stance.format("criticize", "c", "Russia") + "    toward: Japan\n"
    assert found(store, tmp_path, stance.format("support", "s", "Japan"), aimed) == []


CLAIMED = "  - {}: words\n    by: Lavrov\n    claims:\n" + AGAIN.replace("  ", "      ", 1).replace(
    "\n    ", "\n        "
)


def test_what_is_only_claimed_and_what_the_article_keeps_at_a_distance(store: Store, tmp_path: Path) -> None:
    (one,) = found(store, tmp_path, FLIGHT, CLAIMED.format("claim"))
    assert told([one]) == [("strength", "how surely", ["flatly", "claimed"])]
    assert found(store, tmp_path, FLIGHT, CLAIMED.format("say")) == []
    hedged = CLAIMED.format("say").replace("same: true", "hedge: so-called")
    (one,) = found(store, tmp_path, "  - meet: m\n    by: [Lavrov, Wang Yi]\n", hedged)
    assert [(t.voice, t.value.split(":")[0]) for t in one.tellings][1] == ("Reuters", "so-called")


def test_an_accusation_in_the_articles_own_voice(store: Store, tmp_path: Path) -> None:
    own = "  - suppress: s\n    by: USA\n    toward: Russia\n"
    theirs = "  - say: words\n    by: {}\n    claims:\n      - suppress: s\n        same: true\n        by: USA\n"
    (one,) = found(store, tmp_path, own, theirs.format("Russia"))
    assert told([one]) == [("strength", "whose word", ["in its own voice", "from Russia"])]
    assert found(store, tmp_path, own, theirs.format("India")) == []


def test_words_that_articles_print_differently(store: Store, tmp_path: Path) -> None:
    (one,) = found(store, tmp_path, FLIGHT + "    phrase: a routine patrol\n", AGAIN + "    phrase: a show of force\n")
    assert told([one]) == [("wording", "as printed", ["a routine patrol", "a show of force"])]
    assert (
        found(store, tmp_path, FLIGHT + "    phrase: a routine patrol\n", AGAIN + "    phrase: routine patrol\n") == []
    )
    limitless = FLIGHT + "    phrase: limitless friendship\n", AGAIN + "    phrase: a friendship without any limits\n"
    assert found(store, tmp_path, *limitless) == []


SEEN = "  - say: {}\n    by: {}\n    claims:\n      - see: flight\n        is: asserted\n        described_as: {}\n"


def test_what_both_sides_call_it(store: Store, tmp_path: Path) -> None:
    sides = FLIGHT + SEEN.format("one", "Lavrov", "routine") + SEEN.format("other", "{}", "provocation")
    conflicts = found(store, tmp_path, sides.format("Hayashi"), AGAIN)
    assert [(c.aspect, {t.value for t in c.tellings}) for c in conflicts if c.kind == "wording"] == [
        ("described by both sides", {"routine", "provocation"})
    ]
    assert [c for c in found(store, tmp_path, sides.format("Putin"), AGAIN) if c.kind == "wording"] == []


def test_what_some_leave_out_and_whom_they_do_not_quote(store: Store, tmp_path: Path) -> None:
    escort = "  - escort: e\n    by: Russia\n    part_of: flight\n"
    (one,) = found(store, tmp_path, FLIGHT + escort, AGAIN)
    assert [(t.value, t.article) for t in one.tellings][-1] == ("says nothing of it", "b")
    assert (
        found(
            store, tmp_path, FLIGHT + escort, AGAIN.replace("date: 2020-12-22", "date: 2020-12-22\n    is: mentioned")
        )
        == []
    )
    maybe = AGAIN + escort.replace("escort: e\n", "fly: f\n    unsure: a/e\n", 1)
    assert [c for c in found(store, tmp_path, FLIGHT + escort, maybe) if c.kind == "omission"] == []
    both = [SEEN.format("words", voice, "a flight") for voice in ("Lavrov", "Hayashi")]
    (one,) = found(store, tmp_path, FLIGHT + both[0], AGAIN + both[1].replace("words", "others", 1))
    assert (one.aspect, [t.article for t in one.tellings]) == ("the doers' word", ["a", "b"])


SAID = "  - say: {}\n    by: {}\n    about: {}\n"
VOTE = "  - vote-against: v\n    by: {}\n    about: sanctions\n"
DENIED = "  - {}: v\n    by: Russia\n    toward: Japan\n    is: denied\n"
KNOWN = "    known_as: {}\n"
TOLD_DIFFERENTLY = {
    "left open by whom": (FLIGHT, FLIGHT.replace("[China, Russia]", "unstated"), ("omission", "by whom")),
    "not all who did it": (
        VOTE.format("[Russia, Syria, Cuba]"),
        VOTE.format("[Russia, Syria]"),
        ("omission", "by whom: not all"),
    ),
    "the same who did it": (VOTE.format("[Russia, Syria]"), VOTE.format("[Syria, Russia]"), None),
    "another speaker": (
        SAID.format("s", "mod-russia", "sanctions"),
        SAID.format("s", "Russian military", "sanctions"),
        ("strength", "who says so"),
    ),
    "another subject": (
        SAID.format("s", "Lavrov", "sanctions"),
        SAID.format("s", "Lavrov", "alliance"),
        ("contradiction", "about what"),
    ),
    "a weaker denial": (DENIED.format("violate-airspace"), DENIED.format("enter"), ("strength", "word")),
    "a longer type": (FLIGHT + "    model: Tu-95\n", FLIGHT + "    model: Tu-95MS\n", ("name", "model")),
    "two types": (FLIGHT + "    model: Tu-95\n", FLIGHT + "    model: H-6K\n", None),
    "another direction": (
        FLIGHT + "    direction: south\n",
        FLIGHT + "    direction: north\n",
        ("wording", "direction"),
    ),
    "only one describes it": (FLIGHT + "    described_as: illegal\n", FLIGHT, ("strength", "described by some only")),
    "another name": (FLIGHT + KNOWN.format("joint patrol"), FLIGHT + KNOWN.format("drill"), ("name", "known as")),
    "a topic": (
        "  - see: overflight\n    described_as: free\n",
        "  - see: overflight\n    described_as: after notice\n",
        ("wording", "described as"),
    ),
    "one sentence translated twice": (
        FLIGHT + "    phrase: overlapping interests in many areas\n",
        FLIGHT + "    phrase: coinciding interests in many areas\n",
        None,
    ),
}


@pytest.mark.parametrize(("one", "other", "expected"), TOLD_DIFFERENTLY.values(), ids=TOLD_DIFFERENTLY)
def test_what_two_articles_tell_of_one_act(
    one: str, other: str, expected: tuple[str, str] | None, store: Store, tmp_path: Path
) -> None:
    again = other if "see:" in other else other.replace("\n", "\n    same: true\n", 1)
    assert [(c.kind, c.aspect) for c in found(store, tmp_path, one, again)] == ([expected] if expected else [])


MAY_BE_THE_SAME = {
    "who did it": (
        FLIGHT,
        FLIGHT.replace("[China, Russia]", "[Putin, Xi Jinping]"),
        ("strength", "by whom, if it is the same"),
    ),
    "left open": (FLIGHT, FLIGHT.replace("[China, Russia]", "unstated"), ("omission", "by whom, if it is the same")),
    "how surely": (FLIGHT, FLIGHT + "    hedge: perhaps\n", ("strength", "how surely, if it is the same")),
    "the words": (
        FLIGHT + "    phrase: a drill\n",
        FLIGHT + "    phrase: a show\n",
        ("wording", "as printed, if it is the same"),
    ),
    "the name": (
        FLIGHT + KNOWN.format("drill"),
        FLIGHT + KNOWN.format("show"),
        ("name", "known as, if it is the same"),
    ),
    "a description": (FLIGHT + "    described_as: free\n", FLIGHT + "    described_as: secret\n", None),
    "where": (
        FLIGHT + "    at: {to: East China Sea}\n",
        FLIGHT + "    at: {to: Sea of Japan}\n",
        ("wording", "where, if it is the same"),
    ),
    "nothing": (FLIGHT, FLIGHT, None),
}


@pytest.mark.parametrize(("one", "other", "expected"), MAY_BE_THE_SAME.values(), ids=MAY_BE_THE_SAME)
def test_two_acts_that_may_be_the_same_are_compared(
    one: str, other: str, expected: tuple[str, str] | None, store: Store, tmp_path: Path
) -> None:
    maybe = other.replace("flight\n", "patrol\n    unsure: a/flight\n", 1)
    assert [(c.kind, c.aspect) for c in found(store, tmp_path, one, maybe)] == ([expected] if expected else [])


def test_whose_word_it_is(store: Store, tmp_path: Path) -> None:
    printed = SEEN.format("one", "Shoigu", "{value: successful, phrase: successful}").replace("flight", "flight")
    plain = SEEN.format("other", "mod-russia", "successful")
    conflicts = found(store, tmp_path, FLIGHT + printed, AGAIN + plain)
    assert ("strength", "whose word (described_as)") in [(c.kind, c.aspect) for c in conflicts]
    conflicts = found(store, tmp_path, FLIGHT + printed, AGAIN + plain.replace("mod-russia", "Shoigu"))
    assert conflicts == []


def test_an_act_that_nobody_is_said_to_have_done_and_somebody_denies(store: Store, tmp_path: Path) -> None:
    attack = "  - attack: one\n    by: unstated\n    at: Kherson\n"
    denial = "  - attack: other\n    by: Russia\n    unsure: a/one\n    is: denied\n"
    assert "denial" in [c.kind for c in found(store, tmp_path, attack, denial)]
    assert [
        c for c in found(store, tmp_path, attack, denial.replace("unsure", "not_same_as")) if c.kind == "denial"
    ] == []


def test_who_has_an_island_and_where_it_lies(store: Store, tmp_path: Path) -> None:
    placed = "  - see: takeshima\n    located_in: shimane-prefecture\n"
    held = "  - control: c\n    by: {}\n    about: takeshima\n"
    (one,) = found(store, tmp_path, placed, held.format("South Korea"))
    assert (one.kind, one.aspect, len(one.tellings)) == ("contradiction", "whose it is", 2)
    assert found(store, tmp_path, placed, held.format("Japan")) == []


def test_only_the_doers_are_quoted(store: Store, tmp_path: Path) -> None:
    """Where two other articles quote those concerned; one voice elsewhere is not enough."""
    own, theirs = SEEN.format("one", "Lavrov", "a flight"), SEEN.format("{}", "Hayashi", "a flight")
    first = HEAD.format("a", "reuters") + FLIGHT + own
    second = HEAD.format("b", "japan-news") + AGAIN + theirs.format("two")
    third = HEAD.format("c", "tass") + AGAIN + theirs.format("three")
    load_text(store, tmp_path, a=first, b=second)
    assert "the others' word" not in [c.aspect for c in find_conflicts(store)]
    load_text(store, tmp_path, c=third)
    assert [c.thing for c in find_conflicts(store) if c.aspect == "the others' word"] == ["flight"]


def test_which_of_a_series(store: Store, tmp_path: Path) -> None:
    numbered = "    series: {{joint-air-patrols: {}}}\n"
    (one,) = found(store, tmp_path, FLIGHT + numbered.format("second"), AGAIN + numbered.format("third"))
    assert (one.kind, one.aspect, len(one.tellings)) == ("number", "which of the series", 2)
    (one,) = found(store, tmp_path, FLIGHT + numbered.format("second"), AGAIN)
    assert (one.kind, one.aspect, one.tellings[-1].article) == ("omission", "which of the series", "b")
    assert found(store, tmp_path, FLIGHT + numbered.format("second"), AGAIN + numbered.format("second")) == []


def test_a_title_before_a_name_is_no_other_name(store: Store, tmp_path: Path) -> None:
    named = "  - see: Xi Jinping\n    known_as: {}\n"
    assert found(store, tmp_path, named.format("President Xi Jinping"), named.format("Chairman Xi Jinping")) == []
    (one,) = found(store, tmp_path, named.format("President Xi Jinping"), named.format("the helmsman"))
    assert (one.kind, one.aspect) == ("name", "known as")


def test_a_state_is_no_other_speaker_than_who_speaks_for_it(store: Store, tmp_path: Path) -> None:
    first, second = SAID.format("s", "mod-russia", "sanctions"), SAID.format("s", "Russia", "sanctions")
    assert found(store, tmp_path, first, second.replace("s\n", "s\n    same: true\n", 1)) == []


def test_the_kinds_that_the_rules_name_are_in_the_vocabulary() -> None:
    named = {*SAYING, *facts.AT_ONE_PLACE, facts.HELD, airspace.BREACH, strength.CLAIM, *whether.AGAINST}
    named |= {strength.APPEAL, inferred.WORSE, purposes.VISIT}
    assert named <= read_vocabulary().kinds.keys()


def test_the_list_in_the_documentation_is_what_the_corpus_gives(corpus_address: str) -> None:
    from communique.graph.store import open_store

    page = (ROOT / "docs" / "conflicts.md").read_text("utf-8")
    with open_store(corpus_address) as store:
        conflicts = find_conflicts(store)
    assert len(conflicts) > 20
    for conflict in conflicts:
        assert f"| {conflict.kind} | {conflict.aspect} | {conflict.summary} |" in page
    assert page.count("| `") + page.count("\n| ") >= len(conflicts)
