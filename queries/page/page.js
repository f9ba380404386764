// Fills the form, and draws anew whenever it or the window changes.
function fill(name, options) {
  d3.select(form.elements[name]).selectAll("option.given").data(options).join("option").attr("class", "given")
    .attr("value", ([value]) => value).text(([, text]) => text);
}

function counted(values, text) {
  const number = d3.rollup(values, all => all.length, value => value);
  return [...number].map(([value, n]) => [value, `${text(value)} (${n})`]).sort((a, b) => d3.ascending(a[1], b[1]));
}

fill("actor", counted(data.acts.flatMap(act => [...act.involved]), place => data.actors[place].name)
  .map(([place, text]) => [data.actors[place].id, text]));
fill("kind", counted(data.acts.flatMap(act => act.kinds), words));
const titles = new Map(data.articles.map(a => [a.id, `${a.publisher}, ${a.published}: ${a.headline}`]));
fill("source", counted(data.acts.flatMap(act => [...act.sources]), id => titles.get(id) || id));
d3.select("#mark-boxes").selectAll("label").data(Object.keys(MARKS).filter(mark => data.acts.some(act => act.marks.has(mark))))
  .join("label").call(label => label.append("input").attr("type", "checkbox").attr("name", "mark").attr("value", d => d))
  .call(label => label.append("span").text(d => ` ${MARKS[d]}`));
document.getElementById("whole").textContent =
  `${data.acts.length} acts of ${data.actors.length} actors, from ${titles.size} articles`;

function legend(id, entries) {
  const items = d3.select(id).selectAll("span").data(entries).join("span");
  items.append("svg").attr("width", 20).attr("height", 14).attr("aria-hidden", "true").append("path")
    .attr("d", d => d.path).attr("class", d => d.look);
  items.append("span").text(d => d.text);
}

const line = "M1,7H19";
const dot = "M6,7a4.2,4.2 0 1,0 8.4,0a4.2,4.2 0 1,0 -8.4,0z";
legend("#graph-legend", [
  { text: "state", look: "state", path: dot },
  { text: "body", look: "organization", path: "M5,3h10v8h-10z" },
  { text: "person", look: "person", path: "M10,2L15,12H5z" },
  { text: "group", look: "group", path: "M7,3h6l3,4l-3,4h-6l-3,-4z" },
  ...Object.entries(TONES).map(([tone, text]) => ({ text, look: `line ${tone}`, path: line })),
  { text: "acts for", look: "line tie", path: line },
]);
legend("#time-legend", [
  { text: "that day", look: "mark neutral holds", path: dot },
  { text: "one of these days", look: "mark neutral holds", path: "M2,3.5H18V10.5H2z" },
  { text: "by that day", look: "mark neutral holds", path: "M17,3V11L3,7z" },
  { text: "from that day on", look: "mark neutral holds", path: "M3,3V11L17,7z" },
  { text: "planned, denied or only possible", look: "mark neutral open", path: dot },
  { text: "sources disagree", look: "flag", path: "M8,13v-10l7,3l-7,3" },
  { text: "cooperation", look: "mark cooperation holds", path: dot },
  { text: "conflict", look: "mark conflict holds", path: dot },
]);

function described({ actor, kind, since, until, source, words: text, marks, disputed, chosen }, shown, chosenActs) {
  const parts = [
    actor !== "" && data.actors[actor]?.name, kind && words(kind), since && `from ${since}`, until && `to ${until}`,
    source && (titles.get(source) || source), text && `“${text}”`, marks.length && marks.join(" or "), disputed && "sources disagree",
  ].filter(Boolean);
  const filtered = parts.length ? ` (${parts.join("; ")})` : "";
  if (!chosen) return `${shown.length} of ${data.acts.length} acts${filtered}.`;
  const named = chosen.startsWith("act:") ? chosenActs[0] && tip(chosenActs[0])
    : `${chosen.startsWith("pair:") ? pairNamed(chosen) : data.actors[actorPlace(chosen.slice(6))]?.name}: ${chosenActs.length} acts`;
  return `${named || "Nothing chosen fits the filters"}. ${shown.length} of ${data.acts.length} acts fit${filtered}.`;
}

function pairNamed(chosen) {
  const pair = data.pairs[Number(chosen.slice(5))];
  return pair ? `${data.actors[pair.source].name} ${pair.mutual ? "and" : "toward"} ${data.actors[pair.target].name}, ${TONES[pair.tone]}` : "";
}

let filteredBy = null;
let acts = data.acts;
function draw() {
  const wanted = state();
  const filters = JSON.stringify({ ...wanted, chosen: "" });
  const anew = filters !== filteredBy;
  if (anew) acts = data.acts.filter(act => fits(act, wanted));
  filteredBy = filters;
  const chosenActs = actsChosen(acts, wanted.chosen);
  if (anew) {
    drawTimeline(acts);
    drawNetwork(acts);
  }
  markRows(acts, chosenActs, wanted.chosen);
  markTimeline(chosenActs, wanted.chosen);
  markNetwork(chosenActs, wanted.chosen);
  document.getElementById("shown").textContent = described(wanted, acts, chosenActs);
  document.getElementById("to-row").hidden = !document.querySelector("tr.chosen");
}

// The address keeps filters and choice, so that a link or a bookmark brings them back.
function remember() {
  const kept = [...new FormData(form)].filter(([, value]) => value);
  history.replaceState(null, "", kept.length ? `#${new URLSearchParams(kept)}` : location.pathname + location.search);
}

function recall() {
  const given = new URLSearchParams(location.hash.slice(1));
  if (location.hash && !location.hash.includes("=")) return;
  for (const control of form.elements) {
    if (control.type === "checkbox") control.checked = given.getAll(control.name).includes(control.value);
    else if (control.name) control.value = given.get(control.name) || "";
  }
  draw();
}

form.addEventListener("change", () => { draw(); remember(); });
form.addEventListener("input", event => { if (event.target.name === "words") { draw(); remember(); } });
form.addEventListener("submit", event => event.preventDefault());
form.addEventListener("reset", () => setTimeout(() => { form.elements.chosen.value = ""; draw(); remember(); }));
document.getElementById("to-row").addEventListener("click", () => {
  document.querySelector("tr.chosen").scrollIntoView({ block: "center" });
  document.querySelector("tr.chosen button").focus();
});
addEventListener("hashchange", recall);
addEventListener("keydown", event => { if (event.key === "Escape" && form.elements.chosen.value) choose(form.elements.chosen.value); });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", styleNetwork);
new ResizeObserver(fitNetwork).observe(document.getElementById("graph"));
new ResizeObserver(() => drawTimeline(acts)).observe(document.querySelector("main"));
addEventListener("beforeprint", () => {
  document.documentElement.classList.add("printing"); // the colours of paper
  styleNetwork();
  document.getElementById("graph-print").src = graph.png({ full: true, scale: 2, maxWidth: 2000 });
  document.documentElement.classList.remove("printing");
  styleNetwork();
});
if (matchMedia("(max-width: 999px)").matches) document.getElementById("filtering").open = false;

makeRows();
recall();
