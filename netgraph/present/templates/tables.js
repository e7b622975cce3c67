// Bridges, employers and people as tables; every answer stands here without any drawing.
const ROWS = 200;
const people = { text: "", circle: -1, band: "", file: -1, employer: -1, sort: "closest" };

function table(id, heads, rows) {
  const head = el("tr", {}, heads.map((name) => el("th", { scope: "col" }, name)));
  const body = rows.map((cells) =>
    el("tr", {}, cells.map((cell, n) => el(n === 0 ? "th" : "td", { scope: n === 0 ? "row" : null, "data-head": heads[n] }, cell)))
  );
  return el("table", { id }, el("thead", {}, head), el("tbody", {}, body));
}

function targetButtons(list) {
  if (!list.length) return el("span", { class: "quiet" }, "none of your targets yet");
  const button = (t) => el("button", { type: "button", class: "link", on: { click: () => chooseTarget(t) } }, targetName(t));
  return el("ul", { class: "plain joins" }, list.map((t) => el("li", {}, button(t))));
}

function bridgeRow(bridge) {
  const joins = bridge.groups.slice(0, 3).map((g) => el("li", {}, wordingText(g)));
  if (bridge.groups.length > 3) joins.push(el("li", { class: "quiet" }, "and " + (bridge.groups.length - 3) + " more"));
  return [
    [el("span", { class: "rank" }, String(bridge.rank)), personButton(bridge.person), el("span", { class: "why" }, role(bridge.person)), stability(bridge.stability)],
    band(bridge.band),
    joins.length ? el("ul", { class: "plain joins" }, joins) : "",
    targetButtons(bridge.opens),
    [wordingText(bridge.reason), el("span", { class: "why" }, wordingText(bridge.loss))],
  ];
}

redraw.bridges = function () {
  const heads = ["Person", "Your tie", "Joins", "Opens", "Why, and what would be lost"];
  show(
    $("view-bridges"),
    el("h2", {}, "Bridges"),
    el("p", { class: "intro" }, "People who can take you to people you do not know. You are taken out of the count: you know everybody, so with you in it nobody would be a bridge."),
    D.bridges.length ? table("bridges-table", heads, D.bridges.map(bridgeRow)) : el("p", {}, "No bridges on the evidence we have."),
    D.everyday.length
      ? [
          el("h2", {}, "Everyday people who may reach further"),
          el("p", { class: "intro" }, "Hairdressers, neighbours, parents at school: they see more people in a week than most."),
          table("everyday-table", heads, D.everyday.map(bridgeRow)),
        ]
      : null
  );
};

function employerRow(t) {
  const target = D.targets[t];
  const best = D.ways.findIndex((way) => way.target === t);
  const open = () => openWay(best);
  const next = target.hints.length ? ["Ask ", personButton(target.hints[0][0]), ": ", wordingText(target.hints[0][1])] : "";
  return [
    el("button", { type: "button", class: "link strong", on: { click: () => chooseTarget(t) } }, targetName(t)),
    [STATE_WORDS[target.state] || target.state, " ", target.state === "not reached" ? null : band(target.band)],
    [plural(target.insiders, "person", "people") + " now", el("span", { class: "why" }, target.former ? target.former + " formerly" : "")],
    best >= 0 ? el("button", { type: "button", class: "link", on: { click: open } }, chain(D.ways[best])) : el("span", {}, "No path on the evidence we have."),
    best >= 0 ? (target.independent > 1 ? target.independent + " different people to ask first" : "One person to ask first, no alternative yet") : next,
    wordingText(target.blind),
  ];
}

redraw.employers = function () {
  const heads = ["Employer", "How well reached", "Known inside", "Best path", "Alternatives, or whom to ask", "What is missing"];
  show(
    $("view-employers"),
    el("h2", {}, "Target employers"),
    D.targets.length ? table("employers-table", heads, D.order.map(employerRow)) : el("p", {}, "You have not named any target employers yet.")
  );
};

