"""Any question that can be built, for property tests."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from communique.graph.shape import STATUSES
from communique.queries.algebra import (
    Acts,
    After,
    And,
    Before,
    Between,
    Count,
    Date,
    Days,
    Except,
    First,
    Labelled,
    Last,
    Named,
    Not,
    Or,
    Question,
    Same,
    Set,
    Since,
    Units,
    Until,
    Whether,
    Who,
    Within,
)
from communique.queries.algebra.acts import ROLES
from communique.queries.algebra.days import UNITS

_DATES = ("2014-02-10", "2014-02", "2014", "2014-01-15/2014-03-01", "2014-03/..", "../2014-02", "2020-12-22")
_IDS = ("china", "russia", "japan", "wang-yi", "vladivostok", "unilateral-sanctions", "nobody")
_LABELS = ("State", "Person", "Actor", "Place", "Topic", "Office")


def _joined(sets: st.SearchStrategy[Set]) -> st.SearchStrategy[Set]:
    some = st.lists(sets, min_size=1, max_size=3)
    return st.one_of(
        some.map(lambda of: And(*of)), some.map(lambda of: Or(*of)), sets.map(Not), st.builds(Except, sets, sets)
    )


def acts(depth: int) -> st.SearchStrategy[Set]:
    """Sets of acts, nested so deep."""
    conditions: dict[str, st.SearchStrategy[Any]] = {
        "kinds": st.lists(st.sampled_from(("consult", "criticize", "fly")), max_size=2).map(tuple),
        "codes": st.lists(st.sampled_from(("040", "111")), max_size=2).map(tuple),
        "status": st.lists(st.sampled_from(STATUSES), min_size=1, max_size=3).map(tuple),
        "when": days(depth - 1) if depth else st.builds(Date, st.sampled_from(_DATES)),
        **dict.fromkeys(ROLES, things(depth - 1) if depth else st.builds(Named, st.sampled_from(_IDS))),
    }
    leaf = st.lists(st.sampled_from(sorted(conditions)), max_size=3, unique=True).flatmap(
        lambda names: st.builds(Acts, **{name: conditions[name] for name in names})
    )
    if not depth:
        return leaf
    below = acts(depth - 1)
    return st.one_of(leaf, below.map(First), below.map(Last), _joined(below))


def things(depth: int) -> st.SearchStrategy[Set]:
    """Sets of things, nested so deep."""
    named = st.lists(st.sampled_from(_IDS), min_size=1, max_size=2).map(lambda ids: Named(*ids))
    leaf = st.one_of(named, st.builds(Labelled, st.sampled_from(_LABELS)))
    if not depth:
        return leaf
    below = things(depth - 1)
    return st.one_of(leaf, below.map(Within), st.builds(Who, st.sampled_from(ROLES), acts(depth - 1)), _joined(below))


def days(depth: int) -> st.SearchStrategy[Set]:
    """Sets of days, nested so deep."""
    leaf = st.builds(Date, st.sampled_from(_DATES))
    if not depth:
        return leaf
    below = days(depth - 1)
    return st.one_of(
        leaf,
        acts(depth - 1).map(Days),
        *(below.map(operator) for operator in (Before, After, Since, Until, First, Last)),
        st.builds(Between, below, below),
        st.builds(Same, st.sampled_from(UNITS), below),
        st.builds(Units, st.sampled_from(UNITS), below),
        _joined(below),
    )


def questions(depth: int = 2) -> st.SearchStrategy[Question]:
    """Questions of every form."""
    sets = st.one_of(acts(depth), things(depth), days(depth))
    return st.one_of(sets, sets.map(Count), acts(depth).map(Whether))
