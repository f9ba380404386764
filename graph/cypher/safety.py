"""Refuses in a user's Cypher what no engine setting stops: files, other databases, procedures, a second statement.

That nothing is written is for the engines to say: each store asks its own, see `read_untrusted`.
"""

from __future__ import annotations

from communique.errors import QueryError, UsageError
from communique.graph.cypher.text import LONGEST, Kind, Token, fault, tokens, without_comments

READING = ("MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN", "CALL")
PROCEDURES = (
    "db.labels",
    "db.propertyKeys",
    "db.relationshipTypes",
    "db.schema.nodeTypeProperties",
    "db.schema.relTypeProperties",
    "db.schema.visualization",
)
FUNCTIONS = ("date", "datetime", "duration", "localdatetime", "localtime", "point", "time", "vector")
WRITING = ("CREATE", "MERGE", "SET", "DELETE", "DETACH", "NODETACH", "REMOVE", "FOREACH", "INSERT", "DROP")
DEEPEST = {"(": 50, "[": 50, "{": 12}
LONGEST_TIME, MOST_ROWS = 86_400.0, 10_000_000
_BEGINNING = "a query begins with MATCH, OPTIONAL MATCH, WITH, UNWIND, RETURN or CALL"
_READ_ONLY = "queries here only read the graph"
_WAYS_OUT = {
    ("LOAD", "CSV"): "LOAD CSV reads files",
    ("FORMAT", "CSV"): "FORMAT CSV changes what comes back",
}
_CLAUSES_OUT = {
    "USE": "USE reaches into another database",
    "SHOW": "SHOW lists what is not in the graph",
    "TERMINATE": "TERMINATE stops what others run",
}
# What may follow a variable that is called `use` or `call`; anything else makes the word a clause.
_AFTER_A_NAME = frozenset(
    """AND AS ASC ASCENDING CALL CONTAINS CREATE DELETE DESC DESCENDING DETACH ELSE END ENDS FINISH FOREACH IN IS LIMIT
    MATCH MERGE OFFSET OPTIONAL OR ORDER REMOVE RETURN SET SKIP STARTS THEN UNION UNWIND WHEN WHERE WITH XOR
    YIELD""".split()
)


def refuse_unsafe(cypher: str) -> str:
    """Return the text that may go to an engine, comments blanked, or raise with what was refused.

    Raises
    ------
    QueryError
        For a way out of the graph, a second statement, or a text that is no Cypher on either engine.
    """
    try:
        cypher.encode()
    except UnicodeEncodeError as error:
        raise QueryError(f"character {error.start + 1} of the query is half a character (not UTF-8)") from None
    if len(cypher) > LONGEST:
        raise QueryError(f"the query has {len(cypher):,} characters (at most {LONGEST:,}; give lists as parameters)")
    found = tokens(cypher)
    end = next((n for n, token in enumerate(found) if token.text == ";"), len(found))
    if any(token.text != ";" for token in found[end:]):
        raise refused("a second statement after ';'")
    text = without_comments(cypher)
    if end < len(found):
        text = text[: found[end].at].rstrip()
    if end == 0:
        raise QueryError("an empty query (try: MATCH (a:Act) RETURN a.name AS name LIMIT 5)")
    statement = found[:end]
    for place in range(end):
        _check_clause(statement, place)
    _check_beginning(cypher, statement[0])
    _check_depth(cypher, statement)
    return text


def refused(what: str) -> QueryError:
    """Return the error for a query that does more than read."""
    return QueryError(f"refused: {what} ({_READ_ONLY})")


def refused_write(cypher: str) -> QueryError:
    """Return the error for a query of which an engine said that it writes, with the clause that does."""
    found = tokens(cypher)
    for token, following in zip(found, [*found[1:], None], strict=True):
        is_clause = following is not None and (following.text == "(" or _follows_clause(following))
        if token.kind is Kind.WORD and token.word in WRITING and is_clause:
            return refused(f"{token.word} writes")
    return refused("this query writes")


def check_procedure(name: str) -> None:
    """Raise for a procedure that does not merely read the graph."""
    if name not in PROCEDURES:
        raise QueryError(f"refused: CALL {name} (allowed: {', '.join(PROCEDURES)})")


def check_bounds(timeout: float, limit: int) -> None:
    """Raise where a time-out or row limit would bound nothing.

    Raises
    ------
    UsageError
        For a time-out or limit that is not above 0, or larger than an engine takes.
    """
    if not 0 < timeout <= LONGEST_TIME:
        raise UsageError(f"a time-out of {timeout:g} s (more than 0, at most {LONGEST_TIME:g})")
    if not 0 < limit <= MOST_ROWS:
        raise UsageError(f"a limit of {limit} rows (1 to {MOST_ROWS})")


def _check_beginning(cypher: str, first: Token) -> None:
    if first.word in WRITING:
        raise refused(f"{first.word} writes")
    if first.kind is not Kind.WORD or first.word not in READING:
        raise fault(cypher, first.at, f"{_BEGINNING}, not with {first.word}")


def _check_clause(found: list[Token], place: int) -> None:
    """Raise where a token begins a clause, a procedure or a function that leads out of the graph."""
    token = found[place]
    following = found[place + 1] if place + 1 < len(found) else None
    if token.word == "TRANSACTIONS" and _ends_subquery(found, place):
        raise refused("CALL ... IN TRANSACTIONS writes")
    if not token.named or following is None:
        return
    if following.named and (why := _WAYS_OUT.get((token.word, following.word))):
        raise refused(why)
    if token.word in _CLAUSES_OUT and (_follows_clause(following) or (token.word == "USE" and following.text == "(")):
        raise refused(_CLAUSES_OUT[token.word])
    if token.word == "CALL" and following.named:
        name = _dotted(found, place + 1)
        if "." in name or _follows_clause(following):
            check_procedure(name)
    _check_function(found, place)


def _follows_clause(following: Token) -> bool:
    return following.kind is Kind.NAME or (following.named and following.word not in _AFTER_A_NAME)


def _ends_subquery(found: list[Token], place: int) -> bool:
    words = [token.word for token in found[max(0, place - 4) : place]]
    return words[-2:] == ["}", "IN"] or (words[-1:] == ["CONCURRENT"] and words[-4:-2] == ["}", "IN"])


def _check_function(found: list[Token], place: int) -> None:
    if place and (found[place - 1].text == "." or found[place - 1].word == "CALL"):
        return
    name = _dotted(found, place)
    after = place + 2 * name.count(".") + 1
    if "." in name and after < len(found) and found[after].text == "(" and name.split(".")[0].lower() not in FUNCTIONS:
        raise QueryError(f"refused: the function {name} (allowed with a dot: {', '.join(f'{f}.*' for f in FUNCTIONS)})")


def _dotted(found: list[Token], place: int) -> str:
    """Return a name with what follows it after dots, as `db.labels`."""
    parts = [found[place].text.strip("`")]
    while place + 2 < len(found) and found[place + 1].text == "." and found[place + 2].named:
        place += 2
        parts.append(found[place].text.strip("`"))
    return ".".join(parts)


def _check_depth(cypher: str, found: list[Token]) -> None:
    """Raise where brackets are nested so deep that an engine would crash or hang on them."""
    depth = dict.fromkeys(DEEPEST, 0)
    closing = {")": "(", "]": "[", "}": "{"}
    for token in found:
        if token.text in depth:
            depth[token.text] += 1
            if depth[token.text] > DEEPEST[token.text]:
                raise fault(cypher, token.at, f"{token.text} nested more than {DEEPEST[token.text]} deep")
        elif token.text in closing:
            depth[closing[token.text]] -= 1