function matches(p) {
  const person = D.people[p];
  if (p === D.me) return false;
  if (people.circle >= 0 && person.circle !== people.circle) return false;
  if (people.band && (person.band || "none") !== people.band) return false;
  if (people.file >= 0 && !person.files.includes(people.file)) return false;
  if (people.employer >= 0 && !person.stays.some((s) => s[0] === people.employer)) return false;
  return found(p, people.text);
}

function found(p, text) {
  const person = D.people[p];
  const hay = (personName(p) + " " + masked(person.occ) + " " + person.stays.map((s) => masked(s[1]) + " " + employerName(s[0])).join(" ")).toLowerCase();
  return text.toLowerCase().split(/\s+/).every((word) => hay.includes(word));
}

function sorted(list) {
  const closeness = (p) => {
    const at = BANDS.indexOf(D.people[p].band);
    return at < 0 ? 9 : at;
  };
  const byName = (a, b) => (state.hide ? D.people[a].n - D.people[b].n : personName(a).localeCompare(personName(b)));
  const orders = {
    closest: (a, b) => closeness(a) - closeness(b) || byName(a, b),
    name: byName,
    latest: (a, b) => D.people[b].last.localeCompare(D.people[a].last) || byName(a, b),
    oldest: (a, b) => (D.people[a].last || "9").localeCompare(D.people[b].last || "9") || byName(a, b),
  };
  return list.sort(orders[people.sort]);
}

function matching() {
  return sorted(D.people.map((_, p) => p).filter(matches));
}

function personRow(p) {
  const person = D.people[p];
  const rank = D.ranks.get(p);
  return [
    [personButton(p), rank ? [" ", el("span", { class: "pill" }, "bridge " + rank)] : null],
    role(p),
    person.band ? band(person.band) : el("span", { class: "quiet" }, "through others"),
    person.last ? day(person.last) : el("span", { class: "quiet" }, "none seen"),
    circleName(person.circle),
  ];
}

function drawRows() {
  const list = matching();
  const note = list.length > ROWS ? "The first " + ROWS + " of " + list.length.toLocaleString("en") + "; search or filter to see the others." : plural(list.length, "person", "people") + ".";
  show(
    $("people-rows"),
    el("p", { class: "quiet", id: "people-count" }, note),
    table("people-table", ["Person", "Role", "Your tie", "Last contact seen", "Circle"], list.slice(0, ROWS).map(personRow))
  );
}

function choice(label, key, options) {
  const change = (event) => {
    people[key] = typeof people[key] === "number" ? Number(event.target.value) : event.target.value;
    drawRows();
  };
  const list = options.map(([value, name]) => el("option", { value, selected: people[key] === value }, name));
  return el("label", { class: "filter" }, label, " ", el("select", { "data-filter": key, on: { change } }, list));
}

function topEmployers() {
  const counts = new Map();
  for (const person of D.people) for (const e of new Set(person.stays.map((s) => s[0]))) if (e >= 0) counts.set(e, (counts.get(e) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 200);
}

redraw.people = function () {
  const input = (event) => {
    people.text = event.target.value;
    drawRows();
  };
  const sources = [...new Set(D.people.flatMap((person) => person.files))].sort((a, b) => a - b);
  const bands = BANDS.map((word) => [word, word]).concat([["none", "through others"]]);
  show(
    $("view-people"),
    el("h2", {}, "People"),
    el(
      "div",
      { class: "filters" },
      el("label", { class: "filter" }, "Name, role or employer ", el("input", { id: "people-text", type: "search", value: people.text, on: { input } })),
      choice("Circle", "circle", [[-1, "all"]].concat(D.circles.map((_, c) => [c, circleName(c)]))),
      choice("Your tie", "band", [["", "all"]].concat(bands)),
      choice("Employer", "employer", [[-1, "all"]].concat(topEmployers().map(([e, n]) => [e, employerName(e) + " (" + n + ")"]))),
      choice("Found in", "file", [[-1, "all files"]].concat(sources.map((f) => [f, masked(D.strings[f], "a file")]))),
      choice("Order", "sort", [["closest", "closest first"], ["name", "by name"], ["latest", "last contact, newest"], ["oldest", "last contact, oldest"]])
    ),
    el("div", { id: "people-rows" })
  );
  drawRows();
};
