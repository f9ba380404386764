"""Drafts of article files: small texts with the facts expected, and texts that nobody has looked at."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from communique.loaders.article_reader import ReadArticle, read_article
from communique.loaders.drafting import Given, build_lexicon, draft_article
from communique.loaders.drafting.lexicon import Lexicon
from communique.loaders.drafting.source import MAX_TEXT
from communique.schemas.records import Act
from communique.schemas.vocabulary import read_vocabulary

GIVEN = Given("japan-news", "2020-12-25", "a")
TODAY = date(2021, 1, 1)
KG = Path(sys.executable).parent / "kg"


@cache
def lexicon() -> Lexicon:
    return build_lexicon(read_vocabulary())


def check(skeleton: str, folder: Path) -> ReadArticle:
    """Read a skeleton as the checks do; it must hold no problem."""
    path = folder / "a.yaml"
    path.write_text(skeleton, "utf-8")
    read = read_article(path, lexicon().vocabulary, [])
    assert [str(problem) for problem in read.problems.found] == []
    return read


def drafted(*paragraphs: str, folder: Path) -> ReadArticle:
    return check(draft_article("\n\n".join(("A headline", *paragraphs)), lexicon(), GIVEN, TODAY), folder)


def shown(act: Act) -> str:
    roles = [f"{role.role}={role.target}" for role in act.roles]
    return " ".join([act.kind, *roles])


FACTS = {
    "Wang Yi met Sergei Lavrov in Moscow on Tuesday.": [
        ("meet by=wang-yi by=lavrov at=city-moscow", "asserted", "2020-12-22")
    ],
    "China criticized the United States over sanctions.": [
        ("criticize by=china toward=usa about=sanctions", "asserted", "")
    ],
    "The United States was criticized by China.": [("criticize by=china toward=usa", "asserted", "")],
    "China will visit Japan next year.": [("visit by=china toward=japan", "planned", "2021")],
    "Japan may sanction Russia.": [("sanction by=japan toward=russia", "possible", "")],
    "Russia should withdraw.": [("withdraw by=russia", "called_for", "")],
    "Russia did not invade Ukraine.": [("invade by=russia toward=ukraine", "denied", "")],
    "Russia and China are aiming to intimidate Japan.": [("intimidate by=russia by=china toward=japan", "planned", "")],
    "Chinese warplanes had not entered South Korean airspace.": [
        ("violate-airspace by=china at=south-korean-airspace", "denied", "")
    ],
    "Nothing that is known stands here.": [],
}


@pytest.mark.parametrize("sentence", FACTS)
def test_a_sentence_becomes_facts_with_roles_factuality_and_date(sentence: str, tmp_path: Path) -> None:
    read = drafted(sentence, folder=tmp_path)
    reports = {r.fact: r for r in read.article.reports if not r.detail}
    found = [(shown(a), reports[a.id].factuality, reports[a.id].date) for a in read.article.acts]
    assert found == FACTS[sentence]


SPOKEN = {
    "Wang Yi said that Russia had invaded Ukraine.": ["say Wang Yi", "invade in say"],
    "Russia had invaded Ukraine, Wang Yi said.": ["say Wang Yi", "invade in say"],
    "According to Wang Yi, Russia had invaded Ukraine.": ["say Wang Yi", "invade in say"],
    "Wang Yi said that Japan had denied that China attacked Taiwan.": ["say Wang Yi", "deny in say", "attack in deny"],
    "Wang Yi met Lavrov.": ["meet Wang Yi, Sergei Lavrov"],
}


@pytest.mark.parametrize("sentence", SPOKEN)
def test_what_is_said_stands_inside_the_statement(sentence: str, tmp_path: Path) -> None:
    read = drafted(sentence, folder=tmp_path)
    kinds = {act.id: act.kind for act in read.article.acts}
    names = {a.id: a.name for a in read.vocabulary.actors.values()}
    found = []
    for act in read.article.acts:
        report = next(r for r in read.article.reports if r.fact == act.id)
        speakers = ", ".join(names[r.target] for r in act.roles if r.role == "by")
        found.append(f"{act.kind} in {kinds[report.via]}" if report.via else f"{act.kind} {speakers}")
    assert found == SPOKEN[sentence]


def test_an_act_that_is_named_again_is_referred_back_to(tmp_path: Path) -> None:
    read = drafted("China and Russia conducted a joint flight.", "The flight lasted 10 hours.", folder=tmp_path)
    assert [act.kind for act in read.article.acts] == ["joint-flight"]
    assert [r.paragraph for r in read.article.reports if not r.detail] == ["P1", "P2"]
    assert [(d.attribute, d.value, d.links[0][1]) for d in read.article.details] == [
        ("duration", "10 hours", read.article.acts[0].id)
    ]


def test_pronouns_mean_who_acted_before(tmp_path: Path) -> None:
    read = drafted("Wang Yi met Lavrov.", "He praised Russia.", "The two countries criticized Japan.", folder=tmp_path)
    assert [shown(a) for a in read.article.acts[1:]] == [
        "praise by=wang-yi toward=russia",
        "criticize by=china by=russia toward=japan",
    ]


def test_figures_with_known_units_become_details(tmp_path: Path) -> None:
    read = drafted("China deployed six bombers and 1,200 soldiers.", folder=tmp_path)
    assert [(d.attribute, d.number, d.unit) for d in read.article.details] == [
        ("aircraft", 6.0, "bomber"),
        ("troops", 1200.0, "soldier"),
    ]


def test_the_office_printed_before_a_name_is_kept_where_it_was_held(tmp_path: Path) -> None:
    read = drafted("Russian Foreign Minister Sergei Lavrov criticized Japan.", folder=tmp_path)
    assert [(r.target, r.offices) for r in read.article.acts[0].roles if r.role == "by"] == [("lavrov", ("fm-russia",))]


def test_a_front_gives_the_metadata_and_a_caption_is_p0(tmp_path: Path) -> None:
    front = (
        '---\ntitle: "T: U"\npublisher: "Interfax (interfax.com)"\npublished: 2019-07-24\ndateline: "MOSCOW"\n---\n\n'
    )
    read = check(draft_article(front + "P1. Russia attacked Ukraine.", lexicon(), today=TODAY), tmp_path)
    about = read.article
    assert (about.id, about.headline, about.publisher, about.published, about.datelined) == (
        *("interfax-2019-07-24", "T: U", "interfax", "2019-07-24"),
        ("city-moscow",),
    )
    plain = "Headline\n\nReuters file photo of Putin\n\nMOSCOW — Russia attacked Ukraine."
    read = check(draft_article(plain, lexicon(), GIVEN, TODAY), tmp_path)
    assert {r.paragraph for r in read.article.reports} == {"P1"} and read.article.datelined == ("city-moscow",)


def test_a_publisher_that_is_not_known_is_added_and_an_unknown_date_is_any_day_up_to_now(tmp_path: Path) -> None:
    read = check(draft_article("Headline\n\nText.", lexicon(), Given("The Daily Example"), TODAY), tmp_path)
    assert read.vocabulary.actors[read.article.publisher].name == "The Daily Example"
    assert read.article.published == "../2021-01-01"


HOSTILE = {
    "empty": "",
    "blanks": " \n\n\t\n",
    "front only": "---\n---\n",
    "front that is no YAML": "---\n[: {\n---\nP1. China met Japan.",
    "front with lists": "---\ntitle: [a]\npublisher: {a: b}\npublished: 2020-02-30\n---\nP1. China met Japan.",
    "numbers of paragraphs": "P007. China met Japan.\n\nP٣. China met Japan.\n\nP99999999999. China met Japan.",
    "signs of YAML": 'H\n\n"China": said {that [Japan, # & * ! | > % @ ` attacked --- ... "Putin\\ met',
    "control characters": "H\x00\x1b\n\nChina \x07met\x85 Japan\u2028 \ud7ff\ufeff \ufffe and\u202e Russia.",
    "one word again and again": "H\n\n" + "said " * 30_000,
    "deep speech": "H\n\n" + "Putin said that " * 200,
    "no blanks": "H\n\n" + "China" * 20_000,
    "many blocks": "\n\n".join(["China met Japan."] * 9_000),
    "right to left": "עברית\n\n" + "סין China met יפן Japan.",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_any_text_gives_a_skeleton_that_passes_the_checks(name: str, tmp_path: Path) -> None:
    check(draft_article(HOSTILE[name], lexicon(), today=TODAY), tmp_path)


@pytest.mark.slow
@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=400), publisher=st.text(max_size=30), name=st.text(max_size=30))
@example(text="", publisher="SU¡", name="")  # an id that reads as a name of somebody
def test_arbitrary_text_passes_the_checks(text: str, publisher: str, name: str, tmp_path: Path) -> None:
    check(draft_article(text, lexicon(), Given(publisher, "", name), TODAY), tmp_path)


_SOUP = st.lists(
    st.one_of(
        st.sampled_from(
            'said that to by with of in over about not will may should , . ; : " ( ) and which who before On Tuesday '
            "2020 Dec. 17 next January yesterday six 10 hours bombers more than double half".split(" ")
        ),
        st.sampled_from(sorted(a.name for a in read_vocabulary().actors.values())),
        st.sampled_from(sorted(o.name for o in read_vocabulary().offices.values())),
        st.sampled_from(sorted(p.name for p in read_vocabulary().places.values())),
        st.sampled_from(
            sorted({v for k in read_vocabulary().kinds.values() for v in (*k.verbs, *k.nouns, *k.phrases)})
        ),
    ),
    max_size=40,
)


@pytest.mark.slow
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=_SOUP,
    published=st.sampled_from(["2020-12-25", "2020-12-22/..", "../2020", "2020", "0001-01-01", "9999-12-31"]),
)
def test_any_words_that_are_known_pass_the_checks(words: list[str], published: str, tmp_path: Path) -> None:
    text = "Headline\n\n" + " ".join(words)
    skeleton = draft_article(text, lexicon(), Given("japan-news", published, "a"), TODAY)
    check(skeleton, tmp_path)
    assert longest_copy(text, skeleton) <= 8


def longest_copy(text: str, skeleton: str) -> int:
    """Return the most words in a row that a line of the skeleton has in common with the text's paragraphs."""
    body = " ".join(re.findall(r"\w+", text.split("\n\n", 1)[-1].lower()))
    longest = 0
    for line in skeleton.splitlines():
        if line.startswith("headline:"):
            continue
        for comment in re.findall(r'# draft: "(.*)"', line) or [line]:
            words = comment.replace("\\", "").split()
            runs = range(len(words), longest, -1)
            for size in runs:
                if any(
                    " ".join(re.findall(r"\w+", " ".join(words[n : n + size]).lower())) in body
                    for n in range(len(words) - size + 1)
                ):
                    longest = size
                    break
    return longest


