"""The files for Neo4j Browser: every label has a style that everybody can read, every query a favourite."""

from __future__ import annotations

import io
import re
import zipfile
from itertools import combinations
from pathlib import Path

import pytest

from communique.graph.shape import LABELS, RECORDS
from communique.graph.store import Store, open_store
from communique.queries.browser.examples import example_values
from communique.queries.browser.favourites import favourites, packed
from communique.queries.browser.style import style_sheet
from communique.queries.catalogue import catalogue, run
from communique.queries.drawing import drawn
from communique.schemas.vocabulary import read_vocabulary
from tests.conftest import SEED, load_paths, load_text

FINER = {finer: label for label, all_finer in LABELS.items() for finer in all_finer}
# What people see who lack one sort of cone, as a matrix on linear RGB (Machado and others, 2009).
SEEN = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "no blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
Triple = tuple[float, float, float]


@pytest.fixture(scope="module")
def rules() -> dict[str, dict[str, str]]:
    """The style sheet, read as Browser reads it: selector to properties, in their order."""
    found = re.findall(r"([^{}\s]+) \{\n(.*?)\n\}", style_sheet(read_vocabulary()), re.DOTALL)
    return {selector: dict(re.findall(r"([\w-]+): ([^;]+);", body)) for selector, body in found}


def style(rules: dict[str, dict[str, str]], label: str) -> dict[str, str]:
    """Return what holds for nodes of a label, which have its superlabel too."""
    superlabel = FINER.get(label, label)
    return rules["node"] | rules[f"node.{superlabel}"] | rules[f"node.{label}"]


def linear(colour: str) -> Triple:
    """Return a colour's red, green and blue as amounts of light."""
    shares = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG has it, from 1 to 21."""
    low, high = sorted(0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in map(linear, (one, other)))
    return float((high + 0.05) / (low + 0.05))


def lab(light: Triple) -> Triple:
    """Return a colour in CIELAB, where distances are as people see them."""
    r, g, b = (min(1.0, max(0.0, share)) for share in light)
    x, y, z = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
    )
    a, c, d = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * c - 16, 500 * (a - c), 200 * (c - d)


def distance(one: str, other: str, sight: str) -> float:
    """Return how far apart two colours are to somebody's eyes; 2 can just be told."""
    rows = SEEN[sight]
    seen = [lab((share(rows[0], c), share(rows[1], c), share(rows[2], c))) for c in map(linear, (one, other))]
    return float(sum((p - q) ** 2 for p, q in zip(*seen, strict=True)) ** 0.5)


def share(row: Triple, light: Triple) -> float:
    return sum(p * q for p, q in zip(row, light, strict=True))


@pytest.mark.parametrize("label", [*LABELS, *FINER])
def test_every_label_shows_a_name_that_can_be_read(rules: dict[str, dict[str, str]], label: str) -> None:
    assert {"color", "caption"} <= set(rules[f"node.{label}"]), "Browser would choose for itself"
    shown = style(rules, label)
    assert shown["caption"] == "'{name}'"
    assert contrast(shown["color"], shown["text-color-internal"]) >= 7


def test_the_finer_label_wins_since_it_comes_later(rules: dict[str, dict[str, str]]) -> None:
    order = list(rules)
    assert [f for f, label in FINER.items() if order.index(f"node.{f}") < order.index(f"node.{label}")] == []


@pytest.mark.parametrize("sight", SEEN)
def test_labels_and_derived_edges_are_told_apart_by_colour(rules: dict[str, dict[str, str]], sight: str) -> None:
    labels = [label for label in (*LABELS, *FINER) if label not in RECORDS and label not in FINER.values()]
    close = [
        pair
        for pair in combinations(labels, 2)
        if distance(style(rules, pair[0])["color"], style(rules, pair[1])["color"], sight) < 10
    ]
    assert close == []
    edges = {rule["color"] for selector, rule in rules.items() if selector.startswith("relationship")}
    assert min(distance(one, other, sight) for one, other in combinations(sorted(edges), 2)) >= 10


def test_derived_edges_have_the_colour_of_conflict_or_cooperation(rules: dict[str, dict[str, str]]) -> None:
    edges = {kind.edge for kind in read_vocabulary().kinds.values() if kind.edge}
    assert edges == {s.partition(".")[2] for s in rules if s.startswith("relationship.")}
    conflict = {s.partition(".")[2] for s, rule in rules.items() if rule["color"] == "#CC3311"}
    assert {"CRITICIZED", "ATTACKED", "SANCTIONED"} <= conflict
    assert not {"MET", "CALLED", "STRENGTHENED_TIES_WITH"} & conflict


def test_an_edge_of_your_own_vocabulary_has_its_rule(tmp_path: Path) -> None:
    own = tmp_path / "vocabulary.yaml"
    own.write_text("kinds:\n  snub: {is: event, verbs: [snub], past: snubbed, parents: [criticize], edge: SNUBBED}\n")
    assert "relationship.SNUBBED {\n  color: #CC3311;" in style_sheet(read_vocabulary([own]))


def test_each_query_is_a_favourite_with_its_title_in_one_folder() -> None:
    with zipfile.ZipFile(io.BytesIO(packed(favourites({})))) as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist()}
    assert {name.partition("/")[0] for name in texts} == {"communique"}
    for query in catalogue().values():
        assert texts[f"communique/{query.name}.cypher"].splitlines()[0] == f"// {query.title}"
    assert all(text.startswith("// ") for text in texts.values())


def test_the_same_favourites_are_the_same_file() -> None:
    assert packed(favourites({})) == packed(favourites({}))


ELSEWHERE = """
article: other-paper
headline: Brazil criticizes Peru
publisher: Reuters
published: 2021-05-04
P1:
  - criticize: brazil-criticizes-peru
    by: Brazil
    toward: Peru
    date: 2021-05-03
"""


def test_examples_are_the_shipped_ones_where_the_graph_has_them(store: Store) -> None:
    load_paths(store, SEED)
    assert example_values(store) == {}


def test_examples_come_from_a_graph_that_has_others(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "graph.kgl"), create=True) as store:
        store.prepare()
        load_text(store, tmp_path / "articles", other=ELSEWHERE)
        values = example_values(store)
        assert values["facts-of-an-article"] == {"article": "other-paper"}
        assert values["what-happened-between"] == {"one": "brazil", "other": "peru"}
        assert run(store, catalogue()["known-by"], values["known-by"]).rows
        assert values["stance-changes"] == {**drawn("stance-changes").examples, "target": "peru"}
        assert run(store, catalogue()["according-to-whom"], values["according-to-whom"]).rows
    assert "'brazil' AS one" in favourites(values)["what-happened-between"]
