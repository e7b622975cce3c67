// The map: what is drawn where, whatever draws it. Places come from the file: no physics.
//
// A renderer has start(box), put(nodes, edges), view(sides), scale(), radius(kind), width() and
// picture(); it calls mapBelow and mapAbove to have discs and labels drawn, mapChosen when
// somebody is clicked, mapNamed when the pointer is on them.
const PALETTE = ["#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377"];
const OTHER = "#9aa0a6";
// So few people are all named, however far away.
const FEW_PLACES = 40;
const map = { started: false, circles: [], places: new Map(), loose: null };

function circleColour(c) {
  return c >= 0 && c < PALETTE.length ? PALETTE[c] : OTHER;
}

function spot(id) {
  return map.places.get(id);
}

function setPlaces() {
  let top = 0;
  let bottom = 0;
  D.people.forEach((person, p) => {
    if (!person.xy || p === D.me) return;
    map.places.set("p" + p, { x: person.xy[0], y: person.xy[1] });
    top = Math.min(top, person.xy[1]);
    bottom = Math.max(bottom, person.xy[1]);
  });
  const tiers = $("view-map").clientWidth < 600 ? 3 : 2;
  const half = tiers === 2 ? 1400 : 1000;
  const step = (2 * half) / (D.targets.length + 1);
  D.order.forEach((t, n) => map.places.set("t" + t, { x: -half + step * (n + 1), y: top - 260 - (n % tiers) * (tiers === 2 ? 210 : 150) }));
  if (D.me >= 0) map.places.set("p" + D.me, { x: 0, y: bottom + 150 });
  const loose = D.people.filter((person, p) => person.circle < 0 && person.xy && p !== D.me).map((person) => person.xy);
  if (D.circles.length && loose.length) map.loose = { x: loose.reduce((sum, at) => sum + at[0], 0) / loose.length, y: Math.min(...loose.map((at) => at[1])) - 22, n: loose.length };
  D.circles.forEach((_, c) => {
    const members = D.people.filter((person, p) => person.circle === c && person.xy && p !== D.me).map((person) => person.xy);
    if (members.length < 3) return;
    const x = members.reduce((sum, at) => sum + at[0], 0) / members.length;
    const y = members.reduce((sum, at) => sum + at[1], 0) / members.length;
    const far = members.map((at) => Math.hypot(at[0] - x, at[1] - y)).sort((a, b) => a - b);
    map.circles.push({ c, x, y, r: far[Math.floor(far.length * 0.9)] + 22 });
  });
}

function litIds() {
  const ids = new Set();
  if (state.way >= 0) {
    const way = D.ways[state.way];
    way.people.forEach((p) => ids.add("p" + p));
    ids.add("t" + way.target);
  } else if (state.person >= 0) {
    ids.add("p" + state.person);
    for (const k of D.tiesOf[state.person]) for (const p of D.ties[k].slice(0, 2)) if (p !== D.me || state.me) ids.add("p" + p);
  }
  return ids;
}

function kindOf(id) {
  if (id[0] === "t") return "target";
  const p = Number(id.slice(1));
  if (p === D.me) return "me";
  return D.ranks.has(p) ? "bridge" : D.waysOf[p].length ? "way" : "person";
}

const SHAPES = { target: "square", me: "star", bridge: "diamond", way: "dot", person: "dot" };

function mapNode(id, lit) {
  const dim = lit.size > 0 && !lit.has(id);
  const kind = kindOf(id);
  const own = kind === "target" ? colour("--text") : kind === "me" ? colour("--lit") : circleColour(D.people[Number(id.slice(1))].circle);
  const edged = kind === "bridge" && !dim;
  return { id, kind, x: spot(id).x, y: spot(id).y, shape: SHAPES[kind], fill: dim && kind !== "me" ? colour("--dim") : own, line: edged ? colour("--text") : colour("--bg") };
}

function mapEdge(k, chosen) {
  const tie = D.ties[k];
  return {
    id: "e" + k,
    from: "p" + tie[0],
    to: "p" + tie[1],
    dashes: tie[2] === "inferred" ? [10, 8] : [],
    width: chosen ? (WIDTHS[tie[3]] || 1.6) * 2 : 1.4,
    colour: chosen ? colour("--lit") : colour("--faint"),
  };
}

// Above so many, lines are one grey slab: then only those of bridges, and the others on demand.
function fewTies() {
  return D.ties.length <= 2000;
}

function bothDrawn(k) {
  return tieInTime(k) && D.ties[k].slice(0, 2).every((p) => map.places.has("p" + p) && inTime(p) && (p !== D.me || state.me || state.way >= 0));
}