def test_not_more_than_eight_words_in_a_row_are_copied() -> None:
    sentence = "On Tuesday the large and rather old foreign ministry said once more that China had met Japan there."
    skeleton = draft_article(f"H\n\n{sentence}", lexicon(), GIVEN, TODAY)
    assert 5 <= longest_copy(f"H\n\n{sentence}", skeleton) <= 8
    # Where a text has no headline, its first paragraph is not taken for one.
    assert 'headline: "no headline"' in draft_article(" ".join([sentence] * 3), lexicon(), GIVEN, TODAY)


@pytest.mark.slow
def test_the_command_writes_a_file_that_the_check_accepts_and_never_writes_over_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfHeadline\r\n\r\nChina met Japan on Tuesday.\xff\r\n")
    command = ["draft", "a.txt", "--out", "a.yaml", "--publisher", "japan-news", "--published", "2020-12-25"]
    made = run(tmp_path, *command)
    assert made.returncode == 0 and "made a.yaml" in made.stdout and "not UTF-8" in made.stderr
    assert "1 article, 1 facts: no problems" in run(tmp_path, "check", "a.yaml").stdout
    again = run(tmp_path, *command)
    assert again.returncode == 2 and "a.yaml is there already" in again.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["none.txt"], "none.txt: cannot be read (No such file or directory)"),
        (["."], ".: cannot be read (Is a directory)"),
        (["a.txt", "--published", "yesterday"], "--published: 'yesterday' is not a date"),
        (["a.txt", "--out", "none/a.yaml"], "none: no such folder"),
    ],
)
def test_what_cannot_be_drafted_is_said_in_a_line(arguments: list[str], said: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Headline\n\nText.", "utf-8")
    found = run(tmp_path, "draft", *arguments)
    assert found.returncode == 2 and said in found.stderr and "Traceback" not in found.stderr


@pytest.mark.slow
def test_a_text_that_is_too_long_is_cut_and_the_command_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Headline\n\n" + "China met Japan. " * (MAX_TEXT // 10), "utf-8")
    found = run(tmp_path, "draft", "a.txt", "--out", "a.yaml")
    assert found.returncode == 0 and "only the first 100,000 characters are read" in found.stderr
    assert run(tmp_path, "check", "a.yaml").returncode == 0


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([KG, *arguments], cwd=folder, capture_output=True, text=True, check=False)
