"""What only several articles together show: what a fact rests on, which pairs are open, which names are used once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from communique.loaders.article_reader import ReadArticle
from communique.schemas.records import Act, Article, Link


class Sources:
    """What the articles that were read together say of each fact, by its id.

    Only reports count that are neither inferred nor a mere mention, and that do not stand inside a statement which
    itself does not hold. Voices count as they are named; the query single-source-claims looks further, to states.
    """

    def __init__(self, reads: Iterable[ReadArticle]) -> None:
        articles = [(read.article, _publisher(read)) for read in reads]
        held = {report.fact for article, _ in articles for report in article.reports if report.holds}
        self.dated = {report.fact for article, _ in articles for report in article.reports if report.date}
        self.unsure: dict[frozenset[str], tuple[str, Act, Link]] = {}
        self.summaries = {act.id: act.summary for article, _ in articles for act in article.acts if not act.same}
        self._papers: dict[str, set[str]] = defaultdict(set)
        self._chains: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        self._attributed: set[str] = set()
        for article, publisher in articles:
            for report in article.reports:
                told = report.mark != "inferred" and report.factuality != "mentioned"
                if told and (not report.via or report.via in held):
                    self._papers[report.fact].add(article.id)
                    self._chains[report.fact].append(report.speakers or (publisher,))
                    if report.speakers:
                        self._attributed.add(report.fact)
        self._settle([article for article, _ in articles])

    def _settle(self, articles: list[Article]) -> None:
        """Join the acts that somebody called the same, and keep each pair that nobody is sure of once."""
        links = [(article.id, act, link) for article in articles for act in article.acts for link in act.links]
        for article, act, link in links:
            if link.type == "UNSURE":
                self.unsure.setdefault(frozenset((act.id, link.target)), (article, act, link))
            elif link.type == "SAME_AS":
                both = self._papers[act.id] | self._papers[link.target] | {link.article or article}
                self._papers[act.id] = self._papers[link.target] = both
        for _, act, link in links:
            if link.type in ("SAME_AS", "NOT_SAME_AS"):
                self.unsure.pop(frozenset((act.id, link.target)), None)

    def one_article(self, fact: str) -> bool:
        """Say whether a single article gives the fact; one linked by `same_as` counts as the same."""
        return len(self._papers.get(fact, ())) == 1

    def one_voice(self, fact: str) -> str:
        """Return the voice through which every report of an attributed fact comes, the outermost, else nothing."""
        chains = self._chains.get(fact, []) if fact in self._attributed else []
        return next((voice for voice in chains[0] if all(voice in chain for chain in chains)), "") if chains else ""


def _publisher(read: ReadArticle) -> str:
    actor = read.vocabulary.actors.get(read.article.publisher)
    return actor.name if actor else read.article.publisher


def used_once(articles: list[Article]) -> dict[str, dict[str, str]]:
    """Return the actors and topics that a single fact uses; whoever publishes articles is used by that, too."""
    uses: Counter[tuple[str, str]] = Counter()
    where: dict[tuple[str, str], str] = {}
    for article in articles:
        for section, entry in _uses(article):
            uses[section, entry] += 1
            where[section, entry] = article.id
        uses.update(("actors", entry) for entry in (article.publisher, article.agency))
    once = sorted(key for key in where if uses[key] == 1)
    return {section: {i: where[s, i] for s, i in once if s == section} for section in ("actors", "topics")}


def _uses(article: Article) -> Iterator[tuple[str, str]]:
    for act in article.acts:
        yield from ((role.section, role.target) for role in act.roles)
        yield from (("actors", role.acting_for) for role in act.roles if role.acting_for)
        yield from ((link.section, link.target) for link in act.links)
    for detail in article.details:
        yield from ((section, target) for _, target, section in detail.links)
