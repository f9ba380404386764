"""Reaching real servers: routing, TLS, logins, bookmarks, and what is said when it fails."""

from __future__ import annotations

import base64
import json
import logging
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Timer

import neo4j
import pytest

from communique.cli import main
from communique.connection import Connection
from communique.errors import KgError, PasswordNeeded, QueryError, StoreError, UsageError
from communique.graph.neo4j.bookmarks import KeptBookmarks
from communique.graph.server import Server, start, stop, stored_password
from communique.graph.store import open_store
from communique.settings import connection
from tests.conftest import CORPUS
from tests.graph.wire import Wire

pytestmark = pytest.mark.neo4j
KG = [sys.executable, "-m", "communique.cli"]


@dataclass(frozen=True)
class Guarded:
    """A server that wants TLS, with a certificate for 127.0.0.1 that an authority of its own signed."""

    home: Path
    port: int
    http_port: int
    certificate: Path
    password: str

    def at(self, scheme: str, host: str = "127.0.0.1") -> str:
        return f"{scheme}://{host}:{self.port}"


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guarded]:
    if shutil.which("java") is None or shutil.which("openssl") is None:
        pytest.skip("a server with TLS needs Java 17 and openssl")
    folder = tmp_path_factory.mktemp("tls")
    make_certificates(folder)
    settings = {
        "server.bolt.tls_level": "REQUIRED",
        "dbms.ssl.policy.bolt.enabled": "true",
        "dbms.ssl.policy.bolt.base_directory": str(folder),
        "dbms.ssl.policy.bolt.client_auth": "NONE",
        "db.transaction.bookmark_ready_timeout": "1s",
    }
    server = replace(Server.on_free_ports(folder / "home", heap="512m", pagecache="64m"), settings=settings)
    start(server)
    password = stored_password(server.home) or ""
    yield Guarded(server.home, server.bolt_port, server.http_port, folder / "ca.pem", password)
    stop(server.home)


def make_certificates(folder: Path) -> None:
    """Write the authority's ``ca.pem`` and what Neo4j wants to find: ``private.key`` and ``public.crt``."""

    def openssl(*arguments: str) -> None:
        subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)

    (folder / "names").write_text("subjectAltName=IP:127.0.0.1\n")
    key = ("-newkey", "rsa:2048", "-nodes")
    openssl("req", "-x509", *key, "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=authority", "-days", "9")
    openssl("req", *key, "-keyout", "private.key", "-out", "request", "-subj", "/CN=server")
    signer = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", "names", "-days", "9")
    openssl("x509", "-req", "-in", "request", "-out", "public.crt", *signer)


