"""Drafts an annotated article from its text, by the words of the vocabulary: a skeleton for a person to mend."""

from communique.loaders.drafting.draft import draft_article
from communique.loaders.drafting.lexicon import build_lexicon
from communique.loaders.drafting.metadata import Given
from communique.loaders.drafting.source import read_text

__all__ = ["Given", "build_lexicon", "draft_article", "read_text"]
