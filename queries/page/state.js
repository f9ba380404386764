"use strict";
// The data, and what is wanted of them: the form is the whole state, and the address keeps it.
const data = JSON.parse(document.getElementById("case").textContent);
const form = document.getElementById("filters");
const TONES = { cooperation: "cooperation", conflict: "conflict", neutral: "no code" };
const MARKS = { reported: "reported", attributed: "attributed", inferred: "inferred", derived: "derived", coded: "coded" };

data.acts.forEach((act, place) => {
  act.place = place;
  act.parties = new Set([...act.by, ...act.to, ...act.toward, ...act.affects]);
  act.involved = new Set([...act.parties, ...act.for.map(([, state]) => state)]);
  act.marks = new Set(act.coded ? ["coded"] : act.reports.map(report => report.mark));
  act.sources = new Set(act.coded ? [act.coded.split(",")[0]] : act.reports.map(report => data.articles[report.article].id));
  act.holds = ["asserted", "contested", "habitual"].includes(act.status);
  act.text = [act.summary, act.kind, ...act.about, ...act.at, ...names(act.parties), ...act.reports.flatMap(r => r.chain)]
    .join(" ").toLowerCase();
});
data.pairs.forEach((pair, place) => { pair.id = `pair-${place}`; });

function names(places) {
  return [...places].map(place => data.actors[place].name);
}

function state() {
  const given = Object.fromEntries(new FormData(form));
  return { ...given, marks: new FormData(form).getAll("mark"), actor: given.actor && actorPlace(given.actor) };
}

function actorPlace(id) {
  return data.actors.findIndex(actor => actor.id === id);
}

// An act whose days are not all known may lie in a period; one of which no day is known is left out of every period.
function fits(act, { actor, kind, since, until, source, words, marks, disputed }) {
  return (actor === "" || act.involved.has(actor))
    && (!kind || act.kinds.includes(kind))
    && (!(since || until) || act.earliest || act.latest)
    && (!since || !act.latest || act.latest >= since)
    && (!until || !act.earliest || act.earliest <= until)
    && (!source || act.sources.has(source))
    && (!marks.length || marks.some(mark => act.marks.has(mark)))
    && (!disputed || act.conflicts.length > 0)
    && words.toLowerCase().split(/\s+/).every(word => act.text.includes(word));
}

// What is chosen is "act:ID", "actor:ID" or "pair:PLACE"; of it the acts among those that fit.
function actsChosen(acts, chosen) {
  const [sort, id] = [chosen.slice(0, chosen.indexOf(":")), chosen.slice(chosen.indexOf(":") + 1)];
  if (sort === "act") return acts.filter(act => act.id === id);
  if (sort === "actor") {
    const place = actorPlace(id);
    return acts.filter(act => act.involved.has(place));
  }
  const pair = data.pairs[Number(id)];
  return sort === "pair" && pair ? acts.filter(act => pair.acts.includes(act.place)) : [];
}

function choose(chosen) {
  form.elements.chosen.value = form.elements.chosen.value === chosen ? "" : chosen;
  form.dispatchEvent(new Event("change"));
}

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
