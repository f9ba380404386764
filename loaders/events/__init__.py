"""Event data sets: ICEWS, GDELT and POLECAT, in the forms in which they are published."""

from communique.loaders.events.actors import unquoted
from communique.loaders.events.files import STDIN, read_events
from communique.loaders.events.reader import EventReader

__all__ = ["STDIN", "EventReader", "read_events", "unquoted"]
