// The table: a row an act, its sources beside it, everything else below it when it is chosen.
const body = d3.select("tbody");
const SHOWN = 3; // sources of a row that is not chosen

function makeRows() {
  const rows = body.selectAll("tr").data(data.acts).join("tr").attr("role", "row").attr("id", act => `row-${act.place}`);
  rows.append("td").attr("role", "cell").text(act => act.when);
  const fact = rows.append("td").attr("role", "cell");
  fact.append("button").attr("type", "button").attr("class", act => `fact ${act.tone}`).attr("aria-expanded", "false")
    .text(act => act.summary).on("click", (_, act) => choose(`act:${act.id}`));
  fact.append("p").attr("class", "parties").text(act => [words(act.kind), parties(act)].filter(Boolean).join(": "));
  fact.filter(act => act.status !== "asserted").append("span").attr("class", "badge").text(act => words(act.status));
  fact.filter(act => act.conflicts.length).append("span").attr("class", "badge disputed")
    .text(act => `⚑ sources disagree: ${[...new Set(act.conflicts.map(c => c.kind))].join(", ")}`);
  const evidence = rows.append("td").attr("role", "cell");
  evidence.append("ul").selectAll("li").data(act => act.reports).join("li").call(writeReport)
    .classed("more", (_, n) => n >= SHOWN);
  evidence.filter(act => act.reports.length > SHOWN).append("p").attr("class", "fewer")
    .text(act => `and ${act.reports.length - SHOWN} more`);
  evidence.filter(act => act.coded).append("p").text(act => `coded: ${act.coded}`);
}

function parties(act) {
  const role = (word, places) => places.length ? ` ${word} ${names(places).join(", ")}` : "";
  return (names(act.by).join(", ") + role("to", act.to) + role("toward", act.toward) + role("affects", act.affects)).trim();
}

function writeReport(items) {
  const article = report => data.articles[report.article];
  const source = report => `${article(report).publisher}, ${article(report).published}`;
  items.filter(r => article(r).url).append("a").attr("href", r => article(r).url).attr("rel", "noreferrer")
    .attr("target", "_blank").attr("title", r => article(r).headline).text(source);
  items.filter(r => !article(r).url).append("span").attr("title", r => article(r).headline).text(source);
  items.append("span").text(report => ` ${report.paragraph}, ${[
    report.mark, report.factuality === "asserted" ? "" : words(report.factuality), report.chain.join(" › "),
    report.hedge && `“${report.hedge}”`, report.phrase && `“${report.phrase}”`, report.said_date && `“${report.said_date}”`,
  ].filter(Boolean).join(", ")}`);
}

function writeMore(act, row) {
  const more = row.select("td:nth-child(2)").append("div").attr("class", "opened");
  const line = (head, texts) => texts.length && more.append("p").call(p => p.append("b").text(`${head} `))
    .append("span").text(texts.join("; "));
  const conflicts = more.selectAll("section").data(act.conflicts).join("section").attr("class", "disagreement");
  conflicts.append("p").append("b").text(conflict => `⚑ ${conflict.kind}, ${conflict.aspect}`);
  conflicts.append("ul").selectAll("li").data(conflict => conflict.values).join("li")
    .text(({ value, voices }) => `${value}: ${voices.join("; ")}`);
  line("About", act.about);
  line("Where", act.at);
  line("Acts for", act.for.map(([party, state]) => `${data.actors[party].name} for ${data.actors[state].name}`));
  const details = more.append("ul").selectAll("li").data(act.details).join("li");
  details.append("b").text(detail => `${detail.name}${detail.party ? ` (${detail.party})` : ""} `);
  details.append("ul").selectAll("li").data(detail => detail.reports).join("li").call(writeReport);
}

function drawRows(acts) {
  const shown = new Set(acts);
  body.selectAll("tr").property("hidden", act => !shown.has(act));
  document.getElementById("nothing").hidden = acts.length > 0;
}

function markRows(acts, chosenActs, chosen) {
  const one = chosen.startsWith("act:") ? chosenActs[0] : null;
  drawRows(one || chosen === "" ? acts : chosenActs);
  body.selectAll("tr.chosen").classed("chosen", false).call(row => row.select("button.fact").attr("aria-expanded", "false"))
    .select(".opened").remove();
  if (!one) return;
  const row = d3.select(`#row-${one.place}`).classed("chosen", true);
  row.select("button.fact").attr("aria-expanded", "true");
  writeMore(one, row);
  reveal(row.node(), 4);
}

// Rows that were never seen have no height yet: look again when they have.
function reveal(row, times) {
  showWithin(document.getElementById("rows"), row);
  if (times) requestAnimationFrame(() => reveal(row, times - 1));
}

// Scroll a box, and only it, until an element in it can be seen.
function showWithin(box, element) {
  const [outer, inner] = [box.getBoundingClientRect(), element.getBoundingClientRect()];
  if (inner.top < outer.top + 36 || inner.bottom > outer.bottom) {
    box.scrollTop += inner.top - outer.top - 36;
  }
}
