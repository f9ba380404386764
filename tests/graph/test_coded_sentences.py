"""The sentences in which coded events are told: right English for every code, with a target and without one."""

from __future__ import annotations

from datetime import date

import pytest

from communique.graph.mapping.events import CodedMapper
from communique.schemas.coded_events import CodedActor, CodedEvent, Coding
from communique.schemas.vocabulary import read_vocabulary

VOCABULARY = read_vocabulary()
MAPPER = CodedMapper(VOCABULARY)
CODES = {
    "010": "Oman made a statement to or about Iraq | Oman made a statement",
    "020": "Oman made an appeal or request to Iraq | Oman made an appeal or request",
    "022": "Oman appealed to Iraq for diplomatic cooperation | Oman appealed for diplomatic cooperation",
    "036": "Oman expressed an intent to meet or negotiate with Iraq | Oman expressed an intent to meet or negotiate",
    "042": "Oman made a visit to Iraq | Oman made a visit",
    "044": "Oman met with Iraq at a third location | Oman met at a third location",
    "057": "Oman signed an agreement with Iraq | Oman signed an agreement",
    "071": "Oman provided economic aid to Iraq | Oman provided economic aid",
    "0874": "Oman retreated from or surrendered to Iraq militarily | Oman retreated or surrendered militarily",
    "105": "Oman demanded that Iraq yield | Oman demanded that somebody yield",
    "1123": "Oman accused Iraq of aggression | Oman accused somebody of aggression",
    "175": "Oman used tactics of violent repression against Iraq | Oman used tactics of violent repression",
    "181": "Oman abducted, hijacked or took Iraq hostage | Oman abducted, hijacked or took somebody hostage",
}
MODES = {
    "AID ": "Oman provided material aid to Iraq | Oman provided material aid",
    "CONSULT visit": "Oman made a visit to Iraq | Oman made a visit",
    "CONSULT picnic": "Oman consulted with Iraq | Oman consulted",
    "COERCE cyber": "Oman carried out a cyber attack or crime against Iraq | Oman carried out a cyber attack or crime",
}


def told(coding: Coding) -> str:
    """Return the sentences of an act of Oman toward Iraq and toward nobody."""
    by, toward = ("by", CodedActor("oman", "Oman", True)), ("toward", CodedActor("iraq", "Iraq", True))
    return " | ".join(
        str(MAPPER.own(CodedEvent("1", "icews", 1, coding, parties, date(2014, 5, 20)))["summary"])
        for parties in ((by, toward), (by,))
    )


@pytest.mark.parametrize("code", CODES)
def test_an_event_is_told_in_the_words_of_its_code(code: str) -> None:
    assert told(Coding(VOCABULARY.cameo[code].kind, cameo=code)) == CODES[code]


@pytest.mark.parametrize("coded", MODES)
def test_an_event_of_plover_is_told_in_the_words_of_its_mode_or_else_of_its_type(coded: str) -> None:
    name, mode = coded.split(" ")
    assert told(Coding(VOCABULARY.plover[name].kind, plover=name, mode=mode)) == MODES[coded]


def test_every_code_every_type_and_every_mode_has_its_sentence() -> None:
    assert [code.id for code in VOCABULARY.cameo.values() if not code.sentence] == []
    assert [name.id for name in VOCABULARY.plover.values() if not name.sentence] == []
    assert [name.id for name in VOCABULARY.plover.values() if name.sentences.keys() != name.modes.keys()] == []
