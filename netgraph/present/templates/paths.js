// The layered drawing: you, whom to ask, people inside, target employers.
const WIDTHS = { weak: 1.4, fair: 2, good: 2.8, strong: 3.8 };

function shownWays() {
  const seen = new Map();
  return D.ways
    .map((_, k) => k)
    .filter((k) => {
      const t = D.ways[k].target;
      if (state.target >= 0 && t !== state.target) return false;
      seen.set(t, (seen.get(t) || 0) + 1);
      return k === state.way || D.ways.length <= 40 || state.target >= 0 || seen.get(t) <= PER_TARGET;
    });
}

// Each way becomes stops in columns; a person can stand in two columns, once in each.
function layers(ways) {
  const deepest = Math.max(2, ...ways.map((k) => D.ways[k].people.length - 1));
  const inside = deepest;
  const stops = new Map();
  const lines = new Map();
  const stop = (column, kind, at) => {
    const key = column + kind + at;
    if (!stops.has(key)) stops.set(key, { key, column, kind, at, ways: new Set(), y: 0, pull: [] });
    return stops.get(key);
  };
  const line = (from, to, kind, word, k) => {
    const key = from.key + ">" + to.key;
    if (!lines.has(key)) lines.set(key, { from, to, kind, band: word, ways: new Set() });
    lines.get(key).ways.add(k);
    from.ways.add(k);
    to.ways.add(k);
    from.pull.push(to);
  };
  const targets = state.target < 0 ? D.order : [state.target];
  for (const t of targets) stop(inside + 1, "t", t);
  for (const k of ways) {
    const way = D.ways[k];
    const last = way.people.length - 1;
    let before = null;
    way.people.forEach((p, n) => {
      const here = stop(n === 0 && last > 0 ? 0 : n === last ? inside : n, "p", p);
      const tie = n ? D.ties[way.ties[n - 1]] : null;
      if (before) line(before, here, tie ? tie[2] : "inferred", tie ? tie[3] : "unknown", k);
      before = here;
    });
    const former = way.where !== "now" || (way.inside && way.inside[3] === false);
    line(before, stop(inside + 1, "t", way.target), former ? "former" : "inside", "fair", k);
  }
  return { stops: [...stops.values()], lines: [...lines.values()], columns: inside + 2 };
}

function place(plan, width, narrow, room) {
  const rows = Math.max(...Array.from({ length: plan.columns }, (_, c) => plan.stops.filter((s) => s.column === c).length), 4);
  const gap = narrow ? 50 : Math.max(32, Math.min(56, (room - 72) / rows));
  const top = narrow ? 46 : 56;
  const byColumn = Array.from({ length: plan.columns }, (_, c) => plan.stops.filter((s) => s.column === c));
  const height = top + rows * gap + 16;
  const spread = (stops) => stops.forEach((s, n) => (s.y = top + ((n + 0.5) * (height - top - 16)) / stops.length));
  for (let c = plan.columns - 1; c >= 0; c--) {
    const stops = byColumn[c];
    for (const s of stops) if (s.pull.length) s.y = s.pull.reduce((sum, to) => sum + to.y, 0) / s.pull.length;
    stops.sort((a, b) => a.y - b.y);
    if (stops.length * gap > (height - top) * 0.6 || c === plan.columns - 1) spread(stops);
    else settle(stops, gap, top + gap / 2, height - gap);
  }
  const left = narrow ? 30 : 40;
  const right = narrow ? width - 44 : width - Math.min(190, width * 0.2);
  for (const s of plan.stops) s.x = left + ((right - left) * s.column) / (plan.columns - 1);
  return { height, step: (right - left) / (plan.columns - 1), right };
}

function settle(stops, gap, low, high) {
  stops.forEach((s, n) => (s.y = Math.max(s.y, n ? stops[n - 1].y + gap : low)));
  for (let n = stops.length - 1; n >= 0; n--) stops[n].y = Math.min(stops[n].y, n < stops.length - 1 ? stops[n + 1].y - gap : high);
}