function chosenEdges() {
  if (state.way >= 0) {
    const way = D.ways[state.way];
    const last = way.people[way.people.length - 1];
    const in_ = { id: "in", from: "p" + last, to: "t" + way.target, dashes: [], width: 5, colour: colour("--lit") };
    return way.ties.filter((k) => k >= 0 && bothDrawn(k)).map((k) => mapEdge(k, true)).concat(spot("p" + last) ? in_ : []);
  }
  return D.tiesOf[state.person].filter(bothDrawn).map((k) => mapEdge(k, true));
}

function mapEdges() {
  const all = D.ties.map((_, k) => k).filter(bothDrawn);
  return all.filter((k) => state.all || D.ranks.has(D.ties[k][0]) || D.ranks.has(D.ties[k][1])).map((k) => mapEdge(k, false));
}

function drawDiscs(context) {
  const lit = litIds().size > 0;
  for (const disc of map.circles) {
    context.beginPath();
    context.arc(disc.x, disc.y, disc.r, 0, 7);
    context.globalAlpha = lit ? 0.07 : 0.12;
    context.fillStyle = circleColour(disc.c);
    context.fill();
  }
  context.globalAlpha = 1;
}

// Chosen lines lie on top of the people between, who would otherwise make them look dashed.
function drawChosen(context) {
  const edges = litIds().size ? chosenEdges() : [];
  for (const edge of edges) {
    const [from, to] = [spot(edge.from), spot(edge.to)];
    context.beginPath();
    context.setLineDash(edge.dashes.map((part) => Math.max(part, 5 / renderer.scale())));
    context.lineWidth = Math.max(edge.width, 2 / renderer.scale());
    context.strokeStyle = edge.colour;
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
  }
  context.setLineDash([]);
  for (const id of new Set(edges.flatMap((edge) => [edge.from, edge.to]))) drawShape(context, mapNode(id, new Set()));
}

function drawShape(context, looks) {
  const at = looks;
  const r = renderer.radius(looks.kind);
  context.beginPath();
  if (looks.shape === "dot") context.arc(at.x, at.y, r, 0, 7);
  else if (looks.shape === "square") context.rect(at.x - r, at.y - r, 2 * r, 2 * r);
  else for (const [x, y] of [[0, -r], [r, 0], [0, r], [-r, 0]]) context.lineTo(at.x + x, at.y + y);
  context.closePath();
  context.fillStyle = looks.fill;
  context.fill();
  context.lineWidth = 1.5 / renderer.scale();
  context.strokeStyle = looks.line;
  context.stroke();
}

// Labels keep their size on screen; one that would lie on an earlier one is left out.
function drawLabels(context) {
  const scale = renderer.scale();
  const taken = [];
  const lit = litIds();
  const smaller = renderer.width() < 600 ? 2 : renderer.width() > 2000 ? -6 : 0;
  const put = (lines, x, y, points, weight, shade) => {
    const size = (points - smaller) / scale;
    context.font = weight + " " + size + "px system-ui, sans-serif";
    const half = Math.max(...lines.map((line) => context.measureText(line).width)) / 2;
    const box = [x - half, y - size, x + half, y + size * (0.4 + 1.15 * (lines.length - 1))];
    if (taken.some((o) => box[0] < o[2] && box[2] > o[0] && box[1] < o[3] && box[3] > o[1])) return false;
    taken.push(box);
    context.lineWidth = 4 / scale;
    context.strokeStyle = colour("--bg");
    context.fillStyle = shade;
    lines.forEach((line, n) => {
      context.strokeText(line, x, y + 1.15 * size * n);
      context.fillText(line, x, y + 1.15 * size * n);
    });
    return true;
  };
  context.textAlign = "center";
  context.lineJoin = "round";
  const below = (id, size, weight, shade) => {
    const at = spot(id);
    if (!at || (id === "p" + D.me && !state.me && !lit.has(id)) || (id[0] === "p" && !lit.has(id) && !inTime(Number(id.slice(1))))) return;
    const k = Number(id.slice(1));
    const text = id[0] === "t" ? targetName(k) : personName(k);
    const words = [shorten(text, 28)];
    const under = put(words, at.x, at.y + 20 + (size + 2) / scale, size, weight, shade);
    // whoever is chosen is named, above if there is no room below
    if (!under && lit.has(id)) put(words, at.x, at.y - 20 - 6 / scale, size, weight, shade);
  };
  const strong = colour("--text");
  const quiet = colour("--muted");
  const first = state.way >= 0 ? [...lit] : state.person >= 0 ? ["p" + state.person, ...lit] : [];
  for (const id of new Set(first)) below(id, 13, "600", strong);
  for (const t of D.order) below("t" + t, 13, "600", lit.size && !lit.has("t" + t) ? quiet : strong);
  if (state.me) below("p" + D.me, 13, "600", strong);
  for (const disc of map.circles) {
    if (disc.c >= PALETTE.length && scale < 1 && (smaller > 0 || D.circles[disc.c].size < 5)) continue;
    const name = shorten(circleName(disc.c), 40) + " (" + circleCount(disc.c) + ")";
    const lines = name.length < 16 ? [name] : halves(name);
    const line = ((13 - smaller) * 1.15) / scale;
    const top = disc.y - disc.r - 6 / scale;
    // over the disc, else in its upper part, else over it on one line, else below it
    const ways = [[lines, top - line * (lines.length - 1)], [lines, top + 2 * line], [[name], top], [lines, disc.y + disc.r + line]];
    ways.some(([text, y]) => put(text, disc.x, y, 13, "600", quiet));
  }
  if (map.loose) put(["In no circle (" + map.loose.n.toLocaleString("en") + ")"], map.loose.x, map.loose.y, 12, "400", quiet);
  if (!lit.size) for (const p of D.ranks.keys()) below("p" + p, 12, "400", strong);
  if ((scale > 1.1 || map.places.size <= FEW_PLACES) && !lit.size) for (const id of map.places.keys()) if (id[0] === "p") below(id, 11, "400", quiet);
}

