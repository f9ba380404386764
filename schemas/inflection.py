"""English verb and noun forms: regular ones made, irregular ones looked up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

FORMS = ("base", "s", "ing", "past", "participle")
_VOWELS = "aeiou"
_DOUBLED = frozenset(
    "plan stop ban bar refer transfer commit admit permit submit compel expel rebut abet pin cut set put get let"
    " hit quit spur step drop grab rob slip snub plot net vet wed win begin run swim spin shun jam ram trim dip"
    " drag flag log beg bug tug recur occur incur concur confer defer deter infer prefer omit emit regret rebel"
    " propel control patrol extol travel cancel signal label model quarrel kidnap worship program chat pat"
    " level counsel rival".split()
)


_BE = {"base": ["be"], "s": ["is", "are", "am"], "ing": ["being"], "past": ["was", "were"], "participle": ["been"]}


def verb_forms(verb: str, irregular: Mapping[str, tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield (form, spelling) for a verb; of several words, the first is inflected.

    >>> sorted(set(s for _, s in verb_forms("lash out", {})))
    ['lash out', 'lashed out', 'lashes out', 'lashing out']
    """
    head, _, rest = verb.partition(" ")
    tail = f" {rest}" if rest else ""
    past = participle = ""
    if head == "be":
        for form, spellings in _BE.items():
            for spelling in spellings:
                yield form, spelling + tail
        return
    if head in irregular:
        past, participle = irregular[head]
    yield "base", head + tail
    for spelling in _all(head, "s"):
        yield "s", spelling + tail
    for spelling in _all(head, "ing"):
        yield "ing", spelling + tail
    for spelling in past.split("/") if past else _all(head, "ed"):
        yield "past", spelling + tail
    for spelling in participle.split("/") if participle else _all(head, "ed"):
        yield "participle", spelling + tail


def _all(head: str, ending: str) -> Iterator[str]:
    if ending == "s":
        if head.endswith(("s", "x", "z", "ch", "sh", "o")):
            yield head + "es"
        elif head.endswith("y") and head[-2:-1] not in _VOWELS:
            yield head[:-1] + "ies"
        else:
            yield {"be": "is", "have": "has"}.get(head, head + "s")
        return
    if head.endswith("ie") and ending == "ing":
        yield head[:-2] + "ying"
    elif head.endswith("e") and not head.endswith(("ee", "oe", "ye")):
        yield head[:-1] + ending
    elif head.endswith("e") and ending == "ed":
        yield head + "d"
    elif head.endswith("y") and head[-2:-1] not in _VOWELS and ending == "ed":
        yield head[:-1] + "ied"
    elif head in _DOUBLED or _doubles(head):
        yield head + head[-1] + ending
        if len(head) > 4:
            yield head + ending
    else:
        yield head + ending


def _doubles(head: str) -> bool:
    # Of one syllable: "stop", not "open".
    if len(head) not in (3, 4):
        return False
    return head[-1] not in "wxyaeiou" and head[-2] in _VOWELS and not any(c in _VOWELS for c in head[:-2])


def noun_forms(noun: str) -> Iterator[str]:
    """Yield a noun and its plural; of several words, the last is inflected.

    >>> list(noun_forms("joint flight")), list(noun_forms("treaty"))
    (['joint flight', 'joint flights'], ['treaty', 'treaties'])
    """
    yield noun
    *_, last = noun.split(" ")
    stem = noun[: len(noun) - len(last)]
    if last.endswith("man"):
        yield stem + last[:-2] + "en"
    elif not last.endswith("s") or last.endswith("ss"):
        yield stem + next(_all(last, "s"))
