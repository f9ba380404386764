"""Where a search can begin: at one day, at things with ids, at what was found from there, or at all that there is."""

from __future__ import annotations

from enum import IntEnum

from communique.queries.algebra.acts import Acts, First, Last
from communique.queries.algebra.days import Date, Days, Units
from communique.queries.algebra.sets import And, Except, Or, Set
from communique.queries.algebra.things import Labelled, Named, Who, Within


class Anchor(IntEnum):
    """How few acts or things a search begins with; the less, the fewer."""

    DAY = 0
    IDS = 1
    FOUND = 2
    NONE = 3


def anchor(found: Set) -> Anchor:
    """Return where the search for a set of acts or things can begin."""
    match found:
        case Named():
            return Anchor.IDS
        case Acts(when=Date() as date) if date.day():
            return Anchor.DAY
        case Acts():
            return min((anchor(things) for things in found.roles().values()), default=Anchor.NONE)
        case Who(of=acts) | Days(of=acts):
            return max(anchor(acts), Anchor.FOUND)
        case And(of=parts):
            return min(map(anchor, parts))
        case Or(of=parts):
            return max(map(anchor, parts))
        case Except(of=of) | First(of=of) | Last(of=of) | Within(of=of):
            return anchor(of)
    return Anchor.NONE


def listed_part(joined: Set) -> Set | None:
    """Return a part of a set of things or days that can be listed and holds all of it; None, if there is none."""
    match joined:
        case And(of=parts):
            listed = filter(None, map(listed_part, parts))
            return min(listed, key=anchor, default=None)
        case Except(of=of):
            return listed_part(of)
        case Or(of=parts):
            return joined if all(map(listed_part, parts)) else None
        case Date() as date:
            return joined if date.span().precision != "open" else None
        case Days() | Units() | First() | Last() | Named() | Labelled() | Who() | Within():
            return joined
    return None
