"""Where settings come from, and in which order; what is refused, and that no password is shown."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from communique.connection import Connection
from communique.errors import InputError, UsageError
from communique.settings import connection

NAMES = ("KG_STORE", "KG_CERTIFICATE", "NEO4J_URI", "NEO4J_USERNAME", "NEO4J_DATABASE")
PASSWORDS = ("NEO4J_PASSWORD", "NEO4J_PASSWORD_FILE")


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin in a project's sub-folder, with a user's own folder and nothing set."""
    for name in (*NAMES, *PASSWORDS):
        monkeypatch.delenv(name, raising=False)
    for name in ("project/articles", "config/communique", "cache"):
        (tmp_path / name).mkdir(parents=True)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("KG_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path / "project/articles")


def of_project(tmp_path: Path, text: str) -> None:
    (tmp_path / "project/kg.toml").write_text(text, "utf-8")


def of_user(tmp_path: Path, text: str) -> None:
    (tmp_path / "config/communique/kg.toml").write_text(text, "utf-8")


def test_a_setting_comes_from_the_first_place_that_has_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def place(number: int) -> tuple[str, str, str | None]:
        found = connection("bolt://o@h/o" if number == 0 else None)
        return found.address, found.user, found.database

    assert connection().address == str(tmp_path / "project/articles/.kg")
    of_user(tmp_path, 'store = "bolt://h:4"\nuser = "u"\ndatabase = "u"\n')
    assert place(4) == ("bolt://h:4", "u", "u")
    of_project(tmp_path, 'store = "bolt://h:3"\nuser = "p"\ndatabase = "p"\n')
    assert place(3) == ("bolt://h:3", "p", "p")
    monkeypatch.setenv("NEO4J_URI", "bolt://h:2")
    monkeypatch.setenv("NEO4J_USERNAME", "e")
    monkeypatch.setenv("NEO4J_DATABASE", "e")
    assert place(2) == ("bolt://h:2", "e", "e")
    monkeypatch.setenv("KG_STORE", "bolt://k@h:1/k")
    assert place(1) == ("bolt://h:1", "k", "k")
    assert place(0) == ("bolt://h", "o", "o")


def test_a_file_may_say_a_part_and_the_next_one_the_rest(tmp_path: Path) -> None:
    of_project(tmp_path, 'database = "people"\n')
    of_user(tmp_path, 'store = "neo4j+s://h"\nuser = "alice"\n')
    found = connection()
    assert (found.address, found.user, found.name) == ("neo4j+s://h", "alice", "neo4j+s://h/people")


def test_what_a_file_says_of_a_login_goes_with_its_server(tmp_path: Path) -> None:
    (tmp_path / "project/secret").write_text("of-the-team\n", "utf-8")
    (tmp_path / "project/secret").chmod(0o600)
    of_project(tmp_path, 'store = "neo4j+s://team.example:7687"\nuser = "alice"\npassword_file = "secret"\n')
    assert connection().password == connection("bolt+s://team.example").password == "of-the-team"
    other = connection("bolt://elsewhere.example")
    assert (other.password, other.user) == (None, "neo4j")


def test_a_project_that_names_a_server_does_not_get_the_users_own_password(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("mine\n", "utf-8")
    of_user(tmp_path, f'store = "neo4j+s://mine.example"\npassword_file = "{tmp_path}/secret"\n')
    assert connection().password == "mine"
    of_project(tmp_path, 'store = "bolt://stranger.example"\n')
    assert connection().password is None


def test_paths_in_a_file_start_from_its_folder(tmp_path: Path) -> None:
    of_project(tmp_path, 'store = "graphs/a.kgl"\n')
    assert connection().address == str(tmp_path / "project/graphs/a.kgl")
    of_project(tmp_path, 'store = "bolt+s://h?certificate=ca.pem"\n')
    assert connection().certificate == tmp_path / "project/ca.pem"
    of_project(tmp_path, 'store = "bolt+s://h"\ncertificate = "ca.pem"\n')
    assert connection().certificate == tmp_path / "project/ca.pem"


def test_a_cluster_keeps_its_routing_context() -> None:
    found = connection("neo4j://al%40x@h:1/people?region=eu&certificate=c.pem")
    assert (found.address, found.user, found.database) == ("neo4j://h:1?region=eu", "al@x", "people")
    assert found.certificate == Path("c.pem") and (found.host, found.port) == ("h", 1)
    assert found.name == "neo4j://h:1/people"


FAULTS = {
    'stor = "a"': ("1:1: unknown key 'stor'", "did you mean 'store'?"),
    '\n\nzzz = "a"': ("3:1: unknown key 'zzz'", "known: store, user"),
    'user = "a"\ndatabase = 5': ("2:1: database wants a text", 'database = "..."'),
    'user = ""': ("1:1: user wants a text", "user ="),
    '[neo4j]\nuser = "a"': ("1:1: unknown key 'neo4j'", "known: "),
    "user = alice": ("1:8: Invalid value", "a line reads"),
    'user = "alice': ("1:1: Unterminated string", "a line reads"),
    'user = "a"\npassword = "s3cret"': ("2:1: a password does not belong", "password_file names a file"),
}


@pytest.mark.parametrize("text", FAULTS)
def test_a_fault_in_a_settings_file_has_its_line(tmp_path: Path, text: str) -> None:
    of_project(tmp_path, text)
    with pytest.raises(InputError) as raised:
        connection()
    start, right = FAULTS[text]
    assert f"{tmp_path}/project/kg.toml:{start}" in str(raised.value) and right in str(raised.value)
    assert "s3cret" not in str(raised.value)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("bolt://me:s3cret@h:1", r"^bolt://h:1: a password does not belong in an address"),
        ("bolt://me:s3/cr@s3cret@h", r"^bolt://h: a password"),
        ("ftp://me:s3cret@h", r"^ftp://h: a password"),
        ("bolt://h?password=s3cret", r"^h: a password"),
        ("bolt://me@h:s3cret", r"^bolt://h:.*no address"),
        ("http://localhost:7474/browser/", r"web address of a server \(bolt://localhost:7687"),
        ("localhost:7687", r"bolt://localhost:7687, or \./localhost:7687"),
        ("bolt://h:99999", "the port from 1 to 65535"),
        ("bolt://", "no address"),
        ("neo4j://h/a/b", "no address"),
        ("bolt://h?policy=eu", r"\?policy= means nothing"),
        ("mysql://h", "unknown kind of store .*bolt"),
    ],
)
def test_an_address_that_is_none_is_refused(address: str, said: str) -> None:
    with pytest.raises(UsageError, match=said) as raised:
        connection(address)
    assert "s3cret" not in str(raised.value) or "h:s3cret" in address