@pytest.fixture
def secret(guarded: Guarded, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """The password of the guarded server, set in the environment, with a cache folder of this test's own."""
    monkeypatch.setenv("NEO4J_PASSWORD", guarded.password)
    monkeypatch.setenv("KG_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    return guarded.password


def answers(address: str | Connection) -> bool:
    with open_store(address) as store:
        return store.read("RETURN 1 AS one").rows == [{"one": 1}]


# TLS


@pytest.mark.parametrize("scheme", ["bolt+ssc", "neo4j+ssc"])
def test_any_certificate_will_do_with_ssc(guarded: Guarded, secret: str, scheme: str) -> None:
    assert answers(guarded.at(scheme))


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
@pytest.mark.parametrize("way", ["file", "folder", "address", "system"])
def test_a_certificate_that_is_named_is_trusted(
    guarded: Guarded, secret: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, scheme: str, way: str
) -> None:
    address = guarded.at(scheme)
    if way == "address":
        address += f"?certificate={guarded.certificate}"
    elif way == "folder":
        (tmp_path / "trusted").mkdir()
        shutil.copy(guarded.certificate, tmp_path / "trusted/one.crt")
        monkeypatch.setenv("KG_CERTIFICATE", "trusted")
    else:
        monkeypatch.setenv("KG_CERTIFICATE" if way == "file" else "SSL_CERT_FILE", str(guarded.certificate))
    assert answers(address)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_server_that_cannot_be_trusted_is_said_with_the_way_out(guarded: Guarded, secret: str, scheme: str) -> None:
    with pytest.raises(StoreError, match=r"its certificate is not trusted here: .*KG_CERTIFICATE"):
        open_store(guarded.at(f"{scheme}+s"))
    with pytest.raises(StoreError, match=rf"may want TLS \({scheme}\+s://"):
        open_store(guarded.at(scheme))
    trusting = f"?certificate={guarded.certificate}"
    with pytest.raises(StoreError, match="its certificate is for another host than 'localhost'"):
        open_store(guarded.at(f"{scheme}+s", "localhost") + trusting)
    for plain in (scheme, f"{scheme}+ssc"):
        with pytest.raises(UsageError, match=rf"as the one to trust \({scheme}\+s://\)"):
            open_store(guarded.at(plain) + trusting)


def test_another_authority_is_not_trusted(guarded: Guarded, secret: str, tmp_path: Path) -> None:
    make_certificates(tmp_path)
    with pytest.raises(StoreError, match=r"ca.pem is not who signed it"):
        open_store(guarded.at("neo4j+s") + f"?certificate={tmp_path}/ca.pem")


def test_certificates_that_cannot_be_read_are_named(guarded: Guarded, secret: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.pem").write_text("no certificate")
    for name, said in {"none": "No such file", "empty": "no certificates in this", "text.pem": "PEM file"}.items():
        with pytest.raises(UsageError, match=f"{name}: .*{said}"):
            open_store(guarded.at("bolt+s") + f"?certificate={name}")


# Logins


@pytest.fixture
def plain(neo4j_address: str) -> Connection:
    """The server of the other tests, which uses no TLS."""
    return connection(neo4j_address)


def test_a_wrong_password_names_where_it_came_from(plain: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "not-the-one")
    for scheme in ("bolt", "neo4j"):
        address = f"{scheme}://nobody-{scheme}@{plain.host}:{plain.port}"
        with pytest.raises(StoreError, match=f"refuses user 'nobody-{scheme}' with .* NEO4J_PASSWORD") as raised:
            open_store(address)
        assert "not-the-one" not in str(raised.value)


def test_a_first_password_must_be_changed_and_guessing_is_stopped(plain: Connection) -> None:
    first = "a first password"
    with neo4j.GraphDatabase.driver(plain.address, auth=(plain.user, plain.password or "")) as driver:
        statement = "CREATE OR REPLACE USER newcomer SET PASSWORD $first CHANGE REQUIRED"
        driver.execute_query(statement, first=first, database_="system")
        try:
            with pytest.raises(StoreError, match="password of user 'newcomer' must be changed"):
                open_store(replace(plain, user="newcomer", password=first))
            for _ in range(4):
                with pytest.raises(StoreError) as raised:
                    open_store(replace(plain, user="newcomer", password="a guess"))
            assert "too many wrong passwords for user 'newcomer'" in str(raised.value)
        finally:
            driver.execute_query("DROP USER newcomer", database_="system")


def test_a_server_that_kg_runs_needs_no_password_from_anybody(
    guarded: Guarded, secret: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("NEO4J_PASSWORD")
    address = guarded.at("bolt+ssc", "localhost")
    with pytest.raises(PasswordNeeded, match=r"wants a password for user 'neo4j' .*NEO4J_PASSWORD_FILE"):
        open_store(address)
    (tmp_path / "cache").mkdir(exist_ok=True)
    (tmp_path / "cache/server").symlink_to(guarded.home)
    assert answers(address)
    for other in ("bolt://localhost:1", f"bolt://example.org:{guarded.port}", f"bolt://me@localhost:{guarded.port}"):
        assert connection(other).password is None


def test_a_password_is_asked_for_on_a_terminal_and_not_shown(
    guarded: Guarded, secret: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pty = pytest.importorskip("pty")
    monkeypatch.delenv("NEO4J_PASSWORD")
    command = [*KG, "status", "--store", guarded.at("bolt+ssc")]
    child, terminal = pty.fork()
    if child == 0:
        os.execv(command[0], command)
    shown = b""
    while b"password of neo4j at bolt+ssc://" not in shown or not shown.endswith(b": "):
        shown += os.read(terminal, 1000)
    os.write(terminal, secret.encode() + b"\n")
    try:
        while more := os.read(terminal, 1000):
            shown += more
    except OSError:
        pass
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert b"articles" in shown and secret.encode() not in shown

    silent = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    assert silent.returncode == 1 and "wants a password" in silent.stderr and "password of" not in silent.stderr


def test_no_command_shows_the_password(
    guarded: Guarded, secret: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("KG_STORE", guarded.at("neo4j+ssc").replace("://", "://neo4j@"))
    commands = [
        *(["load", str(CORPUS)], ["status"], ["status", "--json"], ["ask", "Who met whom?"], ["show", "wang-yi"]),
        *(["cypher", "RETURN 1 AS one"], ["cypher", "nonsense"], ["query"], ["find", "china"]),
        *(["status", "--store", guarded.at("bolt+s")], ["status", "--store", guarded.at("bolt+ssc") + "/none"]),
        *(["status", "--store", "bolt://127.0.0.1:1"], ["ask", "Who?", "--store", f"bolt://x:{secret}@localhost"]),
    ]
    shown = ""
    for command in commands:
        try:
            main(command)
        except SystemExit:
            pass
        shown += "".join(capsys.readouterr())
    assert "neo4j+ssc://" in shown and "no database 'none'" in shown

    def broken(*_: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("communique.graph.loaded.list_loaded", broken)
    with pytest.raises(SystemExit, match="70"):
        main(["status"])
    shown += "".join(capsys.readouterr())
    kept = "".join(file.read_text("utf-8", "replace") for file in (tmp_path / "cache").rglob("*") if file.is_file())
    assert "RuntimeError: broken" in kept
    assert secret not in shown and secret not in kept


# Failures


def test_a_server_that_hangs_up_at_the_first_word_is_called_again(plain: Connection) -> None:
    with Wire(plain.port, refused=2) as wire:
        with open_store(f"bolt://127.0.0.1:{wire.port}") as store:
            assert store.read("RETURN 1 AS one").rows == [{"one": 1}]
        wire.refused = 3
        with pytest.raises(StoreError, match="hangs up at the first word"):
            open_store(f"bolt://127.0.0.1:{wire.port}")


def test_what_is_defined_is_defined_again_where_the_connection_breaks(plain: Connection) -> None:
    takes_a_second = "UNWIND range(1, 20000000) AS n WITH count(n) AS n CREATE (:Broken {n: n}) "
    with Wire(plain.port) as wire, open_store(f"bolt://127.0.0.1:{wire.port}") as store:
        Timer(0.2, wire.cut).start()
        store.define([takes_a_second])
        assert store.read("MATCH (n:Broken) RETURN count(n) > 0 AS made").rows == [{"made": True}]
        store.define(["MATCH (n:Broken) DELETE n"])


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_failure_says_what_is_wrong_with_the_address(guarded: Guarded, plain: Connection, scheme: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        free = taken.getsockname()[1]
    there = f"{plain.host}:{plain.port}"
    for address, said in {
        f"{scheme}://127.0.0.1:{free}": rf"nothing listens at 127.0.0.1:{free} \(kg server start",
        f"{scheme}://no-such-host.invalid": "host 'no-such-host.invalid'",
        f"{scheme}://127.0.0.1:{guarded.http_port}": f"port {guarded.http_port} speaks HTTP",
        f"{scheme}+s://{there}": rf"does not speak TLS \(for a server without it: {scheme}://",
        f"{scheme}+ssc://{there}": rf"does not speak TLS \(for a server without it: {scheme}://",
    }.items():
        with pytest.raises(StoreError, match=said) as raised:
            open_store(address)
        assert "\n" not in str(raised.value)
    with pytest.raises(StoreError, match="no database 'none' there"):
        open_store(replace(plain, address=f"{scheme}://{there}", database="none"))


def test_nothing_but_the_error_is_printed(tmp_path: Path) -> None:
    command = [*KG, "status", "--store", "neo4j://127.0.0.1:1"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1 and done.stdout == "" and done.stderr.count("\n") == 1


# Routing and bookmarks


@pytest.mark.parametrize("scheme", ["bolt+ssc", "neo4j+ssc"])
def test_reads_are_read_transactions_that_follow_the_writes(
    guarded: Guarded, secret: str, caplog: pytest.LogCaptureFixture, scheme: str
) -> None:
    with open_store(guarded.at(scheme)) as store:
        store.write([("MERGE (n:Written {id: 'x'})", {})])
        with caplog.at_level(logging.DEBUG, logger="neo4j.io"):
            assert store.read("MATCH (n:Written) RETURN n.id AS id").rows == [{"id": "x"}]
        begin = next(record.getMessage() for record in caplog.records if "C: BEGIN" in record.getMessage())
        assert "'mode': 'r'" in begin and "'bookmarks': ['FB:" in begin
        with pytest.raises((QueryError, StoreError), match=r"(?i)writing in read access mode not allowed"):
            store.read("CREATE (n:Written {id: 'y'})")


def test_a_later_process_waits_for_what_was_written(guarded: Guarded, secret: str) -> None:
    wanted = connection(guarded.at("neo4j+ssc"))
    with open_store(wanted) as store:
        store.write([("MERGE (n:Written {id: 'x'})", {})])
    (written,) = KeptBookmarks(wanted).read()
    assert answers(wanted)

    database = base64.b64decode(written.removeprefix("FB:"))[:19]
    never = database + b"\xc9\x27\x10\x90"  # transaction 10,000
    KeptBookmarks(wanted).keep(["FB:" + base64.b64encode(never).decode()])
    with pytest.raises(StoreError, match=r"has not caught up .*\(try again\)"):
        open_store(wanted)
    assert answers(wanted)


def test_bookmarks_of_another_database_and_broken_ones_do_no_harm(
    guarded: Guarded, plain: Connection, secret: str, tmp_path: Path
) -> None:
    wanted = connection(guarded.at("neo4j+ssc"))
    other = replace(plain, address=f"neo4j://{plain.host}:{plain.port}")
    with open_store(other) as store:
        store.write([("MERGE (n:Written {id: 'x'})", {})])
    KeptBookmarks(wanted).keep(KeptBookmarks(other).read())
    assert KeptBookmarks(wanted).read() and answers(wanted)

    KeptBookmarks(wanted).keep(["nonsense"])
    with pytest.raises(KgError, match="try again"):
        open_store(wanted)
    assert answers(wanted)
    for file in (tmp_path / "cache/bookmarks").iterdir():
        file.write_text("{")
    assert answers(wanted)


def test_bookmarks_are_kept_for_clusters_only_and_not_for_long(guarded: Guarded, secret: str, tmp_path: Path) -> None:
    with open_store(guarded.at("bolt+ssc")) as store:
        store.write([("MERGE (n:Written {id: 'x'})", {})])
    assert not (tmp_path / "cache/bookmarks").exists()
    kept = KeptBookmarks(connection("neo4j://h"))
    kept.keep(["FB:a"])
    (file,) = (tmp_path / "cache/bookmarks").iterdir()
    assert json.loads(file.read_text()) == kept.read() == ["FB:a"]
    os.utime(file, (1, 1))
    assert kept.read() == []
