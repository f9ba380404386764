"""One self-contained HTML file to hand on: the network of actors, the timeline, and the facts with their evidence."""

from communique.queries.page.file import make_page

__all__ = ["make_page"]
