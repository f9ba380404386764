"""The server's jars: fetched once from Maven Central, kept in the cache folder, verified at every start."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from communique.errors import ServerError
from communique.graph.server.locks import Progress, held, silent
from communique.settings import cache_folder

NEO4J_VERSION = "5.26.30"
"""The server's version, as pom.xml pins it."""

MANIFEST = "manifest.json"


def ensure_jars(progress: Progress = silent, cache: Path | None = None) -> Path:
    """Return the folder of the server's jars (about 220, 140 MB); fetch them if it is missing or broken.

    The folder is ``CACHE/neo4j-VERSION``. It is made under another name and renamed when complete, with a
    manifest of names and sizes that every call compares with what is there: a folder that differs, or was
    made from another pom.xml, is made again. Any number of processes may call this at once: one fetches, the
    others wait for it.

    Raises
    ------
    ServerError
        Maven is needed and missing, Maven fails, or the cache folder cannot be written.
    """
    cache = cache or cache_folder()
    folder = cache / f"neo4j-{NEO4J_VERSION}"
    if flaw(folder) is None:
        return folder
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with held(folder.with_name(f"{folder.name}.lock"), "waiting for another kg that fetches Neo4j", progress):
            if (found := flaw(folder)) is not None:
                if folder.exists():
                    progress(f"the cache is broken ({found}): making it again")
                _build(folder, progress)
    except OSError as error:
        raise ServerError(f"cannot write the cache {cache}: {error.strerror} (KG_CACHE names another)") from error
    return folder


def flaw(folder: Path) -> str | None:
    """Return what is wrong with a folder of jars, or None if it holds all that its manifest says."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        pom, jars = manifest["pom"], dict(manifest["jars"])
    except FileNotFoundError:
        return f"{folder / MANIFEST} is missing"
    except (OSError, ValueError, TypeError, KeyError):
        return f"{folder / MANIFEST} cannot be read"
    if pom != _pom_digest():
        return "it was made from another pom.xml"
    found = _sizes(folder)
    for name in sorted(jars.keys() | found.keys()):
        if jars.get(name) != found.get(name):
            return f"{name} has {found.get(name, 'no')} bytes where {jars.get(name, 'none')} are expected"
    return None


def _build(folder: Path, progress: Progress) -> None:
    """Fetch the jars beside `folder`, then put them in its place. Call with the lock held."""
    for stale in folder.parent.glob(f"{folder.name}.tmp-*"):  # of a process that was killed: we hold the lock
        shutil.rmtree(stale)
    with tempfile.TemporaryDirectory(prefix=f"{folder.name}.tmp-", dir=folder.parent) as name:
        work = Path(name)
        fetched = _fetch(work, progress)
        jars = _sizes(fetched)
        manifest = {"neo4j": NEO4J_VERSION, "pom": _pom_digest(), "jars": jars}
        (fetched / MANIFEST).write_text(json.dumps(manifest, indent=1), encoding="utf-8")
        if folder.exists():
            folder.rename(work / "broken")
        fetched.rename(folder)
    progress(f"Neo4j {NEO4J_VERSION} is in {folder} ({len(jars)} jars, {sum(jars.values()) / 1e6:.0f} MB)")


def _fetch(work: Path, progress: Progress) -> Path:
    """Have Maven copy the jars into ``work/jars`` and return that folder."""
    maven = shutil.which("mvn")
    if maven is None:
        raise ServerError(
            "Maven is needed to fetch Neo4j the first time, and there is no mvn on PATH "
            "(apt install maven, brew install maven; or use docker compose up -d)"
        )
    progress(f"fetching Neo4j {NEO4J_VERSION} from Maven Central (about 140 MB)")
    # The pom is copied and Maven runs beside it: it then reads no .mvn folder of the user's project.
    (work / "pom.xml").write_bytes(_pom())
    # -C: a wrong checksum is an error. -U: a failure that Maven remembers from yesterday is tried again.
    command = [maven, "-B", "-q", "-C", "-U", "dependency:copy-dependencies", "-DincludeScope=runtime"]
    command.append(f"-DoutputDirectory={work / 'jars'}")
    done = subprocess.run(
        command,
        cwd=work,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode != 0 or not (work / "jars" / f"neo4j-server-{NEO4J_VERSION}.jar").exists():
        said = "\n".join(done.stdout.strip().splitlines()[:8]) or "nothing"
        raise ServerError(
            "Maven could not fetch Neo4j (is Maven Central reachable? a proxy or mirror goes into "
            f"~/.m2/settings.xml). It said:\n{said}"
        )
    return work / "jars"


def _sizes(folder: Path) -> dict[str, int]:
    """Return the size in bytes of each jar, by name and in its order."""
    return {jar.name: jar.stat().st_size for jar in sorted(folder.glob("*.jar"))}


def _pom() -> bytes:
    return files("communique.graph.server").joinpath("pom.xml").read_bytes()


def _pom_digest() -> str:
    return sha256(_pom()).hexdigest()
