"""The vocabulary as a whole: the shipped one is sound, and each thing that can be wrong is found at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.errors import InputError
from communique.graph.shape import VOCABULARY_EDGES
from communique.schemas.vocabulary import read_vocabulary
from communique.schemas.vocabulary_check import RESERVED_EDGES, check_vocabulary

CASES = {
    "actors: {zed: {part_of: nowhere}}": "1:25: actors/zed: part_of: 'nowhere' is not in actors",
    "actors: {a: {part_of: b}, b: {part_of: a}}": "1:23: actors/a: part_of: leads back to 'a' itself (cut it)",
    "actors: {zed: {aliases: [Zed, Putin]}}": "1:31: actors/zed: 'Putin' means 'putin' too (drop it in one)",
    "places: {china: {name: Chinatown}}": "1:10: places/china: this id is in actors too "
    "(ids are unique: choose another)",
    "places: {zed: {in: [mars]}}": "1:21: places/zed: in: 'mars' is not in places or actors (did you mean 'marles'?)",
    "places: {zed: {names: {chnia: Zed}}}": "1:24: places/zed: names: 'chnia' is not in actors (did you mean 'china'?)",
    "topics: {zed: {of: chnia}}": "1:20: topics/zed: of: 'chnia' is not in actors (did you mean 'china'?)",
    "units: {zed: {parents: [aircarft]}}": "1:25: units/zed: parents: 'aircarft' is not in units "
    "(did you mean 'aircraft'?)",
    "units: {zed: {aliases: [planes]}}": "1:25: units/zed: 'planes' means 'aircraft' too (drop it in one)",
    "offices: {zed: {of: chnia}}": "1:21: offices/zed: of: 'chnia' is not in actors (did you mean 'china'?)",
    "offices: {zed: {held: {ptuin: 2020}}}": "1:24: offices/zed: held: 'ptuin' is not in actors "
    "(did you mean 'putin'?)",
    "offices: {zed: {held: {china: 2020}}}": "1:24: offices/zed: held: 'china' is no Person (name who held it)",
    "offices: {zed: {held: {putin: 2018/2021, lavrov: 2019/..}}}": "1:42: offices/zed: putin (2018/2021) and lavrov "
    "(2019/..) hold it at once (mend a tenure, or write `shared: true`)",
    "offices: {zed: {held: {putin: 2016/2018-03, lavrov: 2019-02-10/..}}}": "1:45: offices/zed: nobody holds it "
    "between putin (2016/2018-03) and lavrov (2019-02-10/..) (mend a tenure, or write `vacant: 2018-03-31/2019-02-10`)",
    "offices: {zed: {held: {putin: 2016/2018-03, lavrov: 2019-02-10/..}, vacant: 2018-04/2018-06}}": "1:45: "
    "offices/zed: nobody holds it between vacant (2018-04/2018-06) and lavrov (2019-02-10/..) (mend a tenure, or write "
    "`vacant: 2018-06-30/2019-02-10`)",
    "offices: {zed: {held: {putin: 2018/2021}, vacant: 2019-03/2019-09}}": "1:51: offices/zed: vacant: "
    "2019-03/2019-09, but putin (2018/2021) holds it (mend one of them)",
    "offices: {zed: {held: {putin: 2018/2021}, vacant: 2019-13}}": "1:51: vacant: 2019-13 does not exist: "
    "months are 01 to 12",
    "offices: {zed: {aliases: [Chinese foreign minister]}}": "1:27: offices/zed: 'Chinese foreign minister' means "
    "'fm-china' too (drop it in one)",
    "actors: {zed: {role: foreign ministry, part_of: china}, zod: {aliases: [MFA of Japan]}}": "1:73: actors/zod: "
    "'MFA of Japan' means 'mfa-japan' too (drop it in one)",
    "offices: {zed: {held: {putin: [2018, 2018-13]}}}": "1:24: tenure of putin: 2018-13 does not exist: "
    "months are 01 to 12",
    "kinds: {zap: {parents: [critisize]}}": "1:25: kinds/zap: parents: 'critisize' is not in kinds "
    "(did you mean 'criticize'?)",
    "kinds: {zap: {parents: [zop]}, zop: {parents: [zap]}}": "1:25: kinds/zap: parents: leads back to 'zap' itself "
    "(cut it)",
    "kinds: {zap: {object: with}}": "1:23: kinds/zap: object: 'with' (one of by, to, toward, affects, about, at)",
    "kinds: {zap: {roles: {whom: required}}}": "1:23: kinds/zap: unknown role 'whom' "
    "(one of by, to, toward, affects, about, at)",
    "kinds: {zap: {roles: {to: needed}}}": "1:23: kinds/zap: to: 'needed' (one of required, optional, none)",
    "kinds: {zap: {prepositions: {on: over}}}": "1:30: kinds/zap: on: 'over' "
    "(one of by, to, toward, affects, about, at)",
    "kinds: {zap: {claims: maybe}}": "1:23: kinds/zap: claims: 'maybe' (one of asserted, denied, planned, predicted, "
    "called_for, called_against, possible, habitual, mentioned)",
    "kinds: {zap: {cameo: '999'}}": "1:22: kinds/zap: cameo: '999' is not in cameo",
    "kinds: {zap: {plover: SUPORT}}": "1:23: kinds/zap: plover: 'SUPORT' is not in plover (did you mean 'SUPPORT'?)",
    "kinds: {zap: {edge: Zapped}}": "1:21: kinds/zap: edge: 'Zapped' (capitals and underscores, as CRITICIZED, and "
    "none of PART_OF, HELD, OFFICE_OF, LOCATED_IN, NAMED_BY, OWNED_BY)",
    "kinds: {zap: {edge: PART_OF}}": "1:21: kinds/zap: edge: 'PART_OF' (capitals and underscores, as CRITICIZED, and "
    "none of PART_OF, HELD, OFFICE_OF, LOCATED_IN, NAMED_BY, OWNED_BY)",
    "attributes: {criticize: {}}": "1:14: attributes/criticize: is an act kind too (choose another id)",
    "attributes: {part_of: {}}": "1:14: attributes/part_of: is a key of every fact (choose another id)",
    "cameo: {'111': {goldstein: low}}": "1:28: cameo/111: goldstein: 'low' (a number)",
    "cameo: {'111': {quad: '5'}}": "1:23: cameo/111: quad: '5' (1 to 4)",
    "plover: {AID: {score: ten}}": "1:23: plover/AID: score: 'ten' (a number)",
    "cameo: {'057': {sentence: signed}}": "1:27: cameo/057: sentence: 'signed' "
    "(write _ once, where the target's name stands)",
    "cameo: {'999': {kind: praise}}": "1:9: cameo/999: sentence: '' (write _ once, where the target's name stands)",
    "plover: {CONSULT: {sentences: {phone: called}}}": "1:31: plover/CONSULT: sentences: 'called' "
    "(write _ once, where the target's name stands)",
}
SOUND = [
    "actors: {zed: {is: State, name: Zed, aliases: [Sea of Japan]}}",
    "offices: {zed: {held: {putin: 2018/2019-05, lavrov: 2019-05/..}}}",
    "offices: {zed: {held: {putin: 2016/2018-03, lavrov: 2019-02-10/..}, vacant: 2018-03-31/2019-02-10}}",
    "offices: {zed: {held: {putin: 2018-01-01/2018-03-30, lavrov: 2018-03-31/..}}}",
    "offices: {zed: {held: {putin: 2010/2012, lavrov: 2016/2017-11}}}",
    "offices: {zed: {shared: true, held: {putin: 2016/2018, lavrov: 2020/..}}}",
    "offices: {zed: {role: ambassador, of: china}}",
    "offices: {zed: {shared: true, held: {putin: 2018/.., lavrov: 2018/..}}}",
    "kinds: {zap: {edge: ZAPPED_AT, parents: [criticize], roles: {toward: required}}}",
    "{}",
]


def test_the_shipped_vocabulary_is_sound() -> None:
    assert check_vocabulary(read_vocabulary()) == []


@pytest.mark.parametrize("text", CASES)
def test_a_fault_is_found_at_its_place(text: str, tmp_path: Path) -> None:
    path = tmp_path / "vocabulary.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError) as caught:
        read_vocabulary([path])
    assert str(caught.value) == f"{path}:{CASES[text]}"


@pytest.mark.parametrize("text", SOUND)
def test_what_is_allowed_is_not_a_fault(text: str, tmp_path: Path) -> None:
    path = tmp_path / "vocabulary.yaml"
    path.write_text(text, "utf-8")
    assert read_vocabulary([path]).files == [path]


def test_a_fault_in_a_later_file_is_found_there_and_not_in_an_earlier_one(tmp_path: Path) -> None:
    first, second = tmp_path / "first.yaml", tmp_path / "second.yaml"
    first.write_text("actors: {zed: {name: Zed}}", "utf-8")
    second.write_text("actors:\n  zed: {part_of: nowhere}", "utf-8")
    with pytest.raises(InputError, match=r"second.yaml:2:18: actors/zed"):
        read_vocabulary([first, second])


def test_long_chains_and_large_offices_are_checked_and_a_chain_has_an_end(tmp_path: Path) -> None:
    path = tmp_path / "vocabulary.yaml"
    chain = "".join(f"  a{n}: {{part_of: a{n + 1}}}\n" for n in range(3000)) + "  a3000: {}\n"
    held = "".join(f"    p{n}: {1000 + n // 10}\n" for n in range(3000))
    people = "".join(f"  p{n}: {{is: Person}}\n" for n in range(3000))
    path.write_text(f"actors:\n{chain}{people}offices:\n  zed:\n   shared: true\n   held:\n{held}", "utf-8")
    with pytest.raises(InputError, match=r"actors/a2950: part_of: leads more than 50 steps up") as caught:
        read_vocabulary([path])
    assert len(caught.value.problems) == 1


def test_edges_of_the_vocabulary_are_reserved() -> None:
    assert RESERVED_EDGES == VOCABULARY_EDGES
