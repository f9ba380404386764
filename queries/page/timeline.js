// The timeline: a dot is a day, a bar the days of which it was one, a wedge points to where no end is known.
const [LEFT, RIGHT, TAIL, FEW] = [12, 12, 26, 50];
const day = text => new Date(`${text}T00:00:00Z`);
const after = text => d3.utcDay.offset(day(text), 1);
const tip = act => `${act.when}: ${act.summary}${act.status === "asserted" ? "" : ` [${words(act.status)}]`}`;

function words(slug) {
  return slug.replaceAll(/[-_]/g, " ");
}

// Months are as wide as much begins or ends in them; those in which nothing does are narrow.
function timeScale(acts, width) {
  const days = acts.flatMap(act => [act.earliest, act.latest]).filter(Boolean).map(day);
  const [first, last] = d3.extent(days.length ? days : [new Date()]);
  const months = d3.utcMonth.range(d3.utcMonth.floor(first), d3.utcMonth.offset(last, 1));
  const busy = d3.rollup(days, all => all.length, d => +d3.utcMonth.floor(d));
  const ends = d3.cumsum(months, month => busy.has(+month) ? 1 + Math.sqrt(busy.get(+month)) : 0.03);
  const scale = d3.scaleLinear([0, ends.at(-1) || 1], [LEFT, width - RIGHT]);
  return d3.scaleUtc([...months, d3.utcMonth.offset(last, 1)].map(d3.utcMonth.floor), [0, ...ends].map(scale));
}

function drawAxis(scale, width, height) {
  const [start, stop] = [scale.domain()[0], scale.domain().at(-1)];
  const ticks = [];
  let free = 0;
  [start, ...d3.utcYear.range(d3.utcYear.ceil(d3.utcDay.offset(start, 1)), stop)].forEach(year => {
    const x = scale(year);
    if (x >= free || +year === +start) { ticks.push({ x, rank: 0, text: d3.utcFormat("%Y")(year) }); free = x + 42; }
  });
  d3.utcMonth.range(start, stop).forEach(month => {
    const [x, end] = [scale(month), scale(d3.utcMonth.offset(month, 1))];
    if (end - x >= 27) ticks.push({ x, rank: 1, text: d3.utcFormat("%b")(month) });
    const step = [1, 2, 5, 10].find(n => (end - x) / 31 * n >= 19);
    if (step) d3.utcDay.range(d3.utcDay.offset(month, step === 1 ? 1 : step - 1), d3.utcMonth.offset(month, 1), step)
      .filter(d => scale(d) - x > 26 && end - scale(d) > 12)
      .forEach(d => ticks.push({ x: scale(d), rank: 2, text: d3.utcFormat("%-d")(d) }));
  });
  const axis = d3.select("#axis").attr("width", width).attr("height", 32);
  axis.selectAll("text").data(ticks).join("text").attr("class", d => `rank${d.rank}`)
    .attr("x", d => d.x + 3).attr("y", d => d.rank ? 27 : 13).text(d => d.text);
  axis.selectAll("line").data(ticks).join("line").attr("x1", d => d.x).attr("x2", d => d.x)
    .attr("y1", d => d.rank ? 18 : 3).attr("y2", 32);
  d3.select("#grid").selectAll("line").data(ticks).join("line").attr("class", d => `rank${d.rank}`)
    .attr("x1", d => d.x).attr("x2", d => d.x).attr("y2", height);
}

// Where a mark and its label lie, in the first lane that is free there.
function place(acts, scale, width, labelled) {
  measure.font = "12px sans-serif";
  const marks = acts.map(act => {
    const point = act.certain ? (scale(day(act.earliest)) + scale(after(act.latest))) / 2 : 0;
    let x1 = point || (act.earliest ? scale(day(act.earliest)) : Math.max(scale(after(act.latest)) - TAIL, 1));
    let x2 = point || (act.latest ? scale(after(act.latest)) : Math.min(x1 + TAIL, width - 1));
    if (x2 - x1 < 8 && !point) [x1, x2] = [x2 - 8, x2];
    const text = labelled ? shortened(act.summary, Math.max(x1, width - x2) - 20) : "";
    const wide = text ? measure.measureText(text).width + 8 : 0;
    const flip = x2 + wide + 6 > width;
    return { act, point, x1, x2, text, flip, left: x1 - 5 - (flip ? wide : 0), right: x2 + 5 + (flip ? 0 : wide) };
  }).sort((a, b) => a.x1 - b.x1 || a.act.place - b.act.place);
  const lanes = [];
  marks.forEach(mark => {
    const lane = lanes.findIndex(taken => taken.every(other => other.right < mark.left || mark.right < other.left));
    mark.lane = lane < 0 ? lanes.push([]) - 1 : lane;
    lanes[mark.lane].push(mark);
  });
  return [marks, lanes.length];
}

