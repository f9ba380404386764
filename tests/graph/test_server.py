"""The local server: its jars, its home, its process; mostly with shell scripts for Java and Maven."""

from __future__ import annotations

import json
import os
import shutil
import socket
import stat
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree

import neo4j
import pytest

from communique.errors import ServerError
from communique.graph.server import (
    NEO4J_VERSION,
    Server,
    admin,
    ensure_jars,
    start,
    status,
    stop,
    stored_password,
)
from communique.graph.server.process import process_began

PASSWORD = "a secret of mine"
RUNS_ON = "echo $$ >>{folder}/pids; exec sleep 30"
STUBBORN = "trap '' TERM; echo $$ >>{folder}/pids; while :; do sleep 0.05; done"


@dataclass
class Machine:
    """A computer whose only programs are the ones that a test puts there."""

    folder: Path
    said: list[str] = field(default_factory=list)

    def java(self, body: str, version: str = "17.0.15", admin: str = ":") -> None:
        """Install a Java that does `body` as the server and `admin` as neo4j-admin, noting its calls."""
        body = body.format(folder=self.folder)
        self._install(
            "java",
            f"""echo "$@" >>{self.folder}/java.calls
            case "$1" in
                -version) echo 'openjdk version "{version}"' >&2 ;;
                @*) file=${{1#@}}; ls -l "$file" >>{self.folder}/admin.modes
                    cat "$file" >>{self.folder}/admin.calls; {admin} ;;
                *) {body} ;;
            esac""",
        )

    def maven(self, body: str = "") -> None:
        """Install a Maven that counts its runs, does `body`, and copies three small jars."""
        self._install(
            "mvn",
            f"""echo run >>{self.folder}/mvn.runs
            for argument; do case $argument in -DoutputDirectory=*) target=${{argument#*=}} ;; esac; done
            mkdir -p "$target"
            {body}
            for name in neo4j-server-{NEO4J_VERSION} bolt shell; do
                echo "jar $name" >"$target/$name.jar"
            done""",
        )

    def fetches(self) -> int:
        """Return how often Maven ran."""
        return len(self.text("mvn.runs").splitlines())

    def text(self, name: str) -> str:
        """Return what the programs wrote into a file, empty if nothing."""
        file = self.folder / name
        return file.read_text() if file.exists() else ""

    def _install(self, name: str, script: str) -> None:
        file = self.folder / "bin" / name
        file.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n")
        file.chmod(0o755)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("KG_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    return Machine(tmp_path)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    server = Server.on_free_ports(tmp_path / "a home", heap="512m", pagecache="64m")
    yield server
    stop(server.home, wait=30)


def await_true(condition: Callable[[], object], seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "this did not come true in time"
        time.sleep(0.02)


# The jars


def test_the_pom_pins_the_version_that_the_code_names() -> None:
    text = files("communique.graph.server").joinpath("pom.xml").read_text(encoding="utf-8")
    space = "{http://maven.apache.org/POM/4.0.0}"
    versions = [node.text for node in ElementTree.fromstring(text).iter(f"{space}version")]
    assert f"<neo4j.version>{NEO4J_VERSION}</neo4j.version>" in text
    assert versions.count("${neo4j.version}") == 3 and "5.24.0" in versions


def test_jars_are_fetched_once_and_kept_by_version(machine: Machine) -> None:
    machine.maven()
    folder = ensure_jars(machine.said.append)
    assert folder == machine.folder / "cache" / f"neo4j-{NEO4J_VERSION}"
    assert ensure_jars() == folder and machine.fetches() == 1
    assert "fetching" in machine.said[0] and "3 jars" in machine.said[1]


def truncate(folder: Path) -> None:
    (folder / "bolt.jar").write_text("")


def lose(folder: Path) -> None:
    (folder / "bolt.jar").unlink()


def add(folder: Path) -> None:
    (folder / "stray.jar").write_text("x")


def garble(folder: Path) -> None:
    (folder / "manifest.json").write_text("{")


def forget(folder: Path) -> None:
    (folder / "manifest.json").unlink()


def outdate(folder: Path) -> None:
    manifest = json.loads((folder / "manifest.json").read_text())
    (folder / "manifest.json").write_text(json.dumps(manifest | {"pom": "of last year"}))


@pytest.mark.parametrize(
    ("damage", "named"),
    [
        (truncate, "bolt.jar has 0 bytes where 9 are expected"),
        (lose, "bolt.jar has no bytes where 9 are expected"),
        (add, "stray.jar has 1 bytes where none are expected"),
        (garble, "manifest.json cannot be read"),
        (forget, "manifest.json is missing"),
        (outdate, "another pom.xml"),
    ],
)
def test_a_broken_cache_is_noticed_and_made_again(machine: Machine, damage: Callable[[Path], None], named: str) -> None:
    machine.maven()
    folder = ensure_jars()
    damage(folder)
    ensure_jars(machine.said.append)
    assert "the cache is broken" in machine.said[0] and named in machine.said[0]
    assert machine.fetches() == 2
    assert sorted(path.name for path in folder.glob("*.jar"))[0] == "bolt.jar"
    assert (folder / "bolt.jar").read_text() == "jar bolt\n" and not (folder / "stray.jar").exists()
    assert ensure_jars() == folder and machine.fetches() == 2


def test_callers_at_the_same_time_fetch_once(machine: Machine) -> None:
    machine.maven("sleep 0.3")
    callers = [threading.Thread(target=ensure_jars, args=(machine.said.append,)) for _ in range(4)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()
    assert machine.fetches() == 1
    assert machine.said.count("waiting for another kg that fetches Neo4j") == 3


def test_a_failed_fetch_says_what_maven_said_and_leaves_nothing(machine: Machine) -> None:
    machine.maven("echo '[ERROR] no route to repo.maven.apache.org'; exit 1")
    with pytest.raises(ServerError, match=r"reachable\?.*(?s:.*)no route to repo"):
        ensure_jars()
    assert [path.name for path in (machine.folder / "cache").iterdir()] == [f"neo4j-{NEO4J_VERSION}.lock"]


def test_what_a_killed_fetch_left_is_cleared_away(machine: Machine) -> None:
    machine.maven()
    left = machine.folder / "cache" / f"neo4j-{NEO4J_VERSION}.tmp-abc"
    (left / "jars").mkdir(parents=True)
    ensure_jars()
    assert not left.exists()


def test_maven_is_asked_for_only_when_jars_are_to_be_fetched(machine: Machine) -> None:
    with pytest.raises(ServerError, match=r"no mvn on PATH \(apt install maven"):
        ensure_jars()
    machine.maven()
    folder = ensure_jars()
    (machine.folder / "bin" / "mvn").unlink()
    assert ensure_jars() == folder


def test_a_cache_folder_that_cannot_be_made_is_named(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    (machine.folder / "file").write_text("")
    monkeypatch.setenv("KG_CACHE", str(machine.folder / "file" / "cache"))
    with pytest.raises(ServerError, match=r"cannot write the cache .*file/cache.*KG_CACHE"):
        ensure_jars()


# Java, ports, home


def test_a_missing_java_is_said_with_the_way_out(machine: Machine, server: Server) -> None:
    with pytest.raises(ServerError, match=r"needs Java 17, and there is no java on PATH \(apt install .*docker"):
        start(server)


@pytest.mark.parametrize(("version", "major"), [("1.8.0_392", 8), ("11.0.21", 11), ("16", 16)])
def test_an_old_java_is_refused_by_version(machine: Machine, server: Server, version: str, major: int) -> None:
    machine.java("exit 1", version)
    with pytest.raises(ServerError, match=f"needs Java 17, and .*bin/java is Java {major} "):
        start(server)


def test_java_home_goes_before_the_path(machine: Machine, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.java("exit 1", "11")
    (machine.folder / "jdk").mkdir()
    shutil.copytree(machine.folder / "bin", machine.folder / "jdk" / "bin")
    machine.java("exit 1", "17")
    monkeypatch.setenv("JAVA_HOME", str(machine.folder / "jdk"))
    with pytest.raises(ServerError, match="jdk/bin/java is Java 11"):
        start(server)


@pytest.mark.parametrize("name", ["bolt_port", "http_port"])
@pytest.mark.parametrize("address", ["127.0.0.1", "0.0.0.0"])
def test_a_port_in_use_is_named(machine: Machine, server: Server, name: str, address: str) -> None:
    machine.java("exit 1")
    port = getattr(server, name)
    with (
        socket.create_server((address, port)),
        pytest.raises(ServerError, match=rf"port {port} \({name}\) is in use"),
    ):
        start(server)
    assert machine.fetches() == 0


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"heap": "lots"}, "heap 'lots' is not a size"),
        ({"pagecache": "1"}, "pagecache '1' is not a size"),
        ({"bolt_port": 0}, "bolt_port 0 is not a port"),
        ({"http_port": 65536}, "http_port 65536 is not a port"),
        ({"http_port": 7687}, "both 7687"),
    ],
)
def test_a_server_that_cannot_be_is_refused(wrong: dict[str, str | int], named: str) -> None:
    with pytest.raises(ServerError, match=named):
        Server(Path("home"), **wrong)  # type: ignore[arg-type]


def test_a_home_that_somebody_else_made_is_left_alone(machine: Machine, server: Server) -> None:
    conf = server.home / "conf" / "neo4j.conf"
    conf.parent.mkdir(parents=True)
    conf.write_text("server.bolt.enabled=true\n")
    machine.java("exit 1")
    with pytest.raises(ServerError, match=r"neo4j.conf was not written by kg"):
        start(server)
    assert conf.read_text() == "server.bolt.enabled=true\n"


# The password


def test_a_password_is_made_kept_private_and_used_again(machine: Machine, server: Server) -> None:
    machine.maven()
    machine.java("exit 1")
    for _ in range(2):
        with pytest.raises(ServerError, match="ended while it started"):
            start(server)
    made = stored_password(server.home)
    assert made is not None and len(made) >= 24
    assert stat.S_IMODE((server.home / "password").stat().st_mode) == 0o600
    assert machine.text("admin.calls").count(f'"{made}"\n') == 2


def test_a_password_is_on_no_command_line_and_in_no_log(machine: Machine, server: Server) -> None:
    machine.maven()
    machine.java("exit 1")
    with pytest.raises(ServerError):
        start(server, PASSWORD, progress=machine.said.append)
    assert f'"{PASSWORD}"' in machine.text("admin.calls") and "-rw------- " in machine.text("admin.modes")
    assert PASSWORD not in machine.text("java.calls") + "".join(machine.said)
    holds_it = [path for path in server.home.rglob("*") if path.is_file() and PASSWORD in path.read_text()]
    assert holds_it == [] and stored_password(server.home) is None


def test_what_neo4j_admin_says_of_a_password_is_shown_without_it(machine: Machine, server: Server) -> None:
    machine.maven()
    machine.java("exit 1", admin='cat "$file"; exit 64')
    with pytest.raises(ServerError, match=r"set-initial-password failed \(exit code 64\)") as raised:
        start(server, PASSWORD)
    assert PASSWORD not in str(raised.value) and '"***"' in str(raised.value)


def test_a_password_that_neo4j_would_refuse_is_refused_before(machine: Machine, server: Server) -> None:
    machine.maven()
    machine.java("exit 1")
    with pytest.raises(ServerError, match="too short"):
        start(server, "neo4j")


def test_a_used_home_without_its_password_asks_for_it(machine: Machine, server: Server) -> None:
    machine.maven()
    machine.java("exit 1")
    (server.home / "data" / "databases" / "system").mkdir(parents=True)
    with pytest.raises(ServerError, match=r"a password of your own \(give it again\)"):
        start(server)


# The process


def test_a_server_that_ends_at_once_shows_the_end_of_its_log(machine: Machine, server: Server) -> None:
    machine.maven()
    machine.java("printf 'Out of luck\\n\\tat org.neo4j.Frame\\nCaused by: bad stars\\n'; exit 1")
    with pytest.raises(ServerError, match=r"The end of its log:\nOut of luck\nCaused by: bad stars$"):
        start(server, PASSWORD)
    assert status(server.home) is None and not stop(server.home)


def test_a_server_that_does_not_answer_in_time_is_ended(machine: Machine, server: Server) -> None:
    machine.maven()
    machine.java(RUNS_ON)
    with pytest.raises(ServerError, match=r"did not answer within 0.2 s \(give it longer"):
        start(server, PASSWORD, wait=0.2)
    (pid,) = machine.text("pids").split()
    assert process_began(int(pid)) is None and status(server.home) is None


def test_an_interrupted_start_leaves_no_process(machine: Machine, server: Server) -> None:
    def interrupt(line: str) -> None:
        if "waiting" in line:
            await_true(lambda: machine.text("pids"))
            raise KeyboardInterrupt

    machine.maven()
    machine.java(RUNS_ON)
    with pytest.raises(KeyboardInterrupt):
        start(server, PASSWORD, progress=interrupt)
    assert process_began(int(machine.text("pids"))) is None


def test_a_server_that_ignores_being_asked_is_killed(machine: Machine, server: Server) -> None:
    def give_up(line: str) -> None:
        if "waiting" in line:
            await_true(lambda: machine.text("pids"))
            assert stop(server.home, wait=0.2)

    machine.maven()
    machine.java(STUBBORN)
    with pytest.raises(ServerError, match="ended while it started"):
        start(server, PASSWORD, progress=give_up)
    assert process_began(int(machine.text("pids"))) is None


def test_a_process_that_only_has_the_pid_is_never_killed(server: Server) -> None:
    with subprocess.Popen(["/bin/sleep", "30"]) as other:
        server.home.mkdir()
        record = {"pid": other.pid, "began": "long ago", "bolt_port": 1, "http_port": 2}
        (server.home / "server.json").write_text(json.dumps(record))
        assert status(server.home) is None
        assert not stop(server.home)
        assert other.poll() is None
        other.kill()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pid": 1}'])
def test_a_record_that_cannot_be_read_is_no_server(server: Server, text: str) -> None:
    server.home.mkdir()
    (server.home / "server.json").write_text(text)
    assert status(server.home) is None and not stop(server.home)


def test_a_process_is_known_by_when_it_began() -> None:
    with subprocess.Popen(["/bin/sleep", "30"]) as sleeper:
        began = process_began(sleeper.pid)
        assert began is not None and began == process_began(sleeper.pid)
        sleeper.kill()
        await_true(lambda: process_began(sleeper.pid) is None)  # a zombie, as nobody has waited for it


# The real thing


@pytest.mark.neo4j
def test_a_real_server_starts_answers_and_stops(server: Server) -> None:
    if shutil.which("java") is None:
        pytest.skip("there is no java on PATH")
    password = '-a "secret" \\ of mine, with é'
    script = "import sys, pathlib as p, communique.graph.server as s; a = sys.argv; "
    script += "s.start(s.Server(p.Path(a[1]), int(a[2]), int(a[3]), '512m', '64m'), a[4])"
    arguments = [str(server.home), str(server.bolt_port), str(server.http_port), password]
    subprocess.run([sys.executable, "-c", script, *arguments], check=True, timeout=280)

    running = status(server.home)  # it outlived the process that started it
    assert running is not None and os.getsid(running.pid) != os.getsid(0)
    with neo4j.GraphDatabase.driver(running.bolt, auth=("neo4j", password)) as driver:
        assert driver.execute_query("RETURN 1 AS one").records[0]["one"] == 1
    with urllib.request.urlopen(running.http, timeout=10) as answer:
        told = json.load(answer)
    assert (told["bolt_direct"], told["neo4j_version"]) == (running.bolt, NEO4J_VERSION)
    with urllib.request.urlopen(f"{running.http}/browser/", timeout=10) as page:
        assert b"Neo4j Browser" in page.read()
    with socket.socket() as outside:  # as a neighbour would: any address but 127.0.0.1
        assert outside.connect_ex(("127.0.0.2", server.bolt_port)) != 0

    again = start(server, password)
    assert again.already and again.pid == running.pid
    with pytest.raises(ServerError, match="wrong password"):
        start(server, "not the one")
    assert status(server.home) == running
    with pytest.raises(ServerError, match=r"neo4j-admin database import failed"):
        admin(server, "database", "import", "full", "--nodes=/no/such/file.csv")

    assert stop(server.home)
    assert status(server.home) is None and process_began(running.pid) is None
    assert not stop(server.home)
