"""Maps articles to rows of the graph: what DESIGN calls the public shape, one function a part of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import replace
from datetime import date

from communique.graph.mapping.bounds import Bounds
from communique.graph.mapping.derived import add_derived
from communique.graph.mapping.near import add_near
from communique.graph.mapping.scores import scores, stance_of
from communique.graph.mapping.sources import Sources
from communique.graph.mapping.status import status_of
from communique.graph.mapping.summaries import describe
from communique.graph.mapping.vocabulary import add_entry
from communique.graph.rows import Key, Properties, Rows
from communique.graph.rows import Node as Row
from communique.graph.shape import ROLE_EDGES
from communique.schemas.dates import Edtf, parse_edtf
from communique.schemas.records import Act, Article, Detail, Report, Role
from communique.schemas.stems import stem_words
from communique.schemas.vocabulary import Vocabulary


def map_articles(articles: Iterable[Article], vocabulary: Vocabulary, events: Container[str] = ()) -> Rows:
    """Return the nodes and edges that these articles make together.

    An act that several articles give is one node: kind and summary from the article that introduces it, the
    date the most precise that no report contradicts, participants with the articles that name them. A link to an
    act that neither these articles nor `events`, the ids of coded events, have is left out.
    """
    articles = sorted(articles, key=lambda a: a.id)
    rows = Rows()
    acts: dict[str, list[tuple[Article, Act]]] = defaultdict(list)
    reports: dict[str, list[Report]] = defaultdict(list)
    for article in articles:
        _add_article(rows, article, vocabulary)
        for act in article.acts:
            acts[act.id].append((article, act))
        for report in article.reports:
            reports[report.fact].append(report)
    bounds = Bounds(acts, reports)
    for act_id, given in acts.items():
        _add_act(rows, given, reports[act_id], bounds, events, vocabulary)
    for article in articles:
        for detail in article.details:
            _add_detail(rows, detail, vocabulary)
        sources = Sources(article, vocabulary)
        for report in article.reports:
            _add_report(rows, article, report, sources)
    add_near(rows, vocabulary)
    return rows


def _add_article(rows: Rows, article: Article, vocabulary: Vocabulary) -> None:
    published = parse_edtf(article.published)
    key = rows.node(
        Row(
            "Article",
            article.id,
            _filled(
                name=f"{vocabulary.actors[article.publisher].name}, {article.published}",
                headline=article.headline,
                published=article.published,
                earliest=published.earliest,
                latest=published.latest,
                url=article.url,
                note=article.note,
                authors=list(article.authors),
                excerpt=article.excerpt or None,
            ),
        )
    )
    rows.edge(key, "PUBLISHED_BY", add_entry(rows, article.publisher, vocabulary))
    if article.agency:
        rows.edge(key, "AGENCY", add_entry(rows, article.agency, vocabulary))
    for place in article.datelined:
        rows.edge(key, "DATELINED", add_entry(rows, place, vocabulary))


def _add_act(
    rows: Rows,
    given: list[tuple[Article, Act]],
    reports: list[Report],
    bounds: Bounds,
    events: Container[str],
    vocabulary: Vocabulary,
) -> None:
    first = next((act for _, act in given if not act.same), given[0][1])
    kind = vocabulary.kinds[first.kind]
    kinds = list(dict.fromkeys(k for start in (first.kind, *first.also) for k in vocabulary.ancestors(start)))
    roles: dict[Role, set[str]] = {}
    for article, act in given:
        for role in act.roles:
            roles.setdefault(_ordered(role), set()).add(article.id)
    sentence = describe(kind, roles, vocabulary.name_of)
    earliest, latest = bounds.of(first.id)
    own = bounds.written(first.id)
    code = vocabulary.cameo.get(kind.cameo)
    properties = _filled(
        name=first.name or sentence,
        summary=first.summary or sentence,
        kind=first.kind,
        kinds=kinds,
        status=status_of(reports),
        holds=any(report.holds for report in reports),
        date=str(own or ""),
        earliest=earliest,
        latest=latest,
        precision=own.precision if own else "open",
        cameo=kind.cameo,
        **scores(kind, code, vocabulary),
        **stance_of((first.kind, *first.also), vocabulary),
        words=_act_words(first, sentence, reports),
    )
    key = rows.node(Row("Act", first.id, properties, ("Statement" if kind.statement else "Event",)))
    for role in roles:
        target = _target(rows, role.target, role.section, vocabulary)
        offices = [vocabulary.offices[o].name for o in role.offices]
        rows.edge(
            key,
            ROLE_EDGES[role.role],
            target,
            articles=sorted(roles[role]),
            preposition=role.preposition,
            office=", ".join(offices),
            acting_for=role.acting_for,
        )
    for article, act in given:
        for link in act.links:
            if link.article and link.target not in bounds.acts and link.target not in events:
                continue  # that article or data set is not loaded: the link is there with the next load after it is
            target = _target(rows, link.target, link.section, vocabulary)
            rows.edge(
                key,
                link.type,
                target,
                number=link.number,
                article=article.id,
                paragraph=link.paragraph,
                mark=link.mark,
                via=link.via,
                hedge=link.hedge,
            )
    spoken = [vocabulary.kinds[k] for k in dict.fromkeys((first.kind, *first.also))]
    add_derived(rows, key, spoken, list(roles), own or _on_its_day(latest, given), vocabulary)


def _ordered(role: Role) -> Role:
    """Two articles that name a party's offices in another order name one role."""
    return replace(role, offices=tuple(sorted(role.offices)))


