"""A local Neo4j Community server without Docker: fetched from Maven Central, started, stopped.

server = Server(Path("~/neo4j-home").expanduser())
running = start(server)                     # running.bolt == "bolt://127.0.0.1:7687"
password = stored_password(server.home)     # made at the first start, kept in home/password
stop(server.home)
"""

from __future__ import annotations

from communique.graph.server.bulk import import_folder
from communique.graph.server.home import Server, stored_password
from communique.graph.server.jars import NEO4J_VERSION, ensure_jars
from communique.graph.server.java import admin
from communique.graph.server.process import Running, status, stop
from communique.graph.server.startup import start

__all__ = [
    "NEO4J_VERSION",
    "Running",
    "Server",
    "admin",
    "ensure_jars",
    "import_folder",
    "start",
    "status",
    "stop",
    "stored_password",
]
