"""What readings ask for, without the acts of which they ask it."""

from __future__ import annotations

from dataclasses import replace

from communique.queries.ask.figures import OF_THE_WHOLE
from communique.queries.ask.question import Acts, Party, Question

# What can be asked of acts that are found by what bears them out; a yes, a count, an order and whatever happened need a
# reading of the whole sentence.
_FORMS = ("party", "date", "place", "detail", "content", "source", "topic", "articles", "reason", "thing")

Frame = tuple[Question, tuple[Party, ...]]


def frames_of(readings: list[Question]) -> list[Frame]:
    """Return what readings ask for; where who says so is asked, whose deed it is, is not."""
    frames = list(dict.fromkeys(_frame(q) for q in readings if _can_be_asked(q)))
    if any(frame.form == "source" for frame, _ in frames):
        frames = [f for f in frames if f[0].form != "party"]
    return frames


def is_whole(question: Question) -> bool:
    """Say whether a reading is of a deed that a noun alone stands for, and so whole."""
    acts = question.acts
    return bool(acts.kinds and acts.parties) and question == Question(
        "party", Acts(kinds=acts.kinds, parties=acts.parties), ("by",), question.labels
    )


def _frame(question: Question) -> Frame:
    """Return what a reading asks for without its acts, and the parties whose side is certain."""
    # Whose words an inner sentence tells of says nothing of who speaks.
    inner = question.form == "source"
    certain = () if inner else tuple(p for p in question.acts.parties if not p.tokens and p.ids)
    return replace(question, acts=Acts(speakers=question.acts.speakers), rank=0), certain


def _can_be_asked(question: Question) -> bool:
    """Say whether a reading asks for something that acts which were found by support can tell for certain."""
    vague = question.form == "detail" and not question.units
    vague = vague and set(question.attributes) <= {"described_as", "known_as"}
    placed = question.form == "party" and question.roles[:1] not in (("by",), ("to",), ("toward",))
    placed = placed and not (question.labels and question.of)
    return question.form in _FORMS and question.rank < 7 and not (vague or placed or question.acts.gap)


def of_sides(question: Question) -> bool:
    """Say whether a figure or model is that of a side: not how old or long or dear something is."""
    return not set(question.attributes) & {*OF_THE_WHOLE, "office", "title"}
