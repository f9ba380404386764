"""What went wrong with a Neo4j server, in one line with the way out."""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Iterator

from communique.connection import PASSWORD_WAYS, Connection
from communique.errors import ConflictError, KgError, PasswordNeeded, QueryError, StoreError

_TLS_TO_PLAIN = {"bolt+s": "bolt", "bolt+ssc": "bolt", "neo4j+s": "neo4j", "neo4j+ssc": "neo4j"}
_CODES = {
    "AuthenticationRateLimit": "too many wrong passwords for user {user!r} (wait a little, then try the right one)",
    "CredentialsExpired": (
        "the password of user {user!r} must be changed before its first use (sign in to Neo4j Browser with it, which "
        "asks for a new one)"
    ),
    "DatabaseNotFound": "no database {database!r} there (Neo4j's own is neo4j; SHOW DATABASES lists all)",
    "DatabaseUnavailable": "the database does not answer now: it starts or stops (try again)",
    "NotALeader": "this server takes no writes: it follows a leader (neo4j:// in place of bolt:// finds the leader)",
    "ForbiddenOnReadOnlyDatabase": "the database takes no writes now (neo4j:// in place of bolt:// finds its leader)",
    "BookmarkTimeout": "the server has not caught up with what kg wrote there just before (try again)",
    "InvalidBookmark": "the server does not know what kg wrote there just before (try again)",
    "TokenExpired": "the login is no longer valid (sign in again)",
    "Forbidden": "user {user!r} may not do this: {message}",
}


def explain(error: Exception, connection: Connection) -> KgError:
    """Return the error to raise for one that the driver raised."""
    from neo4j import exceptions

    name, code = connection.name, (getattr(error, "code", None) or "").rpartition(".")[2]
    message = str(getattr(error, "message", None) or error)
    if code in _CODES:
        what = _CODES[code].format(user=connection.user, database=connection.database or "neo4j", message=message)
        return StoreError(f"{name}: {what}")
    if isinstance(error, exceptions.AuthError):
        return _login(connection)
    if isinstance(error, exceptions.ConstraintError):
        return ConflictError(message)
    if isinstance(error, exceptions.ClientError):
        return QueryError(message)
    if isinstance(error, exceptions.Neo4jError):
        return StoreError(f"{name}: {message}")
    return StoreError(f"{name}: {_unreachable(error, connection)}")


def _login(connection: Connection) -> KgError:
    if connection.password is None:
        return PasswordNeeded(f"{connection.name} wants a password for user {connection.user!r} ({PASSWORD_WAYS})")
    other = connection.address.replace("://", "://USER@", 1)
    return StoreError(
        f"{connection.name} refuses user {connection.user!r} with {_origin(connection)} "
        f"(correct it; another user: {other})"
    )


def _origin(connection: Connection) -> str:
    told = connection.password_from
    return told if told.startswith("the password") else f"the password from {told}"


def _unreachable(error: BaseException, connection: Connection) -> str:
    """Say why no word was exchanged, from the innermost reason that tells something."""
    from neo4j import exceptions

    reasons = list(_reasons(error))
    scheme, _, rest = connection.address.partition("://")
    for reason in reasons:
        if isinstance(reason, ssl.SSLCertVerificationError):
            return _certificate(reason, connection)
        if isinstance(reason, ssl.SSLError):
            plain = f"{_TLS_TO_PLAIN.get(scheme, scheme)}://{rest}"
            return f"this port does not speak TLS (for a server without it: {plain})"
        if isinstance(reason, socket.gaierror) and reason.errno == socket.EAI_AGAIN:
            return f"host {connection.host!r} cannot be looked up now (is this machine online?)"
        if isinstance(reason, socket.gaierror):
            return f"there is no host {connection.host!r} (correct the address{_aura(connection)})"
        if isinstance(reason, ConnectionRefusedError):
            return f"nothing listens at {_place(reasons, connection)} ({_start(connection)})"
        if isinstance(reason, TimeoutError):
            return f"no answer from {_place(reasons, connection)} (is it the right address? does a firewall stop it?)"
    told = " ".join(map(str, reasons))
    if "looks like HTTP" in told:
        return f"port {connection.port} speaks HTTP (Bolt has a port of its own, usually 7687)"
    if isinstance(error, exceptions.WriteServiceUnavailable):
        return "the cluster has nobody now who takes writes (try again when it has a leader)"
    if isinstance(error, exceptions.SessionExpired | exceptions.IncompleteCommit):
        return "the connection broke off (try again: loading again changes nothing that is there)"
    if hung_up(error) and "+" not in scheme:
        return f"it hangs up at the first word: it may want TLS ({scheme}+s://{rest}), or be starting (try again)"
    return str(reasons[-1]).splitlines()[0]


def hung_up(error: BaseException) -> bool:
    """Return whether the other side took the connection and closed it again."""
    reasons = list(_reasons(error))
    told = " ".join(map(str, reasons))
    broken = any(isinstance(r, ConnectionError) and not isinstance(r, ConnectionRefusedError) for r in reasons)
    return broken or "incomplete handshake" in told or "defunct connection" in told


def _certificate(reason: ssl.SSLCertVerificationError, connection: Connection) -> str:
    said = reason.verify_message.rstrip(".")
    if "mismatch" in said or "not valid for" in said:
        return f"its certificate is for another host than {connection.host!r} (use the name that it was made for)"
    if "expired" in said or "not yet valid" in said:
        return f"its certificate is not valid today: {said} (have it renewed; is this machine's clock right?)"
    ways = "KG_CERTIFICATE, or certificate in kg.toml, names the file of who signed it"
    if connection.certificate:
        ways = f"{connection.certificate} is not who signed it"
    return f"its certificate is not trusted here: {said} ({ways})"


def _reasons(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an error and what led to it, from the outside in."""
    while error is not None:
        yield error
        error = error.exceptions[0] if isinstance(error, BaseExceptionGroup) else error.__cause__ or error.__context__


def _place(reasons: list[BaseException], connection: Connection) -> str:
    """Return host and port that were tried: a cluster may have named others than the address does."""
    found = next((m for r in reasons if (m := re.search(r"connect to (\S+:\d+) \(resolved", str(r)))), None)
    return found[1] if found else f"{connection.host}:{connection.port}"


def _start(connection: Connection) -> str:
    if connection.host in ("localhost", "127.0.0.1"):
        return "kg server start starts a server; is the port right?"
    return "does the server run? is the port right?"


def _aura(connection: Connection) -> str:
    return "; an instance of Aura may be gone" if connection.host.endswith(".databases.neo4j.io") else ""