def test_the_password_comes_from_the_environment_before_any_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("file", "project/file"):
        (tmp_path / name).write_text(f"of {name}\n", "utf-8")
        (tmp_path / name).chmod(0o600)
    of_project(tmp_path, 'store = "bolt://h"\npassword_file = "file"\n')
    assert connection().password == "of project/file" and not connection().remarks
    monkeypatch.setenv("NEO4J_PASSWORD_FILE", str(tmp_path / "file"))
    assert connection().password == "of file"
    monkeypatch.setenv("NEO4J_PASSWORD", "of the environment")
    assert connection().password == "of the environment"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "No such file"),
        (b"", "is empty"),
        (b"\n", "is empty"),
        (b"a\nb\n", "more than one line"),
        (b"\xff", "UTF-8"),
    ],
)
def test_a_password_file_that_is_not_right_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None, said: str
) -> None:
    if content is not None:
        (tmp_path / "file").write_bytes(content)
    monkeypatch.setenv("NEO4J_PASSWORD_FILE", str(tmp_path / "file"))
    with pytest.raises(UsageError, match=rf"{tmp_path}/file.*{said}.*the environment"):
        connection("bolt://h")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_password_file_that_others_can_read_is_used_with_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("secret\r\n", "utf-8")
    (tmp_path / "file").chmod(0o644)
    monkeypatch.setenv("NEO4J_PASSWORD_FILE", str(tmp_path / "file"))
    found = connection("bolt://h")
    assert found.password == "secret" and f"chmod 600 {tmp_path}/file" in found.remarks[0]


def test_a_connection_does_not_show_its_password() -> None:
    assert "s3cret" not in repr(Connection("bolt://h", password="s3cret"))
