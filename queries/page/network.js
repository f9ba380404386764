// The network: positions come with the data; here is only what is shown, chosen, and which names have room.
const SHAPES = { state: "ellipse", organization: "round-rectangle", person: "triangle", group: "hexagon", actor: "diamond" };
const LETTERS = 12; // pixels, however far one zooms
const BIG = 14; // pixels: a node that bears its name
const graph = cytoscape({
  container: document.getElementById("graph"),
  elements: [
    ...data.actors.map((actor, place) => ({
      data: { id: `a${place}`, name: actor.name, shape: SHAPES[actor.sort], sort: actor.sort, acts: 0, size: 0 },
      position: { x: actor.x, y: actor.y },
    })),
    ...data.pairs.map(pair => ({
      data: {
        id: pair.id, source: `a${pair.source}`, target: `a${pair.target}`, tone: pair.tone,
        arrow: pair.mutual ? "none" : "triangle", width: 0,
      },
    })),
    ...data.ties.map(([party, state]) => ({ data: { source: `a${party}`, target: `a${state}`, arrow: "none", width: 1.2 }, classes: "tie" })),
  ],
  layout: { name: "preset", fit: true, padding: 30 },
  minZoom: 0.1, maxZoom: 8, boxSelectionEnabled: false, autoungrabify: true, autounselectify: true,
});
// Where a name of some width and height stands beside the box of its node.
const SIDES = {
  below: ([x1, , x2, y2], wide, high) => [(x1 + x2 - wide) / 2, y2 + 1, (x1 + x2 + wide) / 2, y2 + high],
  above: ([x1, y1, x2], wide, high) => [(x1 + x2 - wide) / 2, y1 - high, (x1 + x2 + wide) / 2, y1 - 1],
  right: ([, y1, x2, y2], wide, high) => [x2 + 1, (y1 + y2 - high) / 2, x2 + wide, (y1 + y2 + high) / 2],
  left: ([x1, y1, , y2], wide, high) => [x1 - wide, (y1 + y2 - high) / 2, x1 - 1, (y1 + y2 + high) / 2],
  on: ([x1, y1, x2, y2], wide, high) => [(x1 + x2 - wide) / 2, (y1 + y2 - high) / 2, (x1 + x2 + wide) / 2, (y1 + y2 + high) / 2],
};
const measure = document.createElement("canvas").getContext("2d");
const nodes = graph.nodes().toArray(); // in the order of the actors
const edges = graph.edges().toArray(); // in the order of the pairs, then of who acts for whom
const pairsOf = {}; // by the place of an act
data.pairs.forEach((pair, place) => pair.acts.forEach(act => (pairsOf[act] ??= []).push(place)));
let home = graph.zoom();

function styleNetwork() {
  const zoom = graph.zoom();
  const each = (values, look) => Object.keys(values).map(value => look(value));
  graph.style([
    { selector: "node", style: {
      shape: "data(shape)", width: "data(size)", height: "data(size)", "z-index": "data(acts)",
      "border-color": colour("ink"), "border-width": 1 / zoom, label: "", color: colour("ink"),
      "font-size": LETTERS / zoom, "font-family": "sans-serif",
      "text-outline-color": colour("paper"), "text-outline-width": 3 / zoom,
    } },
    ...each(SHAPES, sort => ({ selector: `node[sort = "${sort}"]`, style: { "background-color": colour(sort) } })),
    ...each(SIDES, side => ({ selector: `node.${side}`, style: {
      label: "data(name)",
      "text-valign": side === "below" ? "bottom" : side === "above" ? "top" : "center",
      "text-halign": side === "right" || side === "left" ? side : "center",
      "text-margin-x": { right: 3, left: -3 }[side] / zoom || 0, "text-margin-y": { below: 2, above: -2 }[side] / zoom || 0,
    } })),
    { selector: "edge", style: {
      "curve-style": "bezier", "control-point-step-size": 24, width: "data(width)",
      "target-arrow-shape": "data(arrow)", "arrow-scale": 0.9,
    } },
    ...each(TONES, tone => ({ selector: `edge[tone = "${tone}"]`, style: {
      "line-color": colour(tone), "target-arrow-color": colour(tone),
    } })),
    { selector: "edge.tie", style: { "curve-style": "straight", "line-style": "dotted", "line-color": colour("quiet"), events: "no" } },
    { selector: "node.faint", style: { opacity: 0.15 } },
    { selector: "node.chosen", style: { "border-width": 4 / zoom, "border-color": colour("accent") } },
    { selector: "edge.faint", style: { opacity: 0 } },
    { selector: ".gone", style: { display: "none" } },
  ]);
  nameNodes();
}

