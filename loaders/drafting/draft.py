"""From an article's text to a skeleton in YAML that passes the checks as it is."""

from __future__ import annotations

from datetime import date

from communique.loaders.drafting.facts import Fact
from communique.loaders.drafting.items import read_sentences
from communique.loaders.drafting.lexicon import Lexicon
from communique.loaders.drafting.metadata import Given, read_metadata
from communique.loaders.drafting.parties import Parties
from communique.loaders.drafting.sentences import Sentences
from communique.loaders.drafting.source import read_source
from communique.loaders.drafting.writing import Writer

MAX_FACTS = 3_000


def draft_article(text: str, lexicon: Lexicon, given: Given | None = None, today: date | None = None) -> str:
    """Return the skeleton of an article: its metadata, and a proposed fact for each word that stands for an act.

    At most eight words in a row are copied from the text, besides its headline. After `MAX_FACTS` facts, the
    paragraphs that follow stay empty.

    Raises
    ------
    ValueError
        When the date given is none.
    """
    source = read_source(text, lexicon.words["captions"])
    metadata = read_metadata(source, given or Given(), lexicon.vocabulary, today or date.today())
    voices = (metadata.publisher, metadata.agency)
    sentences = Sentences(lexicon, Parties(lexicon, metadata.published, voices))
    paragraphs: dict[str, list[Fact]] = {}
    count = 0
    for name, paragraph in source.paragraphs.items():
        paragraphs[name] = []
        for sentence in read_sentences(paragraph, lexicon.words["abbreviations"]):
            if count < MAX_FACTS:
                facts = sentences.read(sentence)
                count += sum(1 + _size(f) for f in facts)
                paragraphs[name].extend(facts)
    return Writer(metadata, lexicon.vocabulary).write(paragraphs)


def _size(fact: Fact) -> int:
    return sum(1 + _size(claim) for claim in fact.claims)
