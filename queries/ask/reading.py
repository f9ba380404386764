"""How a question was read, in words, so that a person sees what was answered."""

from __future__ import annotations

from communique.queries.ask import catalogued
from communique.queries.ask.lexicon import Lexicon
from communique.queries.ask.question import Acts, Party, Question

_FORMS = {
    "party": "who",
    "parties": "how many parties",
    "date": "when",
    "place": "where",
    "detail": "which detail",
    "what": "what",
    "content": "what was said",
    "truth": "whether",
    "source": "according to whom",
    "sources": "how many sources say so",
    "denying": "how many sources deny it",
    "reason": "why",
    "reply": "in reply to what",
    "replied": "in reply to whom",
    "count": "how many",
    "order": "before or after",
    "topic": "about what",
    "thing": "which",
    "during": "during what",
    "figure": "whose figure it is",
    "interval": "how long between",
    "suggests": "what is inferred from it",
    "came_first": "which came first",
    "articles": "in which articles",
    "conflicts": "where sources disagree",
}
_TENURES = {
    "start": "since when {} has held the office: {}",
    "stop": "until when {} held the office: {}",
    "length": "how long {} has held the office: {}",
    "days": "when {} held the office: {}",
    "before": "who came before {} in the office: {}",
    "after": "who came after {} in the office: {}",
    "offices": "which offices {} has held: {}",
    "holders": "who have held the office{}: {}",
}
_ROLES = {"by": "by", "to": "to", "toward": "toward", "affects": "affecting", "about": "about", "at": "at"}


def read_aloud(question: Question, lexicon: Lexicon) -> str:
    """Return the reading in one line."""
    names = [lexicon.names.get(e, e) for e in question.entities]
    if question.form == "office":
        return f"who holds the office: {', '.join(names)}"
    if question.form == "offices":
        return f"which offices are held by {', '.join(names)}"
    if question.form == "catalogue":
        return catalogued.read_aloud(question, lexicon.names.items())
    if question.form == "tenure":
        offices = " or ".join(lexicon.names.get(o, o) for o in question.offices)
        days = "".join(f", {w.words}" for w in question.acts.windows)
        return f"{_TENURES[question.attributes[0]].format(', '.join(names), offices)}{days}"
    if question.form == "attribute":
        return f"{', '.join(lexicon.names.get(a, a) for a in question.attributes)} of {', '.join(names)}"
    if question.form == "having":
        return f"who has: {', '.join(lexicon.names.get(a, a) for a in question.attributes)}"
    if question.form == "holds":
        offices = ", ".join(
            p.words if len(p.offices) > 1 and p.words else ", ".join(lexicon.names.get(o, o) for o in p.offices)
            for p in question.acts.parties
        )
        return f"whether {', '.join(names)} holds the office: {offices}"
    if question.form == "described":
        return f"whether it is said of {', '.join(names)}: {', '.join(m.words for m in question.acts.mentions)}"
    if question.form == "within":
        return f"whether {', '.join(names)} lies there"
    if question.form == "inside":
        return f"which places lie in {', '.join(names)}"
    if question.form == "names":
        users = "".join(f", as used by {called(p, lexicon)}" for p in question.acts.parties)
        return f"names of {', '.join(names)}{users}"
    if question.form == "users":
        who = f"which {question.units[0]} call" if question.units[0] else "who calls"
        return f"{who} {', '.join(names)} {question.words[0]!r}"
    wanted = _FORMS[question.form]
    if question.form == "party":
        roles = _ROLES[question.roles[0]] if question.roles else "by"
        wanted = f"who ({roles}{'; ' + ', '.join(question.labels) if question.labels else ''})"
    if question.form == "detail":
        wanted = "which " + ", ".join(lexicon.names.get(a, a) for a in (*question.units, *question.attributes))
    if question.form == "conflicts":
        wanted = {"agree": "whether sources agree", "disagree": "whether sources disagree"}.get(
            question.attributes[0], "where sources disagree"
        )
        wanted = wanted.replace("sources", " and ".join(names)) if names else wanted
        told = [lexicon.names.get(a, a) for a in question.words] or ["figures"] * bool(question.units)
        wanted += f" on {', '.join(told)}" if told else ""
        return f"{wanted}: {describe(question.acts, lexicon)}" if question.acts != Acts() else wanted
    if question.form in ("truth", "source") and question.roles == ("deny",):
        wanted = {"truth": "whether it is denied", "source": "who denies it"}[question.form]
    return f"{wanted}: {describe(question.acts, lexicon)}"


def called(party: Party, lexicon: Lexicon) -> str:
    """Return the names of a party as the vocabulary has them."""
    organs = {o for i in party.ids for o in lexicon.organs.get(i, ())}
    names = [lexicon.names.get(i, i) for i in (*party.ids, *party.offices) if i not in organs]
    return " or ".join(dict.fromkeys(names)) or party.words


def kinds_called(acts: Acts, lexicon: Lexicon) -> str:
    """Return the kinds of acts by their names, each once, or by what they have in common."""
    return acts.words or " or ".join(dict.fromkeys(lexicon.names.get(k, k) for k in acts.kinds))


def describe(acts: Acts, lexicon: Lexicon) -> str:
    """Return acts in words."""
    if acts.ids:
        return f"the act of which most is recorded: {acts.words}"
    parts = [kinds_called(acts, lexicon) or "any act"]
    if acts.order or acts.number:
        parts.insert(0, acts.order or f"number {acts.number}")
    for party in acts.parties:
        role = "involving" if len(party.roles) > 3 else _ROLES[party.roles[0]]
        parts.append(f"{role} {called(party, lexicon)}")
    if acts.mentions:
        parts.append("with " + ", ".join(repr(m.words) for m in acts.mentions))
    parts.extend(w.words for w in acts.windows)
    if acts.month or acts.day:
        parts.append(f"on {acts.day or 'any day'} of month {acts.month}")
    if acts.weekday:
        parts.append("on that day of the week")
    if acts.said:
        parts.append(f"dated {acts.said!r}")
    if acts.speakers:
        parts.append("according to " + ", ".join(called(s, lexicon) for s in acts.speakers))
    if acts.before:
        parts.append(f"before ({describe(acts.before, lexicon)})")
    if acts.after:
        parts.append(f"after ({describe(acts.after, lexicon)})")
    return ", ".join(parts)
