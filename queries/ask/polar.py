"""No by what the record bears out best, where no reading of the sentence finds it: a yes needs such a reading."""

from __future__ import annotations

from communique.graph.shape import ROLE_EDGES
from communique.queries.ask.elements import NEGATED, Element
from communique.queries.ask.question import Question
from communique.queries.ask.recorded import Candidate
from communique.queries.ask.support import Support

# A question that speaks of a denial or a dispute is not denied by one.
_TURNING = {NEGATED, "kind:dispute"}
# So many names, kinds, dates and words single out what may be denied; so much of them a denial must bear out.
_TELLING, _LEAST = 3, 0.9
# Acts that bear out as good as the same must deny it too.
_ALIKE = 0.93


def denials_of(readings: list[Question], elements: list[Element], support: Support) -> tuple[str, ...]:
    """Return the denials that bear out a yes-or-no question best; none where what is no denial bears it out as well."""
    telling = [e for e in elements if not e.plain]
    asked = [q for q in readings if q.form == "truth"]
    if not asked or len(telling) < _TELLING or any(_TURNING & e.tokens or e.ordering for e in elements):
        return ()
    meant = [m for m in support.meant(elements) if m.sound and m.share >= _LEAST]
    if not meant or not meant[0].tight:
        return ()
    alike = [support.by_id[i] for m in meant if m.share >= meant[0].share * _ALIKE for i in m.ids]
    parties = [(set(p.ids), {ROLE_EDGES[r] for r in p.roles}) for q in asked for p in q.acts.parties if not p.tokens]
    denied = all(_denies(one, telling, support) for one in alike)
    turned = any(one.stands_otherwise(ids, edges) for one in alike for ids, edges in parties if ids)
    return meant[0].ids if denied and not turned else ()


def _denies(one: Candidate, telling: list[Element], support: Support) -> bool:
    """Say whether an act is denied, or whoever speaks denies what is asked and not only something else."""
    if one.status == "denied":
        return True
    if NEGATED not in one.own:
        return False
    query = (
        "MATCH (a:Act {id: $id})-[c:CLAIMS]->(b:Act) WHERE c.factuality = 'denied' "
        "RETURN DISTINCT b.id AS id ORDER BY id"
    )
    deeds = [e for e in telling if e.sort in ("kind", "word") and not (e.aside or e.person)]
    claimed = [support.by_id[r["id"]] for r in support.store.read(query, {"id": one.id}).rows]
    # What is aimed at whom is told by the aim; the deed stands beside it.
    names = [e for e in telling if e.sort == "name" and not (e.aside or e.person)]
    near = [c.own | c.whole | (c.ring if names and all(e.borne_out(c.own) for e in names) else set()) for c in claimed]
    return any(sum(bool(e.borne_out(words)) for e in deeds) * 2 > len(deeds) for words in near)
