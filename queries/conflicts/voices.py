"""On whose word: what one article knows by itself, from all who did it, or from another side."""

from __future__ import annotations

from collections.abc import Iterator

from communique.queries.conflicts.told import Conflict, Telling, Told


def attribution_conflicts(told: Told) -> Iterator[Conflict]:
    """Yield a conflict where one article gives as its own knowledge what another only has from somebody.

    Only where some source doubts or denies it, or where all who say it have an interest: the side that it was done to,
    of a denial the doers, of what was said in a talk a party of it. Else to name one's source is care, and no
    disagreement.
    """
    doubted = any(t.factuality == "denied" or t.hedge for t in told.reports)
    doers = told.sides("BY")
    concerned = (
        doers | told.sides("TO") if told.act["statement"] and told.linked("DURING") else told.sides("TOWARD") - doers
    )
    for said, interested in ((told.asserted, concerned), (told.denied, doers)):
        own = [t for t in said if not t.chain and t.mark == "reported"]
        others = [t for t in said if t.chain and t.article not in {o.article for o in own}]
        partial = all(t.sides and interested.issuperset(t.sides) for t in others)
        if own and others and (partial or (doubted and said == told.asserted)):
            tellings = [*(t.saying("in its own voice") for t in own), *(t.saying(f"from {t.voice}") for t in others)]
            yield told.conflict("strength", "whose word", tellings)


def announced_conflicts(told: Told) -> Iterator[Conflict]:
    """Yield a conflict where some have an act from all who did it together, others from one of them or another side."""
    doers = told.states("BY")
    heard: dict[str, dict[tuple[str, ...], Telling]] = {}
    for telling in (t for t in told.reports if t.chain and t.sides and t.factuality != "denied"):
        heard.setdefault(telling.article, {}).setdefault(telling.chain, telling)
    states = {article: {s for t in said.values() for s in t.sides} for article, said in heard.items()}
    own = [a for a, said in heard.items() if any({*t.sides} >= doers for t in said.values())]
    less = [a for a, sides in states.items() if not sides >= doers]
    if len(doers) > 1 and not told.act["statement"] and own and less:
        said = [t.saying(f"from {' > '.join(t.chain)}") for a in [*own, *less] for t in heard[a].values()]
        yield told.conflict("strength", "who made it known", said)
