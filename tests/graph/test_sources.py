"""The original source of a report, and the stance of an act, as the graph holds them."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.errors import InputError
from communique.graph.mapping.articles import map_articles
from communique.graph.rows import Properties
from communique.loaders.articles import load_articles

ARTICLE = """\
article: a
headline: H
publisher: toronto-star
agency: ap
published: 2020-12-25
P1:
  - {meet: own, by: [China, Japan]}
  - report: reuters-reports
    by: Reuters
    claims:
      - say: jcs-says
        by: South Korean Joint Chiefs of Staff
        claims:
          - {enter: passed-on, by: Russia, at: {in: kadiz}}
      - {fly: agencys-own, by: Russia}
      - say: somebody-says
        by: unstated
        claims:
          - {fly: nobodys, by: Russia}
  - announce: readout
    by: Chinese Foreign Ministry
    claims:
      - say: lavrov-says
        by: {Lavrov: fm-russia}
        claims:
          - {sanction: of-a-readout, by: USA, toward: China}
  - say: old-minister
    by: {Yang Jiechi: fm-china}
    date: 2010-01-01
    claims:
      - {sanction: of-a-minister, by: USA, toward: China}
"""


def mapped(folder: Path, text: str = ARTICLE) -> dict[str, Properties]:
    """Return the properties of each fact's first report."""
    (folder / "a.yaml").write_text(text, "utf-8")
    articles = load_articles([folder])
    rows = map_articles([a.article for a in articles], articles[0].vocabulary)
    return {edge.target[1]: edge.properties for edge in rows.all_edges() if edge.type == "REPORTS"}


@pytest.mark.parametrize(
    ("fact", "sources", "sides"),
    [
        ("own", ["ap"], ["ap"]),
        ("reuters-reports", ["ap"], ["ap"]),
        ("jcs-says", ["reuters"], ["reuters"]),
        ("passed-on", ["jcs-south-korea"], ["south-korea"]),
        ("agencys-own", ["reuters"], ["reuters"]),
        ("nobodys", [], []),
        ("of-a-readout", ["mfa-china"], ["china"]),
        ("of-a-minister", ["yang-jiechi"], ["china"]),
    ],
)
def test_a_report_rests_on_the_outermost_voice_that_is_no_paper(
    fact: str, sources: list[str], sides: list[str], tmp_path: Path
) -> None:
    report = mapped(tmp_path)[fact]
    assert (report.get("sources", []), report.get("sides", [])) == (sources, sides)


def test_a_vocabulary_says_which_kinds_take_a_stance(tmp_path: Path) -> None:
    own = "vocabulary:\n  kinds:\n    hail: {is: statement, parents: [say], stance: agree}\n"
    with pytest.raises(InputError, match="stance: 'agree' \\(one of support, criticize, oppose, threaten, abstain\\)"):
        mapped(tmp_path, ARTICLE + own)
