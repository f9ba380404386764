"""Commands on article files: init, check, load, remove."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.checking import check
from communique.cli.options import PathsArgument, StoreOption, is_there, writing_store
from communique.cli.output import note, strong
from communique.errors import InputError, Problem, UsageError

if TYPE_CHECKING:
    from communique.graph.loading.articles import Outcome


def init(
    folder: Annotated[Path, typer.Argument(help="The folder to make; it may exist.")] = Path("."),
) -> None:
    """Make a folder to start from.

    It gets a commented first article and a vocabulary of your own; files that are there stay.

    Example: kg init my-articles
    """
    import communique.loaders as loaders

    start = Path(loaders.__file__ or "").parent / "start"
    folder.mkdir(parents=True, exist_ok=True)
    for template in sorted(start.glob("*.yaml")):
        target = folder / template.name
        if target.exists():
            note(f"{target} is there already and stays as it is")
        else:
            target.write_text(template.read_text("utf-8"), "utf-8")
            print(f"made {target}")
    (folder / ".kg").mkdir(exist_ok=True)
    where = "" if folder == Path(".") else f"cd {folder} && "
    print(f"next: {where}kg check . && kg load . && kg ask 'Who met whom?'")


def load(
    paths: PathsArgument,
    store: StoreOption = None,
    prune: Annotated[
        bool, typer.Option("--prune", help="Also remove every loaded article that PATH... does not hold.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")] = False,
) -> None:
    """Check articles and bring them into the graph.

    With a problem in one of them, none is loaded; some 200 articles at a time are one
    transaction. What a file had brought before is replaced by what it holds now;
    loading again changes nothing, reads only the files that changed and those that
    share acts with them, and goes on where a load was broken off.

    Example: kg load corpus/ ; kg load corpus/ --store bolt://localhost:7687
    """
    from communique.graph.loading.articles import Source
    from communique.graph.loading.batches import Spool, load_spooled
    from communique.graph.loading.unchanged import Unread
    from communique.loaders.articles import find_articles, stream_articles
    from communique.loaders.fingerprint import fingerprints
    from communique.schemas.vocabulary import read_vocabulary

    problems: list[Problem] = []
    files = fingerprints(find_articles(paths))
    with Spool() as spool, ExitStack() as stack:
        graph = stack.enter_context(writing_store(store)) if is_there(store) else None
        unread = Unread(graph, files)
        for read in stream_articles(unread, problems):
            unread.note(read.article)
            if not problems:
                digest, read_by = files[read.path]
                where, added = str(read.path.resolve()), read.vocabulary.added
                spool.add(Source(read.article, where, digest, added, read_by))
        if problems:
            raise InputError(sorted(set(problems)))
        vocabulary = read_vocabulary(added=spool.added)
        graph = graph or stack.enter_context(writing_store(store))
        outcome = load_spooled(
            graph, spool, vocabulary, same=unread.same, prune=prune, dry_run=dry_run, progress=_progress(len(spool))
        )
        _report(outcome, graph.address, dry_run)
        if not dry_run:
            from communique.queries.asking import lexicon_of

            lexicon_of(graph)  # the next question finds it in the cache


def remove(
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE...", help="Ids of loaded articles (kg status).")],
    store: StoreOption = None,
) -> None:
    """Take articles out of the graph.

    Everything that only they say goes with them.

    Example: kg remove jn-2020-12-25
    """
    from communique.graph.loaded import list_loaded
    from communique.graph.loading.articles import load as load_sources
    from communique.schemas.names import suggestion
    from communique.schemas.vocabulary import read_vocabulary

    with writing_store(store) as graph:
        known = [row.id for row in list_loaded(graph)]
        for article in articles:
            if article not in known:
                right = suggestion(article, known) or "kg status lists what is loaded"
                raise UsageError(f"no article {article!r} is loaded ({right})")
        outcome = load_sources(graph, [], read_vocabulary(), remove=articles)
        _report(outcome, graph.address, False)


def _progress(count: int):  # type: ignore[no-untyped-def]
    """Show steps on a terminal where the work is long."""
    if count < 20 or not sys.stderr.isatty():
        return None
    return lambda step: note(f"  {step}")


def _report(outcome: Outcome, address: str, dry_run: bool) -> None:
    would = "would be " if dry_run else ""
    for word, ids in (("added", outcome.added), ("changed", outcome.changed), ("removed", outcome.removed)):
        for article in ids:
            print(f"{would}{word}: {strong(article)}")
    if outcome.same:
        print(f"unchanged: {len(outcome.same)} article{'s' if len(outcome.same) != 1 else ''}")
    print(
        f"facts: {outcome.facts_added} added, {outcome.facts_removed} removed; nodes: {outcome.nodes_added} added, "
        f"{outcome.nodes_changed} changed, {outcome.nodes_removed} removed ({address})"
    )


COMMANDS = (init, check, load, remove)
