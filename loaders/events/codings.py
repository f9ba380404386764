"""Codes of events: CAMEO codes and their names, PLOVER types and modes, each with its kind of act."""

from __future__ import annotations

from functools import cache

from communique.schemas.coded_events import Coding
from communique.schemas.entries import Cameo
from communique.schemas.vocabulary import Vocabulary


class Codings:
    """Finds what codes mean; each combination is looked up once.

    Raises
    ------
    ValueError
        From its methods: for a code that is not known.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        codes = sorted(vocabulary.cameo.values(), key=lambda code: (len(code.id), code.id))
        self._by_name = {code.name.casefold(): code for code in codes}
        self.cameo = cache(self._cameo)
        self.plover = cache(self._plover)

    def _cameo(self, *written: str) -> Coding:
        """Return the coding of a code, of a name of a code, or of both; ICEWS may drop a code's leading zero.

        >>> from communique.schemas.vocabulary import read_vocabulary
        >>> codings = Codings(read_vocabulary())
        >>> [codings.cameo(*x).cameo for x in (("042",), ("Make a visit",), ("14", "Consider policy option"))]
        ['042', '042', '014']
        """
        found = [code for text in written if (code := self._code(text))]
        if len(written) == 2 and found:
            number, name = written[0], self._by_name.get(written[1].casefold())
            if name and number not in (name.id, name.id.lstrip("0")):
                raise ValueError(f"CAMEO code {number} is not {written[1]!r}")
            found = [name] if name else found
        if not found:
            raise ValueError(f"unknown relation {' '.join(written)!r} (a CAMEO code, or the name of one)")
        return Coding(found[0].kind, cameo=found[0].id)

    def _code(self, text: str) -> Cameo | None:
        return self.vocabulary.cameo.get(text) or self._by_name.get(text.casefold())

    def _plover(self, name: str, mode: str) -> Coding:
        """Return the coding of a type and a mode; one that the manual does not list is kept."""
        event_type = self.vocabulary.plover.get(name.upper())
        if event_type is None:
            raise ValueError(f"unknown event type {name!r} (a type of PLOVER)")
        mode = "" if mode == "None" else mode.casefold().replace("_", "-")
        return Coding(event_type.kinds.get(mode, event_type.kind), plover=event_type.id, mode=mode)