function circleCount(c) {
  const all = D.circles[c].size.toLocaleString("en");
  if (!state.when) return all;
  return D.people.filter((person, p) => person.circle === c && p !== D.me && inTime(p)).length.toLocaleString("en") + " of " + all;
}

function toggle(id, key, text) {
  const change = (event) => {
    state[key] = event.target.checked;
    paintMap();
    writeAddress();
  };
  return el("label", { class: "check" }, el("input", { type: "checkbox", id, checked: state[key], on: { change } }), " " + text);
}

// Everything with a place, drawn now or not, so that nothing chosen later lies outside.
function wholeMap() {
  const spots = [...map.places.values()];
  const side = (axis, pick) => (spots.length ? spots.reduce((far, at) => pick(far, at[axis]), spots[0][axis]) : pick(-1, 1));
  renderer.view({ left: side("x", Math.min) - 130, right: side("x", Math.max) + 130, top: side("y", Math.min) - 110, bottom: side("y", Math.max) + 150 });
}

function mapBelow(context) {
  drawDiscs(context);
}

function mapAbove(context) {
  drawChosen(context);
  drawLabels(context);
}

function mapChosen(id) {
  const at = Number(id.slice(1));
  if (id[0] === "t") chooseTarget(at, true);
  else openPerson(at);
}

function mapNamed(id) {
  const at = Number(id.slice(1));
  $("map-name").textContent = id ? (id[0] === "t" ? targetName(at) : personName(at) + " · " + role(at)) : "";
}

function mapNotes() {
  const who = D.wanted.length ? "people who seem to belong together" : "a circle of people who know one another";
  const circles = map.circles.length ? "Each disc is " + who + "; bridges are diamonds, target employers squares. " : "";
  return circles + (fewTies() ? "" : "Lines show the ties of bridges, as all " + D.ties.length.toLocaleString("en") + " would hide everything; ") + (fewTies() ? "Choose" : "choose") + " somebody to see theirs.";
}

function paintMap() {
  if (!renderer.ready) return;
  const lit = litIds();
  const ids = [...map.places.keys()].filter((id) => lit.has(id) || (id === "p" + D.me ? state.me : id[0] === "t" || inTime(Number(id.slice(1)))));
  renderer.put(ids.map((id) => mapNode(id, lit)), lit.size ? [] : mapEdges());
}

redraw.map = function () {
  if (map.started) {
    const bar = $("view-map").querySelector(".time");
    if (bar && !bar.contains(document.activeElement)) bar.replaceWith(timeBar(paintMap));
    $("show-me").checked = state.me;
    $("all-ties").checked = state.all;
    paintMap();
    return;
  }
  map.started = true;
  setPlaces();
  const box = el("div", { id: "map", class: "map", "aria-hidden": "true" });
  const failed = el("p", { class: "note", id: "map-failed", hidden: true }, "This map needs WebGL, which your browser does not offer here. The other views hold everything; a map without it comes with: netgraph explore --renderer pyvis");
  show(
    $("view-map"),
    el("p", { class: "intro" }, mapNotes(), D.notes.map((note) => " " + note)),
    wantedBlock(),
    el("div", { class: "filters" }, toggle("show-me", "me", "Show me"), toggle("all-ties", "all", "All ties"), el("button", { type: "button", id: "fit", on: { click: wholeMap } }, "Whole map"), el("span", { id: "map-name", class: "quiet" })),
    timeBar(paintMap),
    failed,
    box,
    el("p", { class: "hidden" }, "The map is a picture. The same people and ties stand in the Bridges, Employers and People views and in the list of ways in.")
  );
  renderer.start(box);
  failed.hidden = renderer.ready;
  box.hidden = !renderer.ready;
  if (!renderer.ready) return;
  paintMap();
  wholeMap();
};