function shortened(text, room) {
  let cut = text.slice(0, 64);
  const ended = () => cut.length < text.length ? `${cut.trimEnd()}…` : cut;
  while (cut && measure.measureText(ended()).width > room) cut = cut.slice(0, -1);
  return ended();
}

function outline({ act, point, x1, x2 }) {
  if (point) return `M${x1 - 4.2},0a4.2,4.2 0 1,0 8.4,0a4.2,4.2 0 1,0 -8.4,0z`;
  if (act.earliest && act.latest) return `M${x1},-3.5H${x2}V3.5H${x1}z`;
  return act.latest ? `M${x2},-4.2V4.2L${x1},0z` : `M${x1},-4.2V4.2L${x2},0z`;
}

let inOrder = [];
function drawTimeline(acts) {
  const dated = acts.filter(act => act.earliest || act.latest);
  const width = document.getElementById("lanes").clientWidth;
  const scale = timeScale(dated, width);
  const labelled = dated.length <= FEW;
  const [marks, lanes] = place(dated, scale, width, labelled);
  const step = labelled ? 18 : 10;
  const height = Math.max(lanes * step + 16, 40);
  inOrder = dated;
  const svg = d3.select("#timeline").attr("width", width).attr("height", height);
  svg.select("#marks").selectAll("g").data(marks, mark => mark.act.id).join(enter => {
    const group = enter.append("g").attr("role", "option").attr("id", mark => `mark-${mark.act.place}`)
      .attr("class", mark => `mark ${mark.act.tone} ${mark.act.holds ? "holds" : "open"}`)
      .attr("aria-label", mark => tip(mark.act)).attr("aria-selected", "false").on("click", (_, mark) => choose(`act:${mark.act.id}`));
    group.append("title").text(mark => tip(mark.act));
    group.append("path");
    group.filter(mark => mark.act.conflicts.length).append("path").attr("class", "flag");
    group.append("text");
    return group;
  }).attr("transform", mark => `translate(0,${12 + mark.lane * step})`).call(group => {
    group.select("path").attr("d", outline);
    group.select("path.flag").attr("d", mark => `M${mark.x2 + (mark.point ? 4 : 0)},-1v-6l5,2l-5,2`);
    group.select("text").text(mark => mark.text).attr("y", 4).attr("text-anchor", mark => mark.flip ? "end" : "start")
      .attr("x", mark => mark.flip ? mark.x1 - 8 : mark.x2 + 10);
  });
  drawAxis(scale, width, height);
  const without = acts.length - dated.length;
  document.getElementById("undated").textContent =
    `Empty months are narrow.${without ? ` ${without} without a date: only in the table.` : ""}`;
}

// What is chosen is drawn once more above all others, which fade as one.
function markTimeline(chosenActs, chosen) {
  const svg = d3.select("#timeline");
  const marks = svg.select("#marks-chosen").selectAll("use").data(chosenActs.filter(act => act.earliest || act.latest))
    .join("use").attr("href", act => `#mark-${act.place}`).on("click", (_, act) => choose(`act:${act.id}`));
  svg.select("#marks").classed("faint", chosen !== "").selectAll("[aria-selected=true]").attr("aria-selected", "false");
  const one = chosen.startsWith("act:") && marks.size() ? document.getElementById(`mark-${chosenActs[0].place}`) : null;
  svg.attr("aria-activedescendant", one && one.id);
  if (!one) return;
  one.setAttribute("aria-selected", "true");
  showWithin(document.getElementById("lanes"), one);
}

document.getElementById("timeline").addEventListener("keydown", event => {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const at = inOrder.findIndex(act => `act:${act.id}` === form.elements.chosen.value);
  const to = { Home: 0, End: inOrder.length - 1 }[event.key] ?? (step && at + step);
  if (to === undefined || !inOrder[to] || to === at) return;
  event.preventDefault();
  choose(`act:${inOrder[to].id}`);
});
