"""What is told around an act is compared: its whole and parts, causes, charges, routes, readings."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.graph.store import Store
from communique.queries.conflicts import find_conflicts
from tests.conftest import load_text
from tests.queries.test_conflicts import AGAIN, FLIGHT, HEAD, found

MEETING = "  - meet: m\n    by: [Lavrov, Wang Yi]\n    date: 2020-12-22\n"
MEETING_AGAIN = MEETING.replace("m\n", "m\n    same: true\n", 1)


def indented(text: str) -> str:
    """Return facts as claims."""
    return "".join(f"    {line}\n" for line in text.splitlines())


ENTRY = "  - enter: entry\n    by: Russia\n    at: {into: korea-adiz}\n    part_of: flight\n    date: 2020-12-22\n"
VIOLATION = "  - violate-airspace: v\n    by: Russia\n    toward: South Korea\n    date: 2020-12-22\n"
VIOLATION_AGAIN = VIOLATION.replace("v\n", "v\n    same: true\n", 1)

# aspect, the first article, the second, and what in the second makes it a conflict: without it, or with the other
# text in its place, there is none
CASES = {
    "a cause and a denial by who did it": (
        "how it came about",
        "  - incident: i\n    by: Russia\n    date: 2020-12-22\n    cause: technical error\n",
        "  - say: s\n    by: Lavrov\n    claims:\n"
        "      - violate-airspace: w\n        by: Russia\n        toward: South Korea\n"
        "        unsure: a/i\n        is: denied\n",
        ("is: denied", "is: possible"),
    ),
    "another account by who did it": (
        "how it came about",
        "  - incident: i\n    by: Russia\n    date: 2020-12-22\n    cause: technical error\n",
        "  - say: s\n    by: Lavrov\n    claims:\n      - fly: w\n        by: Russia\n        unsure: a/i\n",
        ("by: Lavrov", "by: Blinken"),
    ),
    "who attacked, and who is accused": (
        "whose doing it is",
        "  - invade: i\n    by: Russia\n    toward: Ukraine\n    about: ukraine-war\n",
        "  - accuse: s\n    by: Cuba\n    toward: USA\n    about: ukraine-war\n",
        ("toward: USA", "toward: Russia"),
    ),
    "a purpose, and only the time": (
        "purpose or only the time",
        FLIGHT + "    aims_at:\n      - intimidate: x\n        by: [China, Russia]\n        toward: Japan\n",
        "  - summit: q\n    by: quad-leaders\n" + AGAIN + "    during: q\n",
        ("    during: q\n", ""),
    ),
    "one side's words for one act": (
        "in what tone",
        FLIGHT + "  - protest: p\n    by: Japan\n    toward: Russia\n    about: flight\n",
        AGAIN + "  - express-concern: c\n    by: Japan\n    about: flight\n",
        ("by: Japan", "by: South Korea"),
    ),
    "what is held against one": (
        "what is held against them",
        "  - criticize: one\n    by: Lavrov\n    toward: USA\n    date: 2020-12-22\n    claims:\n"
        "      - undermine: u\n        by: USA\n        about: world-peace\n",
        "  - criticize: two\n    by: Lavrov\n    toward: USA\n    date: 2020-12-23\n    claims:\n"
        "      - interfere: w\n        by: USA\n        about: domestic-affairs\n",
        ("2020-12-23", "2020-12-28"),
    ),
    "the part has more than the whole's whole": (
        "aircraft, part and whole",
        FLIGHT + "    aircraft: {value: 2 aircraft, for: Russia}\n",
        AGAIN
        + "  - enter: zone\n    by: [China, Russia]\n    part_of: flight\n"
        + ENTRY.replace("flight", "zone")
        + "    aircraft: 15 aircraft\n",
        ("15 aircraft", "2 aircraft"),
    ),
    "an exact total of figures that are not": (
        "how exactly (aircraft in all)",
        FLIGHT + "    aircraft: 19 aircraft\n",
        AGAIN
        + "    aircraft: 19 aircraft\n"
        + "  - joint-flight: c\n    by: China\n    part_of: flight\n    aircraft: 4 aircraft\n"
        + "  - joint-flight: r\n    by: Russia\n    part_of: flight\n    aircraft: about 15 aircraft\n",
        ("about 15", "15"),
    ),
    "state agencies on a list of companies": (
        "kind of thing, part and whole",
        "  - restrict-exports: l\n    by: USA\n    toward: Russia\n    entities: 103 companies\n",
        "  - restrict-exports: l\n    same: true\n    by: USA\n    toward: Russia\n"
        "  - restrict-exports: p\n    by: USA\n    toward: Russia\n    part_of: l\n    described_as: state agencies\n",
        ("state agencies", "companies"),
    ),
    "denied as a whole and in part": (
        "what is denied",
        VIOLATION + "    is: denied\n",
        VIOLATION_AGAIN + "    is: denied\n    described_as: official\n",
        ("    described_as: official\n", ""),
    ),
    "denied of another aircraft": (
        "what is denied",
        VIOLATION + "    model: A-50\n",
        VIOLATION.replace("v\n", "w\n", 1) + "    is: denied\n    unsure: a/v\n    model: Tu-95\n",
        ("Tu-95", "A-50"),
    ),
    "no comment": (
        "no comment",
        "  - say: s\n    by: Putin\n",
        "  - say: s\n    same: true\n    by: Putin\n  - decline-comment: n\n    by: USA\n    about: s\n",
        ("    about: s\n", ""),
    ),
    "another way": (
        "route",
        FLIGHT + ENTRY + "    direction: south\n",
        AGAIN + "  - fly: leg\n    by: Russia\n    part_of: flight\n    direction: northeast\n",
        ("    direction: northeast\n", ""),
    ),
    "a visit here and there": (
        "where, by its parts",
        "  - visit: t\n    by: Lavrov\n    toward: China\n" + MEETING + "    at: Guilin\n    during: t\n",
        "  - visit: t\n    same: true\n    by: Lavrov\n    toward: China\n"
        "  - press-conference: p\n    by: Lavrov\n    at: Beijing\n    during: t\n",
        ("Beijing", "Guilin"),
    ),
    "a list with one less": (
        "by whom: not all of them",
        "".join(
            f"  - claim-territory: c-{x[:3]}\n    by: {x}\n    about: takeshima\n"
            for x in ("Japan", "South Korea", "Cuba")
        ),
        "".join(
            f"  - claim-territory: c-{x[:3]}\n    same: true\n    by: {x}\n    about: takeshima\n"
            for x in ("Japan", "South Korea")
        ),
        None,
    ),
    "read into it": (
        "read into it by some only",
        FLIGHT + "  - show-unity: u\n    by: [China, Russia]\n    mark: inferred\n    derived_from: flight\n",
        AGAIN,
        None,
    ),
    "amid what": (
        "amid what",
        MEETING + "    during: x\n  - sanction: x\n    by: USA\n    toward: China\n",
        MEETING_AGAIN,
        None,
    ),
    "what it leads to": (
        "outcome",
        "  - predict: s\n    by: Putin\n    claims:\n"
        + FLIGHT.replace("  ", "      ", 1).replace("\n    ", "\n        ")
        + "        outcome: {value: peace, is: predicted}\n",
        "  - predict: z\n    by: Blinken\n    claims:\n"
        + AGAIN.replace("  ", "      ", 1).replace("\n    ", "\n        ")
        + "        outcome: {value: tension, is: predicted}\n",
        ("value: tension", "value: peace"),
    ),
    "what a meeting is about": (
        "about what",
        MEETING + "    about: covid-19\n",
        MEETING_AGAIN + "    about: USA\n",
        ("USA", "covid-19"),
    ),
    "who made it known": (
        "who made it known",
        "  - announce: a1\n    by: [mod-russia, mod-china]\n    claims:\n" + indented(FLIGHT),
        "  - announce: a2\n    by: mod-russia\n    claims:\n" + indented(AGAIN),
        ("by: mod-russia", "by: [mod-russia, mod-china]"),
    ),
    "another cause": (
        "why",
        "  - develop: d\n    by: China\n    about: energy-cooperation\n    cause: efforts of both\n",
        "  - expand: e\n    by: [China, Russia]\n    about: energy-cooperation\n    cause: sanctions\n",
        ("cause: sanctions", "cause: efforts of both"),
    ),
    "another title": (
        "title",
        "  - see: Xi Jinping\n    title: President\n",
        "  - see: Xi Jinping\n    title: Chairman\n",
        ("Chairman", "President"),
    ),
    "an alliance, and talk of one turned away": (
        "whether they do it",
        "  - form-alliance: f\n    by: [China, Russia]\n",
        "  - form-alliance: g\n    by: [China, Russia]\n    is: possible\n"
        "  - reject: r\n    by: [China, Russia]\n    about: g\n",
        ("about: g", "about: alliance"),
    ),
    "meant well, and expected to do harm": (
        "meant for, and what comes of it",
        "  - say: s\n    by: mod-russia\n    claims:\n"
        + indented(
            FLIGHT
            + "    aims_at:\n      - uphold: u\n        by: [China, Russia]\n        about: strategic-stability\n"
        ),
        AGAIN + "  - escalate: e\n    about: [flight, regional-security]\n    mark: inferred\n    is: possible\n",
        ("escalate: e", "respond: e\n    by: USA"),
    ),
    "a purpose less": (
        "purpose: not all",
        FLIGHT + "    aims_at:\n      - uphold: u\n        by: Russia\n        about: strategic-stability\n"
        "      - intimidate: x\n        by: Russia\n        toward: Japan\n",
        AGAIN + "    aims_at:\n      - uphold: u\n        same: true\n        by: Russia\n"
        "        about: strategic-stability\n",
        (
            "        about: strategic-stability\n",
            "      - intimidate: x\n        same: true\n        by: Russia\n        toward: Japan\n",
        ),
    ),
    "what a visit is for": (
        "purpose",
        "  - visit: t\n    by: Xi Jinping\n    toward: Russia\n"
        "    aims_at:\n      - show-unity: u\n        by: [Xi Jinping, Putin]\n        mark: inferred\n",
        "  - visit: t\n    same: true\n    by: Xi Jinping\n    toward: Russia\n"
        "  - propose: p\n    by: Xi Jinping\n    during: t\n    claims:\n      - cooperate: c\n"
        "        by: [China, Russia]\n        aims_at:\n          - develop: d\n            by: [China, Russia]\n"
        "            about: national-development\n",
        ("    during: t\n", ""),
    ),
    "how long it took": ("duration", FLIGHT + "    duration: 10 hours\n", AGAIN, None),
    "which time": (
        "which time",
        MEETING + "    which_time: first since 2019\n",
        MEETING_AGAIN,
        ("  - meet: m\n", "  - meet: m\n    which_time: first since 2019\n"),
    ),
    "a talk known from a party of it": (
        "whose word",
        MEETING + "  - complain: c\n    by: Wang Yi\n    to: Lavrov\n    toward: USA\n    during: m\n",
        MEETING_AGAIN
        + "  - announce: a1\n    by: mfa-china\n    claims:\n"
        + indented(
            "  - complain: c\n    same: true\n    by: Wang Yi\n    to: Lavrov\n    toward: USA\n    during: m\n"
        ),
        ("by: mfa-china", "by: Blinken"),
    ),
    "how many more than before": (
        "aircraft, compared",
        "  - joint-flight: before\n    by: [China, Russia]\n    date: 2019-07-23\n"
        + FLIGHT
        + "    aircraft: {value: double, for: China, than: before}\n",
        AGAIN + "    aircraft: {value: 4 bombers, for: China}\n",
        ("for: China", "for: Russia"),
    ),
    "how many at a time": (
        "aircraft, at a time and in all",
        FLIGHT + "    aircraft: 6 bombers\n",
        AGAIN + "  - fly: leg\n    by: [China, Russia]\n    part_of: flight\n    aircraft: 4 aircraft\n",
        ("by: [China, Russia]\n    part_of", "by: Russia\n    part_of"),
    ),
    "who answered it": (
        "who answered it: not all of them",
        FLIGHT
        + "  - protest: p\n    by: Japan\n    toward: Russia\n    responds_to: flight\n"
        + "  - scramble: s\n    by: South Korea\n    responds_to: flight\n",
        AGAIN + "  - scramble: s\n    same: true\n    by: South Korea\n    responds_to: flight\n",
        ("by: South Korea", "by: [South Korea, Japan]"),
    ),
    "printed descriptions": (
        "described as, if it is the same",
        FLIGHT + "    described_as: {value: ironclad, phrase: ironclad}\n",
        FLIGHT.replace("flight\n", "patrol\n    unsure: a/flight\n", 1)
        + "    described_as: {value: no limits, phrase: no limits}\n",
        ("phrase: no limits", "phrase: ironclad"),
    ),
    "who calls for it": (
        "judgement",
        "  - appeal: p\n    by: Japan\n    about: ukraine-resolution\n    claims:\n"
        "      - vote-for: v\n        by: United Nations\n        about: ukraine-resolution\n",
        "  - disapprove: d\n    by: Cuba\n    about: ukraine-resolution\n",
        ("by: Cuba", "by: Japan"),
    ),
    "praised and doubted": (
        "judgement",
        "  - praise: p\n    by: Putin\n    toward: China\n    about: peace-plan-china\n",
        "  - doubt: d\n    by: Reuters\n    about: peace-plan-china\n",
        ("by: Reuters", "by: Lavrov"),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_it_is_found_and_only_then(name: str, store: Store, tmp_path: Path) -> None:
    aspect, first, second, change = CASES[name]
    assert aspect in {c.aspect for c in found(store, tmp_path, first, second)}
    if change:
        assert change[0] in second
        assert aspect not in {c.aspect for c in found(store, tmp_path, first, second.replace(*change))}


def test_what_came_before_a_part_is_left_out(store: Store, tmp_path: Path) -> None:
    """Where two publishers tell it."""
    notice = "  - inform: n\nSAME    by: Russia\n    to: South Korea\n"
    entry = ENTRY.replace("entry\n", "entry\nSAME", 1) + "    follows: n\n"
    first = FLIGHT + (entry + notice).replace("SAME", "")
    again = AGAIN + (entry + notice).replace("SAME", "    same: true\n")
    silent = AGAIN + ENTRY.replace("entry\n", "entry\n    same: true\n", 1)
    texts = {"a": first, "b": again, "c": silent}
    publishers = {"a": "japan-news", "b": "reuters", "c": "tass"}
    load_text(store, tmp_path, **{i: HEAD.format(i, publishers[i]) + text for i, text in texts.items()})
    (one,) = [c for c in find_conflicts(store) if c.aspect == "left out"]
    assert [t.article for t in one.tellings] == ["a", "b", "c"]


def test_an_island_has_one_name_in_both_languages(store: Store, tmp_path: Path) -> None:
    island = "  - see: miyakojima\n    known_as: {}\n"
    assert found(store, tmp_path, island.format("Miyakojima"), island.format("Miyako Island")) == []
    (one,) = found(store, tmp_path, island.format("Miyakojima"), island.format("Typinsan"))
    assert one.aspect == "known as"


# What only looks like a disagreement: one text's words for several deeds, other towns of a war, an office and who holds
# it, what another sentence names, a purpose of what is told.
NONE = {
    "in what tone": (
        FLIGHT
        + "  - protest: p\n    by: Japan\n    toward: Russia\n    about: flight\n"
        + "  - express-concern: c\n    by: Japan\n    about: flight\n",
        AGAIN,
    ),
    "where, by its parts": (
        "  - invade: i\n    by: Russia\n    toward: Ukraine\n    at: donbas\n",
        "  - invade: i\n    same: true\n    by: Russia\n    toward: Ukraine\n"
        "  - fight-on: f\n    by: Ukraine\n    at: Kherson\n    part_of: i\n",
    ),
    "by whom, if it is the same": (
        "  - say: s\n    by: mod-russia\n    about: sanctions\n",
        "  - say: z\n    by: Shoigu\n    about: sanctions\n    unsure: a/s\n",
    ),
    "by whom": (
        FLIGHT + ENTRY,
        AGAIN + ENTRY.replace("entry\n", "entry\n    same: true\n", 1).replace("by: Russia", "by: unstated"),
    ),
    "word": (
        "  - say: s\n    by: Lavrov\n    about: sanctions\n    claims:\n"
        "      - oppose: o\n        by: Russia\n        about: sanctions\n        is: called_for\n",
        "  - appeal: s\n    same: true\n    by: Lavrov\n    about: sanctions\n",
    ),
}


@pytest.mark.parametrize("aspect", NONE)
def test_what_is_no_disagreement_is_not_named(aspect: str, store: Store, tmp_path: Path) -> None:
    first, second = NONE[aspect]
    assert aspect not in {c.aspect for c in found(store, tmp_path, first, second)}


def test_an_excerpt_that_holds_enough_leaves_out_what_took_place(store: Store, tmp_path: Path) -> None:
    """And not what was said there, nor where only the beginning is kept."""
    excerpt = HEAD.format("b", "reuters").replace("P1:", "excerpt: true\nP1:") + AGAIN
    rest = "P5:\n  - see: flight\n    is: asserted\n"
    deed = "  - escort: e\n    by: Russia\n    part_of: flight\n"
    said = "P6:\n  - say: s\n    by: Lavrov\n    part_of: flight\n"
    for first, second, expected in (
        (deed, excerpt + rest, ["a", "b"]),
        (deed, excerpt, []),
        (said, excerpt + rest, []),
    ):
        load_text(store, tmp_path, a=HEAD.format("a", "japan-news") + FLIGHT + first, b=second)
        left_out = [c for c in find_conflicts(store) if c.aspect == "left out"]
        assert [t.article for c in left_out for t in c.tellings] == expected


def test_what_an_excerpt_broke_off_before_is_not_left_out(store: Store, tmp_path: Path) -> None:
    said = "  - say: s\n{}    by: Lavrov\n    claims:\n      - meet: m\n{}        by: [Lavrov, Wang Yi]\n"
    more = "      - joint-flight: f\n        by: [China, Russia]\n"
    excerpt = HEAD.format("b", "reuters").replace("P1:", "excerpt: true\nP{}:") + said.format(
        "    same: true\n", "        same: true\n"
    )
    for paragraph, last, expected in ((1, 5, 1), (5, 6, 0)):
        whole = HEAD.format("a", "japan-news") + FLIGHT + said.format("", "") + more
        load_text(store, tmp_path, a=whole, b=excerpt.format(paragraph) + f"P{last}:\n" + AGAIN)
        assert len([c for c in find_conflicts(store) if c.aspect == "what was said"]) == expected


def test_what_one_of_many_articles_has_further_down_is_not_left_out(store: Store, tmp_path: Path) -> None:
    deed = "P5:\n  - escort: e\n    by: Russia\n    part_of: flight\n"
    texts = {f"b{n}": HEAD.format(f"b{n}", "reuters") + AGAIN for n in range(10)}
    few = dict(list(texts.items())[:3])
    for others, expected in ((few, 1), (texts, 0)):
        load_text(store, tmp_path, a=HEAD.format("a", "japan-news") + FLIGHT + deed, **others)
        assert len([c for c in find_conflicts(store) if c.aspect == "left out"]) == expected