function columnNames(columns) {
  const between = columns === 4 ? ["Bridges"] : Array.from({ length: columns - 3 }, (_, n) => (n ? "Then" : "Bridges"));
  return ["You", ...between, D.ways.some((way) => way.where !== "now") ? "Inside or near" : "People inside", "Target employers"];
}

function shorten(text, room) {
  const letters = [...text];
  return letters.length > room ? letters.slice(0, Math.max(3, room - 1)).join("") + "…" : text;
}

// A line leaves behind the name, so that no name is struck through.
function curve(a, b, narrow) {
  const start = narrow ? a.x : Math.min(a.x + 20 + a.long, b.x - 30);
  const middle = (start + b.x) / 2;
  return "M" + start + " " + a.y + "C" + middle + " " + a.y + " " + middle + " " + b.y + " " + b.x + " " + b.y;
}

function glyph(s) {
  if (s.kind === "t") return svg("rect", { x: s.x - 8, y: s.y - 8, width: 16, height: 16, rx: 3, class: "glyph" });
  if (s.at === D.me) return svg("circle", { cx: s.x, cy: s.y, r: 10, class: "glyph" });
  if (D.bridgeOf.has(s.at) || s.column < s.deep)
    return svg("path", { d: "M" + s.x + " " + (s.y - 9) + "l9 9l-9 9l-9 -9z", class: "glyph" });
  return svg("circle", { cx: s.x, cy: s.y, r: 6.5, class: "glyph" });
}

// A name on two lines of about one length, or on one when it is a single word.
function halves(name) {
  const words = name.split(" ");
  if (words.length < 2) return [name];
  const cuts = words.slice(1).map((_, n) => [words.slice(0, n + 1).join(" "), words.slice(n + 1).join(" ")]);
  return cuts.sort((a, b) => Math.max(a[0].length, a[1].length) - Math.max(b[0].length, b[1].length))[0];
}

function twoLines(name, at, room) {
  return svg("text", at, halves(name).map((line, n) => svg("tspan", { x: at.x, dy: n ? 12 : 0 }, shorten(line, room))));
}

function stopNode(s, narrow, room, seen) {
  const name = s.kind === "t" ? targetName(s.at) : personName(s.at);
  const unreached = s.kind === "t" && !s.ways.size;
  const act = () => (s.kind === "t" ? chooseTarget(s.at) : openPerson(s.at));
  const press = (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      act();
    }
  };
  const end = s.column === 0 ? "start" : s.kind === "t" ? "end" : "middle";
  const at = narrow
    ? { x: s.column === 0 ? s.x - 14 : s.kind === "t" ? s.x + 38 : s.x, y: s.y + 21, "text-anchor": end }
    : { x: s.x + 15, y: s.y + 4 };
  const lit = state.way >= 0 ? s.ways.has(state.way) : !seen || (s.kind === "p" && s.at === state.person);
  return svg(
    "g",
    {
      class: "stop stop-" + s.kind + (s.at === D.me && s.kind === "p" ? " me" : "") + (unreached ? " unreached" : "") + (lit ? "" : " dim"),
      tabindex: 0,
      role: "button",
      "aria-label": name + (unreached ? ", no path yet" : ""),
      on: { click: act, keydown: press },
    },
    svg("title", {}, name),
    glyph(s),
    narrow ? twoLines(name, at, room) : svg("text", at, shorten(name, room)),
    unreached && !narrow ? svg("text", { x: s.x + 15, y: s.y + 19, class: "small" }, "no path yet") : null
  );
}

