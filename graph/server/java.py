"""Java: found, old enough or not, and how it is called for the server and for neo4j-admin."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from communique.errors import ServerError
from communique.graph.server.home import Server, configure
from communique.graph.server.jars import ensure_jars

OLDEST_JAVA = 17
WAY_OUT = "apt install openjdk-17-jre-headless, brew install openjdk@17; or use docker compose up -d"

# What Neo4j's own start script passes: without the first five the server does not come up.
OPTIONS = (
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
    "--add-opens=java.base/java.lang=ALL-UNNAMED",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Dlog4j2.disable.jmx=true",
    "-XX:+UseG1GC",
    "-XX:-OmitStackTraceInFastThrow",
)


def find_java() -> str:
    """Return the path of a Java that runs Neo4j: JAVA_HOME's, else the first on PATH.

    Raises
    ------
    ServerError
        There is none, it does not run, or it is older than 17.
    """
    java = _candidate()
    if java is None:
        raise ServerError(f"Neo4j needs Java {OLDEST_JAVA}, and there is no java on PATH ({WAY_OUT})")
    try:
        told = subprocess.run([java, "-version"], stdin=subprocess.DEVNULL, capture_output=True, text=True)
    except OSError as error:
        raise ServerError(f"{java} does not run: {error.strerror} ({WAY_OUT})") from error
    version = java_version(told.stderr + told.stdout)
    if version is None:
        raise ServerError(f"{java} -version names no version, as a placeholder for Java does ({WAY_OUT})")
    if version < OLDEST_JAVA:
        raise ServerError(f"Neo4j needs Java {OLDEST_JAVA}, and {java} is Java {version} ({WAY_OUT})")
    return java


def java_version(text: str) -> int | None:
    """Return the major version in what ``java -version`` prints, or None.

    >>> java_version('openjdk version "17.0.15" 2025-04-15'), java_version('java version "1.8.0_392"')
    (17, 8)
    """
    found = re.search(r'version "(?:1\.)?(\d+)', text)
    return int(found[1]) if found else None


def admin(server: Server, *arguments: str, cache: Path | None = None, folder: Path | None = None) -> str:
    """Run neo4j-admin on the server's home, such as ``database import full ...``, and return what it printed.

    The home is made if it is not there; `folder` is what names of files are relative to. Importing needs the
    server to be stopped; neo4j-admin says so itself. The arguments go through a file that only this user can
    read: none is seen in the list of processes.

    Raises
    ------
    ServerError
        With the end of what it printed, when neo4j-admin fails; and as `find_java` and `ensure_jars` do.
    """
    java, lib = find_java(), ensure_jars(cache=cache)
    home = configure(server)
    # The character set matters where the arguments are not ASCII.
    environment = os.environ | {
        "NEO4J_HOME": str(home),
        "NEO4J_CONF": str(home / "conf"),
        "LC_ALL": "C.UTF-8",
    }
    main = "org.neo4j.server.startup.Neo4jAdminBoot"
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".args", dir=home) as file:  # mode 0600
        file.write(argument_file([*OPTIONS, "-cp", f"{lib}/*", main, *arguments]))
        file.flush()
        done = subprocess.run(
            [java, f"@{file.name}"],
            env=environment,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
    if done.returncode != 0:
        lines = [line for line in done.stdout.strip().splitlines() if not line.startswith(("\tat ", "\t... "))]
        said = "\n".join(lines[-12:])
        if "set-initial-password" in arguments:
            said = said.replace(arguments[-1], "***")
        raise ServerError(f"neo4j-admin {' '.join(arguments[:2])} failed (exit code {done.returncode}):\n{said}")
    return done.stdout


def argument_file(arguments: Iterable[str]) -> str:
    r"""Return the text of a Java argument file: one argument a line, in quotes.

    >>> print(argument_file(["-cp", 'a b/*', 'say "x\\y"']), end="")
    "-cp"
    "a b/*"
    "say \"x\\y\""
    """
    lines = []
    for argument in arguments:
        escaped = argument.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
        lines.append(f'"{escaped}"\n')
    return "".join(lines)


def _candidate() -> str | None:
    if (home := os.environ.get("JAVA_HOME")) and (found := shutil.which("java", path=str(Path(home) / "bin"))):
        return found
    return shutil.which("java")
