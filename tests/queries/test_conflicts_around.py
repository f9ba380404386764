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
    "twice, and as if once": ("how often", VIOLATION + "    times: 2 times\n", VIOLATION_AGAIN, None),
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
