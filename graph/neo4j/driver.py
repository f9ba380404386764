"""A driver for a connection, with the certificates that it trusts."""

from __future__ import annotations

import logging
import ssl
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from communique.connection import Connection
from communique.errors import UsageError

CONNECT_SECONDS = 10
GREET_SECONDS = 20
"""How long a port may stay silent that takes connections."""
RETRY_SECONDS = 60
"""How long a transaction is tried again: a server that is started anew is waited for."""
_SUFFIXES = (".pem", ".crt", ".cer")


def open_driver(connection: Connection) -> Any:
    """Return a driver; nothing is sent yet.

    Raises
    ------
    UsageError
        For certificates that cannot be read, or that would not be looked at.
    """
    import neo4j

    # What the driver would log goes into the error that is raised.
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    address = connection.address
    security: dict[str, Any] = {}
    if connection.certificate:
        # The driver takes certificates with the plain schemes only; the context turns TLS on.
        address = address.replace("+s://", "://", 1)
        security = {"ssl_context": _trusting(connection.address, connection.certificate)}
    login = (connection.user, connection.password) if connection.password else None
    return neo4j.GraphDatabase.driver(
        address,
        auth=login,
        connection_timeout=CONNECT_SECONDS,
        connection_acquisition_timeout=GREET_SECONDS,
        max_transaction_retry_time=RETRY_SECONDS,
        notifications_min_severity="OFF",
        **security,
    )


def _trusting(address: str, path: Path) -> ssl.SSLContext:
    """Return a context that trusts the certificates of a file or folder, and no others."""
    scheme = urlsplit(address).scheme
    if not scheme.endswith("+s"):
        why = "trusts any certificate" if scheme.endswith("+ssc") else "uses no TLS"
        kind = scheme.partition("+")[0]
        raise UsageError(f"{address}: {scheme}:// {why}, and {path} is set as the one to trust ({kind}+s://)")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    for file in _files(path):
        try:
            context.load_verify_locations(file)
        except (OSError, ssl.SSLError) as error:
            reason = (
                "it holds no certificate (a PEM file is wanted)" if isinstance(error, ssl.SSLError) else error.strerror
            )
            raise UsageError(f"{file}: the certificate cannot be read: {reason}") from None
    return context


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    if files := sorted(file for file in path.iterdir() if file.suffix in _SUFFIXES):
        return files
    raise UsageError(f"{path}: no certificates in this folder (files that end in {', '.join(_SUFFIXES)})")