def _target(rows: Rows, target: str, section: str, vocabulary: Vocabulary) -> Key:
    """Return the key of what a role or link leads to: a fact, or an entry, which is added."""
    label = {"acts": "Act", "details": "Detail"}.get(section)
    return (label, target) if label else add_entry(rows, target, vocabulary)


def _act_words(act: Act, sentence: str, reports: Iterable[Report]) -> list[str]:
    phrases = " ".join(r.phrase for r in reports)
    return stem_words(f"{act.name} {act.summary} {sentence} {phrases} {act.id.replace('-', ' ')}")


def _add_detail(rows: Rows, detail: Detail, vocabulary: Vocabulary) -> None:
    unit = vocabulary.units[detail.unit] if detail.unit else None
    attribute = vocabulary.attributes[detail.attribute]
    key = rows.node(
        Row(
            "Detail",
            detail.id,
            _filled(
                name=f"{attribute.name}: {detail.value}",
                attribute=detail.attribute,
                value=detail.value,
                number=detail.number,
                unit=unit.name if unit else None,
                units=vocabulary.unit_family(unit.id) if unit else None,
                comparator=detail.comparator,
                ratio=detail.ratio,
                words=stem_words(f"{attribute.name} {detail.value}"),
            ),
        )
    )
    for kind, target, section in detail.links:
        rows.edge(key, kind, _target(rows, target, section, vocabulary))


def _add_report(rows: Rows, article: Article, report: Report, sources: Sources) -> None:
    target = ("Detail" if report.detail else "Act", report.fact)
    shared: Properties = {
        "paragraph": report.paragraph,
        "factuality": report.factuality,
        "hedge": report.hedge,
        "phrase": report.phrase,
    }
    known = rows.nodes[target].properties
    rows.edge(
        ("Article", article.id),
        "REPORTS",
        target,
        **shared,
        **{key: word for key in ("kind", "summary") if (word := getattr(report, key)) != known.get(key)},
        mark=report.mark,
        date=report.date,
        said_date=report.said_date,
        via=report.via,
        speakers=list(report.speakers),
        **sources.of(report),
        holds=report.holds,
    )
    if report.via:
        rows.edge(("Act", report.via), "CLAIMS", target, article=article.id, **shared)


def _on_its_day(latest: date | None, given: list[tuple[Article, Act]]) -> Edtf | None:
    """Return the day by which offices are told where an act has no date: its last, else that of publication."""
    days = [latest, *(parse_edtf(article.published).latest for article, _ in given)]
    return next((parse_edtf(day.isoformat()) for day in days if day), None)


def _filled(**properties: object) -> Properties:
    return {k: v for k, v in properties.items() if v not in (None, "", [], ())}
