"""On whom a report rests: the original source, as against the papers and agencies that pass it on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.graph.mapping.derived import states_of
from communique.schemas.dates import parse_edtf
from communique.schemas.records import Article, Report, Role
from communique.schemas.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class _Voice:
    speakers: tuple[Role, ...]
    date: str


class Sources:
    """Tells the original source of each report of one article."""

    def __init__(self, article: Article, vocabulary: Vocabulary) -> None:
        self.vocabulary, self.published = vocabulary, article.published
        self.own = _Voice((Role("by", article.agency or article.publisher, "actors"),), "")
        self.speakers = {
            act.id: tuple(r for r in act.roles if r.role == "by" and r.section == "actors") for act in article.acts
        }
        self.reports: dict[str, list[Report]] = defaultdict(list)
        for report in article.reports:
            self.reports[report.fact].append(report)

    def of(self, report: Report) -> dict[str, list[str]]:
        """Return the ids of the source, and of its `sides`: the states for which it speaks, else itself.

        The source is the outermost voice of the chain that is no paper or agency. What the article says itself rests
        on its agency, else its publisher; what only papers and agencies pass on rests on the innermost of them. A
        joint statement has several ids, words of somebody who is not named none.
        """
        voices = self._voices(report)
        spoken = [voice for voice in voices if not self._passes_on(voice)]
        voice = spoken[0] if spoken else voices[-1] if voices else self.own
        sides = (self._sides(speaker, voice.date or self.published) for speaker in voice.speakers)
        return {"sources": _each(r.target for r in voice.speakers), "sides": _each(s for some in sides for s in some)}

    def _voices(self, report: Report) -> list[_Voice]:
        """Return who speaks, from the outermost to the innermost: up the statements, each as it stands in the chain."""
        voices: list[_Voice] = []
        while report.via:
            outer = next(r for r in self.reports[report.via] if r.speakers == report.speakers[:-1])
            voices.insert(0, _Voice(self.speakers[report.via], outer.date))
            report = outer
        return voices

    def _passes_on(self, voice: _Voice) -> bool:
        return bool(voice.speakers) and all(self.vocabulary.actors[r.target].media for r in voice.speakers)

    def _sides(self, speaker: Role, date: str) -> Sequence[str]:
        return [state for state, _ in states_of(speaker, parse_edtf(date), self.vocabulary)] or [speaker.target]


def _each(ids: Iterable[str]) -> list[str]:
    return sorted(set(ids))
