"""The sentences made for acts that were given none, which are also their names on drawn nodes."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.graph.store import open_store
from tests.conftest import load_text

ARTICLE = """
article: an-article
headline: A headline
publisher: Reuters
published: 2021-05-04
P1:
  - {act}
"""


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        ("undermine: a\n    by: USA\n    about: multilateralism", "The United States undermined multilateralism"),
        ("fly-over: a\n    by: China\n    at: Takeshima", "China overflew Takeshima"),
        ("complain: a\n    by: Wang Yi\n    toward: USA\n    to: Lavrov",
         "Wang Yi complained about the United States to Sergei Lavrov"),
        ("threaten-sanctions: a\n    by: USA", "The United States threatened sanctions"),
        ("appeal: a\n    by: Lavrov\n    to: Wang Yi\n    toward: USA",
         "Sergei Lavrov appealed to Wang Yi about the United States"),
        ("strengthen-ties: a\n    by: [China, Russia]\n    about: military-cooperation",
         "China and Russia strengthened ties about military cooperation"),
    ],
)  # fmt: skip
def test_an_act_is_described_by_its_verb_with_what_the_verb_takes(tmp_path: Path, act: str, sentence: str) -> None:
    with open_store(str(tmp_path / "graph.kgl"), create=True) as store:
        store.prepare()
        load_text(store, tmp_path / "articles", one=ARTICLE.format(act=act))
        assert [row["name"] for row in store.read("MATCH (act:Act) RETURN act.name AS name").rows] == [sentence]
