"""The commands as a person types them: what they print, where, and with which exit code."""

from __future__ import annotations

import gzip
import io
import json
import re
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest

from communique.graph.store import open_store
from tests.cli.conftest import Ran, Run
from tests.conftest import CORPUS, SEED
from tests.loaders.event_files import GDELT_2, POLECAT, gdelt, header, polecat


def test_a_first_session_from_init_to_an_answer(kg: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "made" in kg("init", "mine").out
    monkeypatch.chdir("mine")
    assert "no problems" in kg("check", ".").out
    assert "added: my-first-article" in kg("load", ".").out
    assert kg("ask", "Who met whom?").out.splitlines()[0] == "The foreign ministers of Russia and China met in Geneva"


def test_the_version_is_told(kg: Run) -> None:
    assert kg("--version").out == f"kg {version('communique')}\n"


def test_init_leaves_files_that_are_there(kg: Run) -> None:
    kg("init", "mine")
    Path("mine/article.yaml").write_text("mine", "utf-8")
    assert "stays as it is" in kg("init", "mine").err
    assert Path("mine/article.yaml").read_text("utf-8") == "mine"


def test_check_leaves_with_0_when_clean_1_with_problems_2_when_misused(kg: Run) -> None:
    assert kg("check", str(SEED)).code == 0
    Path("bad.yaml").write_text("article: a\n", "utf-8")
    found = kg("check", "bad.yaml")
    assert found.code == 1 and "bad.yaml:1:1: no headline" in found.err
    assert kg("check", "nowhere").code == 2
    assert kg("check").code == 2
    assert kg("check", str(CORPUS), "--text", "a.txt").code == 2


def test_load_says_what_it_did_and_does_nothing_the_second_time(kg: Run) -> None:
    assert "added: jn-2020-12-25" in kg("load", str(SEED)).out
    second = kg("load", str(SEED)).out
    assert "unchanged: 1 article" in second and "nodes: 0 added, 0 changed, 0 removed" in second


def test_load_with_a_problem_loads_nothing(kg: Run) -> None:
    Path("bad.yaml").write_text(SEED.read_text("utf-8") + "  - nonsense: x\n", "utf-8")
    assert kg("load", "bad.yaml").code == 1
    assert kg("status").code == 1


def test_a_dry_run_changes_nothing(loaded: Run) -> None:
    Path("empty").mkdir()
    text = "article: a\nheadline: h\npublisher: reuters\npublished: 2021\n"
    Path("empty/a.yaml").write_text(text, "utf-8")
    assert "would be removed: jn-2020-12-25" in loaded("load", "empty", "--prune", "--dry-run").out
    assert "jn-2020-12-25" in loaded("status").out
    assert "removed: jn-2020-12-25" in loaded("load", "empty", "--prune").out
    assert "jn-2020-12-25" not in loaded("status").out


def test_remove_takes_an_article_out_and_names_the_nearest(loaded: Run) -> None:
    wrong = loaded("remove", "jn-2020-12-24")
    assert wrong.code == 2 and "did you mean 'jn-2020-12-25'?" in wrong.err
    assert "removed: jn-2020-12-25" in loaded("remove", "jn-2020-12-25").out
    assert "0 articles" in loaded("status").out


def test_status_says_that_a_file_has_changed(kg: Run) -> None:
    Path("a.yaml").write_text(SEED.read_text("utf-8"), "utf-8")
    kg("load", "a.yaml")
    assert "up to date" in kg("status").out
    Path("a.yaml").write_text(SEED.read_text("utf-8") + "\n# more\n", "utf-8")
    assert "changed since" in kg("status").out
    Path("a.yaml").unlink()
    assert "the file is gone" in kg("status").out


def test_status_reports_what_the_users_vocabulary_overrides(loaded: Run) -> None:
    Path("vocabulary.yaml").write_text("actors:\n  china: {name: Middle Kingdom}\n", "utf-8")
    assert "overrides: " in loaded("status").out and "actors/china: name" in loaded("status").out


def test_the_store_is_found_from_subfolders(loaded: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("one/two").mkdir(parents=True)
    monkeypatch.chdir("one/two")
    assert "jn-2020-12-25" in loaded("status").out


def test_no_store_says_how_to_make_one(kg: Run) -> None:
    found = kg("ask", "Who met whom?")
    assert found.code == 1 and "kg load" in found.err


def test_ask_prints_json_a_line_a_question_in_order(loaded: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    questions = ["Who phoned Lavrov?", "Who criticized Japan?", "", "Who zorked Japan?"]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(questions)))
    rows = [json.loads(line) for line in loaded("ask", "--json", "-").out.splitlines()]
    assert [row["question"] for row in rows] == [q for q in questions if q]
    assert [row["status"] for row in rows] == ["answered", "no_fact", "not_understood"]
    first = rows[0]
    assert first["answers"] == [{"value": "Wang Yi", "id": "wang-yi"}]
    assert {"reading", "cypher", "params", "evidence", "why", "suggestions"} <= set(first)
    evidence = first["evidence"][-1]
    assert evidence["article"] == "jn-2020-12-25" and evidence["chain"] == ["Chinese Foreign Ministry"]


def test_ask_takes_questions_as_json(loaded: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    call = '{"acts": {"kinds": ["phone-call"]}}'
    assert loaded("ask", "--typed", f'{{"days": {call}}}').out.splitlines()[0] == "2020-12-22"
    found = loaded("ask", "--typed", '{"acts": {"kinds": ["call-by-phone"]}}')
    assert found.code == 1 and "not understood: /acts/kinds/0: unknown act kind 'call-by-phone'" in found.out
    monkeypatch.setattr("sys.stdin", io.StringIO(f'{{"count": {call}}}\n{{"cont": {call}}}\n{{"named": ["chna"]}}\n'))
    rows = [json.loads(line) for line in loaded("ask", "--typed", "--json", "-").out.splitlines()]
    assert [row["status"] for row in rows] == ["answered", "not_understood", "no_fact"]
    assert json.loads(rows[0]["question"]) == {"count": json.loads(call)} and rows[0]["answers"] == [{"value": "1"}]
    assert rows[1]["why"] == "/: unknown operator 'cont' (did you mean 'count'?)" and "chna" in rows[2]["why"]


def test_ask_explain_shows_the_question_as_data_the_queries_and_the_times(loaded: Run) -> None:
    lines = loaded("ask", "--explain", "Who phoned Lavrov?").out.splitlines()
    assert any(line.startswith("read as: who (by)") for line in lines)
    (question,) = (line.removeprefix("question: ") for line in lines if line.startswith("question: "))
    assert json.loads(question)["acts"]["parties"][0]["ids"] == ["lavrov"]
    assert any(line.startswith("query 1, store: 1 row") for line in lines) and "MATCH" in "".join(lines)
    assert re.fullmatch(r"time: opening .* ms, reading .* ms, compiling .* ms, store .* ms, evidence .* ms", lines[-1])
    row = json.loads(loaded("ask", "--json", "--explain", "Who phoned Lavrov?").out)
    assert row["typed"] == json.loads(question) and next(iter(row["times"])) == "opening"
    assert {q["step"] for q in row["queries"]} == {"store", "evidence"} and row["queries"][0]["cypher"] == row["cypher"]
    assert "queries" not in json.loads(loaded("ask", "--json", "Who phoned Lavrov?").out)


def test_ask_without_an_answer_leaves_with_1_and_says_why(loaded: Run) -> None:
    found = loaded("ask", "Who criticized Japan?")
    assert found.code == 1 and "no answer: none toward Japan" in found.out
    assert "not understood: zorked" in loaded("ask", "Who zorked Japan?").out


def test_find_knows_every_name(loaded: Run) -> None:
    assert "takeshima" in loaded("find", "Dokdo").out
    assert "fm-russia" in loaded("find", "Russian", "foreign", "minister").out
    assert "criticize" in loaded("find", "denounce").out
    assert "lavrov" in loaded("find", "Lavrof").out


def test_show_tells_everything_about_a_fact(loaded: Run) -> None:
    shown = loaded("show", "wang-criticizes-us").out
    for expected in (
        "Wang Yi",
        "Sergei Lavrov",
        "jn-2020-12-25 P8",
        "Chinese Foreign Ministry",
        "unilateral sanctions",
    ):
        assert expected in shown
    missing = loaded("show", "wang-criticises-us")
    assert missing.code == 2 and "did you mean 'wang-criticizes-us'?" in missing.err


def test_query_lists_runs_and_shows_its_options(loaded: Run) -> None:
    assert "who-criticized-whom" in loaded("query").out
    assert "--actor" in loaded("query", "who-criticized-whom", "--help").out
    rows = [json.loads(x) for x in loaded("query", "who-criticized-whom", "--actor", "PRC", "--json").out.splitlines()]
    assert [row["act"] for row in rows] == ["wang-criticizes-us"]
    assert "MATCH" in loaded("query", "who-criticized-whom", "--cypher").out
    picture = loaded("query", "who-criticized-whom", "--actor", "PRC", "--since", "2020-12", "--draw").out
    assert picture.startswith("// Who criticized whom, and when\nWITH 'china' AS actor ")
    assert "date('2020-12-01') AS since" in picture and "{id: actor}" in picture and "$" not in picture
    wrong = loaded("query", "who-criticized-whom", "--actor", "Rusia")
    assert wrong.code == 2 and "did you mean 'russia'?" in wrong.err
    assert loaded("query", "who-criticized-whom", "--actor", "Rusia", "--draw").code == 2
    assert "2020-13" in loaded("query", "who-criticized-whom", "--since", "2020-13").err


def test_query_says_where_it_was_cut(loaded: Run) -> None:
    few = loaded("query", "acts-of-an-actor", "--actor", "China", "--limit", "3", "--json")
    assert len(few.out.splitlines()) == 3 and few.err.startswith("cut at 3 rows")
    assert loaded("query", "acts-of-an-actor", "--actor", "China").err == ""
    wrong = loaded("query", "acts-of-an-actor", "--actor", "China", "--limit", "-1")
    assert (wrong.code, wrong.out) == (2, "") and "limit is -1 (it must be 0 or more)" in wrong.err


def test_browser_writes_two_files_and_says_what_to_do_with_them(loaded: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_CACHE", str(Path.cwd() / "cache"))  # no server runs there
    said = loaded("browser", "--open").out.splitlines()
    assert said[0].startswith("neo4j-browser/favourites.zip: 54 favourites. Drop it on the page")
    assert said[1].startswith("neo4j-browser/style.grass: colours and names. Drop it on the page")
    assert "kg server start" in said[2]
    assert zipfile.is_zipfile("neo4j-browser/favourites.zip")
    assert "node.Statement {" in Path("neo4j-browser/style.grass").read_text("utf-8")
    assert loaded("browser", "--out", "elsewhere").code == 0
    assert Path("elsewhere/favourites.zip").read_bytes() == Path("neo4j-browser/favourites.zip").read_bytes()


def test_browser_says_where_it_cannot_write(kg: Run) -> None:
    Path("taken").write_text("", "utf-8")
    found = kg("browser", "--out", "taken")
    assert found.code == 2
    assert "cannot write taken/favourites.zip" in found.err


def test_cypher_reads_and_refuses_to_write(loaded: Run) -> None:
    found = loaded("cypher", "MATCH (a:Act) RETURN count(a) AS n", "--json")
    assert json.loads(found.out)["n"] > 30
    refused = loaded("cypher", "MATCH (n) DETACH DELETE n")
    assert refused.code == 1 and "DELETE writes" in refused.err
    assert "cut after 2 rows" in loaded("cypher", "MATCH (a:Act) RETURN a.id AS id", "--limit", "2").err


def test_cypher_takes_parameters_as_json_and_as_text(loaded: Run) -> None:
    given = {
        "a": "2",
        "b": "true",
        "c": "null",
        "d": '["x", 1.5]',
        "e": "2020-12-22",
        "f": "') DELETE n //",
        "g": '"2"',
    }
    options = [text for name, value in given.items() for text in ("--param", f"{name}={value}")]
    found = loaded("cypher", "RETURN $a AS a, $b AS b, $c AS c, $d AS d, $e AS e, $f AS f, $g AS g", "--json", *options)
    values = {"a": 2, "b": True, "c": None, "d": ["x", 1.5], "e": "2020-12-22", "f": "') DELETE n //", "g": "2"}
    assert json.loads(found.out) == values
    assert loaded("cypher", "RETURN 1 AS a", "--param", "a b=1").code == 2


@pytest.mark.parametrize("option", [("--timeout", "0"), ("--timeout", "-2"), ("--limit", "0"), ("--limit", "-1")])
def test_cypher_refuses_a_bound_that_bounds_nothing(loaded: Run, option: tuple[str, str]) -> None:
    ran = loaded("cypher", "RETURN 1 AS a", *option)
    assert ran.code == 2 and f"a {option[0][2:].replace('timeout', 'time-out')} of {option[1]}" in ran.err


def test_names_given_to_other_commands_never_become_cypher(loaded: Run) -> None:
    count = ("cypher", "MATCH (n) RETURN count(n) AS n", "--json")
    before = loaded(*count).out
    for name in ("x' OR 1 = 1 //", "'}) DETACH DELETE n //", "`) DETACH DELETE (n", '" RETURN 1; CREATE (m) //', "$id"):
        assert "no actor is called" in loaded("query", "who-criticized-whom", "--actor", name).err
        assert "nothing in the graph has the id" in loaded("show", name).err
        assert loaded("ask", f"Who criticized {name}?").code in (0, 1)
    assert loaded(*count).out == before


def test_a_wrong_command_says_the_nearest(kg: Run) -> None:
    found = kg("statsu")
    assert found.code == 2 and "status" in found.err


def test_an_unknown_address_is_refused(kg: Run) -> None:
    found = kg("status", "--store", "mysql://localhost")
    assert found.code == 2 and "unknown kind of store" in found.err


def test_a_server_that_does_not_answer_is_a_clear_message(kg: Run) -> None:
    found = kg("status", "--store", "bolt://127.0.0.1:1")
    assert found.code == 1 and "nothing listens at 127.0.0.1:1" in found.err


def test_a_file_that_is_no_graph_is_a_clear_message(kg: Run) -> None:
    Path(".kg").mkdir()
    Path(".kg/graph.kgl").write_text("no graph", "utf-8")
    found = kg("ask", "Who met whom?")
    assert found.code == 1 and "cannot be opened" in found.err and "kg load" in found.err


EVENTS = (
    "subject\trelation\tobject\tdate\n"
    "China\tConsult\tRussia\t2014-05-20\n"
    "China\tConsult\tRussia\t2014-05-20\n"
    "China\tHug\tRussia\t2014-05-20\n"
    "Foreign Affairs (South Korea)\tCriticize or denounce\tJapan\t2014-05-21\n"
)


def test_events_are_imported_counted_and_asked(kg: Run) -> None:
    Path("events.tsv").write_text(EVENTS, "utf-8")
    first = kg("import", "icews", "events.tsv")
    assert first.code == 0
    assert "events.tsv: 4 rows = 2 loaded + 1 duplicates + 1 rejected\n" in first.out
    assert "events.tsv:4: unknown relation 'Hug'" in first.err, "the line, the header counted"
    assert "rejected rows are in events.tsv.rejected.tsv" in first.out
    kept = Path("events.tsv.rejected.tsv").read_text("utf-8")
    assert kept.startswith("events.tsv:4: unknown relation 'Hug'") and kept.endswith("China\tHug\tRussia\t2014-05-20\n")
    assert "0 loaded + 0 duplicates + 1 rejected + 3 imported before" in kg("import", "icews", "events.tsv").out
    assert "icews/events.tsv  4 rows, 1 rejected  complete" in kg("status").out
    assert "South Korea" in kg("ask", "Who criticized Japan?").out


def _packed(name: str, text: str) -> Path:
    path = Path(name)
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(text.encode(), mtime=0))
    elif path.suffix == ".zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("inside.csv", text)
    else:
        path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("name", ["a.csv", "a.csv.gz", "a.CSV.zip", "-"])
def test_the_same_events_in_any_packing_are_loaded_once(kg: Run, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    text = gdelt(GDELT_2, 1) + gdelt(GDELT_2, 2, EventCode="---") + gdelt(GDELT_2, 1) + gdelt(GDELT_2, 3)

    def run() -> Ran:
        if name == "-":
            monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        else:
            _packed(name, text)
        return kg("import", "gdelt", name, "--rejects", "bad.tsv")

    assert f"{name}: 4 rows = 2 loaded + 1 duplicates + 1 rejected\nrejected rows are in bad.tsv\n" in run().out
    where = "standard input" if name == "-" else name
    assert Path("bad.tsv").read_text("utf-8").startswith(f"{where}:2: unknown relation '---'")
    again = run().out
    assert "4 rows = 0 loaded" in again and ("3 duplicates" if name == "-" else "3 imported before") in again
    with open_store(".kg") as store:
        assert store.read("MATCH (a:Act) RETURN count(a) AS n").rows == [{"n": 2}]


def test_rejects_of_several_files_stand_in_one(kg: Run) -> None:
    for name in ("a.txt", "b.txt"):
        _packed(name, header(POLECAT) + polecat(name) + polecat("x", Event_Type="HUG"))
    ran = kg("import", "polecat", "a.txt", "b.txt", "--rejects", "bad.tsv")
    assert ran.out.count("2 rows = 1 loaded + 0 duplicates + 1 rejected") == 2
    assert [line.split("\t")[0] for line in Path("bad.tsv").read_text("utf-8").splitlines()] == [
        f"{name}:3: unknown event type 'HUG' (a type of PLOVER)" for name in ("a.txt", "b.txt")
    ]


def test_actors_that_nothing_is_tied_to_are_counted_and_listed(kg: Run) -> None:
    Path("events.tsv").write_text("Evo Morales\tConsult\tAcademy (Atlantis)\t2014-05-20\n", "utf-8")
    said = kg("import", "icews", "events.tsv").out
    assert "2 actors are tied to no state or known body: kg query untied-actors lists them" in said
    assert [row.split()[0] for row in kg("query", "untied-actors").out.splitlines()[1:]] == ["Evo", "Atlantis"]


def test_too_many_bad_rows_stop_an_import_before_they_are_written(kg: Run) -> None:
    Path("events.tsv").write_text(EVENTS, "utf-8")
    stopped = kg("import", "icews", "events.tsv", "--max-bad", "0.2")
    assert stopped.code == 2
    assert (
        "events.tsv: 1 of 4 rows are no events, over the share of 0.2 (they are in events.tsv.rejected.tsv; "
        "--max-bad allows more)" in stopped.err
    )
    assert "NOT COMPLETE" in kg("status").out
    assert "2 loaded" in kg("import", "icews", "events.tsv", "--max-bad", "0.3").out


def test_an_import_of_nothing_but_faults_stops(kg: Run) -> None:
    Path("events.tsv").write_text("not\tan\tevent\n" * 2_000, "utf-8")
    stopped = kg("import", "icews", "events.tsv")
    assert stopped.code == 2 and "2,000 of 2,000 rows are no events" in stopped.err
    assert len(stopped.err.splitlines()) < 10, "the first ones are told, all are kept"
    assert len(Path("events.tsv.rejected.tsv").read_text("utf-8").splitlines()) == 2_000
    assert kg("import", "icews", "nowhere.tsv").code == 2


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.zip", b"no archive", "a.zip: this is no .zip file"),
        (
            "a.gz",
            gzip.compress(b"China\tConsult\tRussia\t2014-05-20\n" * 99, mtime=0)[:-9],
            "a.gz: it cannot be unpacked to its end",
        ),
        ("a.gz", b"no archive", "a.gz: "),
    ],
)
def test_a_file_that_cannot_be_unpacked_is_said(kg: Run, name: str, content: bytes, said: str) -> None:
    Path(name).write_bytes(content)
    ran = kg("import", "icews", name)
    assert ran.code == 2 and said in ran.err


def test_an_import_that_was_cut_off_is_said_with_every_answer(kg: Run) -> None:
    Path("events.tsv").write_text(EVENTS, "utf-8")
    kg("import", "icews", "events.tsv")
    with open_store(".kg", create=True) as store:
        store.write([("MATCH (i:Import) SET i.complete = false, i.rows = 1", {})])
    for command in (["status"], ["ask", "Who criticized Japan?"], ["query", "articles"]):
        assert "icews/events.tsv is not complete: 1 rows of it are in" in kg(*command).err
    kg("import", "icews", "events.tsv")
    assert kg("ask", "Who criticized Japan?").err == ""


def test_an_export_for_neo4j_admin_wants_a_new_folder_and_a_graph(loaded: Run) -> None:
    written = loaded("export", "neo4j-admin", "bulk")
    assert written.code == 0 and " nodes, " in written.out and "next: kg server import bulk" in written.err
    assert {"import.sh", "import.args", "constraints.cypher"} <= {path.name for path in Path("bulk").iterdir()}
    again = loaded("export", "neo4j-admin", "bulk")
    assert again.code == 2 and "bulk is not empty (name a new folder)" in again.err
    assert "no graph at" in loaded("export", "neo4j-admin", "other", "--store", "nowhere").err


def test_a_graph_that_cannot_be_read_is_not_left_out_of_an_export(loaded: Run) -> None:
    Path("events.tsv").write_text("China\tConsult\tRussia\t2014-05-20\n", "utf-8")
    named = loaded("export", "neo4j-admin", "bulk", "--icews", "events.tsv", "--actor", "Atlantis")
    assert named.code == 2 and "Atlantis" in named.err
    Path(".kg/graph.kgl").write_text("no graph", "utf-8")
    assert loaded("export", "neo4j-admin", "other", "--icews", "events.tsv").code == 1


def test_link_says_that_there_is_no_such_act(loaded: Run) -> None:
    refused = loaded("link", "wang-lavrov-cal")
    assert refused.code == 2 and "did you mean wang-lavrov-call" in refused.err


def test_a_typed_question_that_is_too_deep_is_said(loaded: Run) -> None:
    question = '{"acts": {"kinds": ["criticize"]}}'
    for _ in range(200):
        question = f'{{"first": {question}}}'
    refused = loaded("ask", "--typed", question)
    assert refused.code == 1 and "nested too deep" in refused.out