// A name is written where it covers nothing, or at least no other name where its own node is big enough to bear it:
// first of what is chosen, then of those with most acts.
function nameNodes() {
  const shown = nodes.filter(node => !node.hasClass("gone")).sort((a, b) => rank(b) - rank(a));
  const boxes = shown.map(node => {
    const [{ x, y }, half] = [node.renderedPosition(), node.renderedHeight() / 2];
    return node.hasClass("faint") ? [-1, -1, -1, -1] : [x - half, y - half, x + half, y + half];
  });
  measure.font = `${LETTERS}px sans-serif`;
  graph.batch(() => shown.forEach((node, n) => {
    const wide = measure.measureText(node.data("name")).width + 4;
    const big = node.renderedHeight() > BIG;
    const side = node.hasClass("faint") ? undefined : Object.keys(SIDES).find(name => {
      const box = SIDES[name](boxes[n], wide, LETTERS + 3);
      const inside = box[0] > 0 && box[1] > 0 && box[2] < graph.width() && box[3] < graph.height();
      const others = name === "on" ? boxes.slice(shown.length) : boxes;
      return (name !== "on" || big) && inside && others.every((other, m) => (others === boxes && m === n) || apart(box, other)) && boxes.push(box);
    });
    Object.keys(SIDES).forEach(name => set(node, name, name === side));
  }));
}

const rank = node => (node.hasClass("chosen") ? 1e6 : 0) + node.data("acts") - (node.hasClass("faint") ? 1e6 : 0);
const apart = (a, b) => a[2] < b[0] || b[2] < a[0] || a[3] < b[1] || b[3] < a[1];

// What is drawn at all: actors and pairs with acts that fit, as big as these are many.
function drawNetwork(acts) {
  const shown = new Set(acts.map(act => act.place));
  const involved = count(acts);
  graph.batch(() => {
    nodes.forEach((node, place) => {
      const number = involved.get(place) || 0;
      node.data({ acts: number, size: 12 + Math.min(4 * Math.sqrt(number), 44) }).toggleClass("gone", number === 0);
    });
    data.pairs.forEach((pair, place) => {
      const number = pair.acts.filter(place => shown.has(place)).length;
      edges[place].data("width", Math.min(1 + Math.sqrt(number), 8)).toggleClass("gone", number === 0);
    });
  });
  d3.select("#actor-list ul").selectAll("li")
    .data([...involved].sort((a, b) => b[1] - a[1] || d3.ascending(data.actors[a[0]].name, data.actors[b[0]].name)))
    .join("li").selectAll("button").data(d => [d]).join("button")
    .attr("type", "button").text(([place, number]) => `${data.actors[place].name} (${number})`)
    .on("click", (_, [place]) => choose(`actor:${data.actors[place].id}`));
}

function markNetwork(chosenActs, chosen) {
  const involved = count(chosenActs);
  const one = chosen.startsWith("actor:") ? actorPlace(chosen.slice(6)) : -1;
  const focus = new Set(chosenActs.flatMap(act => pairsOf[act.place] || []));
  graph.batch(() => {
    nodes.forEach((node, place) => {
      set(node, "faint", chosen !== "" && !involved.has(place));
      set(node, "chosen", one < 0 ? involved.has(place) : place === one);
    });
    edges.forEach((edge, place) => set(edge, "faint", chosen !== "" && !focus.has(place)));
  });
  nameNodes();
  d3.selectAll("#actor-list button").attr("aria-pressed", ([place]) => String(place === one));
}

// Classes are set only where they change: with thousands of edges the drawing library takes its time over each.
function set(element, name, on) {
  if (element.hasClass(name) !== on) element.toggleClass(name, on);
}

function count(acts) {
  const found = new Map();
  acts.forEach(act => act.involved.forEach(place => found.set(place, (found.get(place) || 0) + 1)));
  return found;
}

function fitNetwork() {
  graph.resize();
  graph.fit(graph.elements().not(".gone"), 30);
  home = graph.zoom();
  styleNetwork();
}

graph.on("tap", "node", event => choose(`actor:${data.actors[Number(event.target.id().slice(1))].id}`));
graph.on("tap", "edge", event => choose(`pair:${event.target.id().slice(5)}`));
graph.on("zoom", () => requestAnimationFrame(styleNetwork));
graph.on("pan", () => {
  // A finger that passes over the whole drawing scrolls the page; over an enlarged one it moves the drawing.
  graph.userPanningEnabled(graph.zoom() > home * 1.02 || !matchMedia("(pointer: coarse)").matches);
  requestAnimationFrame(nameNodes);
});
document.querySelectorAll("[data-zoom]").forEach(button => button.addEventListener("click", () => {
  const factor = Number(button.dataset.zoom);
  if (factor) graph.zoom({ level: graph.zoom() * factor, renderedPosition: { x: graph.width() / 2, y: graph.height() / 2 } });
  else fitNetwork();
}));