redraw.paths = function () {
  const box = $("view-paths");
  if (!D.ways.length) {
    show(box, pathsIntro());
    return;
  }
  // on a very wide screen everything is drawn larger, as the text around it is
  const zoom = box.clientWidth > 2000 ? 1.5 : 1;
  const width = Math.max(300, (box.clientWidth - 8) / zoom);
  const narrow = width < 620;
  const plan = layers(shownWays());
  const { height, step } = place(plan, width, narrow, box.parentElement.clientHeight / zoom - 170);
  plan.stops.forEach((s) => (s.deep = plan.columns - 2));
  const room = (s) => Math.floor((narrow ? step - 4 : s.kind === "t" ? Math.min(190, width * 0.2) - 18 : step - 34) / (narrow ? 5.9 : 6.9));
  plan.stops.forEach((s) => (s.long = 6.9 * shorten(s.kind === "t" ? targetName(s.at) : personName(s.at), room(s)).length));
  const seen = plan.stops.some((s) => s.kind === "p" && s.at === state.person);
  const lines = plan.lines.map((l) => {
    const on = state.way >= 0 ? l.ways.has(state.way) : !seen || l.from.at === state.person || (l.to.kind === "p" && l.to.at === state.person);
    const chosen = state.way >= 0 && on;
    return svg("path", {
      d: curve(l.from, l.to, narrow),
      class: "tie tie-" + l.kind + (on ? "" : " dim") + (chosen ? " lit" : ""),
      "stroke-width": (WIDTHS[l.band] || 1.6) * (narrow ? 0.7 : 1) + (chosen ? 1.2 : 0),
    });
  });
  lines.sort((a, b) => a.classList.contains("lit") - b.classList.contains("lit"));
  const heads = columnNames(plan.columns).map((name, c) => {
    const s = plan.stops.find((stop) => stop.column === c);
    const x = s ? s.x : 0;
    const words = narrow ? name.replace("Target employers", "Employers").replace("People inside", "Inside") : name;
    return s ? svg("text", { class: "column", x: c && narrow ? (c === plan.columns - 1 ? x + 38 : x) : x - 10, y: 24, "text-anchor": narrow && c ? (c === plan.columns - 1 ? "end" : "middle") : "start" }, words) : null;
  });
  const stops = plan.stops.slice().sort((a, b) => a.column - b.column || a.y - b.y);
  const drawing = svg(
    "svg",
    { id: "paths-svg", class: narrow ? "narrow" : "", width: width * zoom, height: height * zoom, viewBox: "0 0 " + width + " " + height, role: "group", "aria-label": "Paths from you to target employers" },
    heads,
    svg("g", { fill: "none" }, lines),
    stops.map((s) => stopNode(s, narrow, room(s), seen))
  );
  show(box, pathsIntro(), drawing, legend());
};

function pathsIntro() {
  const reached = new Set(D.ways.filter((way) => way.where === "now").map((way) => way.target)).size;
  const rest = D.targets.length - reached;
  if (!D.targets.length) return noTargets();
  const list = "the list " + (matchMedia("(max-width: 900px)").matches ? "below" : "at the right") + " says whom to ask.";
  if (!reached && D.ways.length) return el("p", { class: "intro" }, "No path to anybody inside yet; these lead to people who left, or who are in the same group.");
  if (!reached) return el("p", { class: "intro" }, "No path to " + (rest === 1 ? targetName(0) : "your target employers") + " yet, on the evidence we have; " + list);
  const text =
    "You reach " + reached + " of " + plural(D.targets.length, "target employer") + (rest ? "; for the other " + (rest === 1 ? "one" : rest) + " you can see whom to ask." : ".") + " Choose a path to see why we think it holds.";
  return el("p", { class: "intro" }, text);
}

function noTargets() {
  return [
    el("p", { class: "intro" }, "No target employers yet, so there are no paths to show. Name the places where you would like to work, and make this page again:"),
    el("p", {}, el("code", {}, 'netgraph target add "NAME OF THE EMPLOYER"')),
    el("p", { class: "intro" }, "Until then Bridges, Map and People show whom you know."),
  ];
}

function legend() {
  const sample = (kind) => svg("svg", { width: 34, height: 10, "aria-hidden": "true" }, svg("path", { d: "M1 5H33", class: "tie tie-" + kind, "stroke-width": 2.4 }));
  return el(
    "p",
    { class: "legend" },
    el("span", {}, sample("seen"), " seen in your files, or said"),
    el("span", {}, sample("inferred"), " concluded only: they may know each other"),
    el("span", {}, sample("former"), " used to work there, or in its group"),
    el("span", {}, "A thicker line is a closer tie.")
  );
}
