// Everybody in one table. Only the rows in sight stand in the page, however many people there are.
const people = { text: "", circle: -1, band: "", kind: "", since: "", file: -1, employer: -1, sort: "closest" };
const AGES = { year: [0, 1, "within a year"], three: [1, 3, "one to three years ago"], longer: [3, 1000, "longer ago"] };
const SORTS = [["closest", "closest first"], ["name", "by name"], ["latest", "last contact, newest"], ["oldest", "last contact, oldest"]];
const HEADS = ["Person", "Role", "Your tie", "Last contact seen", "Circle"];
const AROUND = 8;
const rows = { list: [], shown: new Map(), body: null, box: null };

function tieWithMe(p) {
  if (!D.mine) {
    D.mine = new Map();
    if (D.me >= 0) for (const k of D.tiesOf[D.me]) D.mine.set(D.ties[k][0] === D.me ? D.ties[k][1] : D.ties[k][0], D.ties[k]);
  }
  return D.mine.get(p);
}

// Years since the last contact; by years alone where a redacted copy holds no more.
function silence(last) {
  const exact = last.length === 10 && D.as_of.length === 10;
  return exact ? (Date.parse(D.as_of) - Date.parse(last)) / 31556952000 : yearOf(D.as_of) - yearOf(last);
}

function wasIn(age, last) {
  if (age === "none") return !last;
  if (!last) return false;
  const [from, to] = AGES[age];
  const years_ = silence(last);
  return years_ >= from && years_ < to;
}

function matches(p) {
  const person = D.people[p];
  if (p === D.me || !inTime(p)) return false;
  if (people.circle >= 0 && person.circle !== people.circle) return false;
  if (people.band === "known" ? !BANDS.includes(person.band) || person.band === "unknown" : people.band && (person.band || "none") !== people.band) return false;
  if (people.kind && (tieWithMe(p) || [])[2] !== people.kind) return false;
  if (people.since && !wasIn(people.since, person.last)) return false;
  if (people.file >= 0 && !person.files.includes(people.file)) return false;
  if (people.employer >= 0 && !person.stays.some((s) => s[0] === people.employer)) return false;
  return found(p, people.text);
}

// What is searched, made once for each person and anew when names are hidden.
function found(p, text) {
  if (!text.trim()) return true;
  const key = state.hide ? "hayHidden" : "hay";
  const person = D.people[p];
  if (person[key] === undefined)
    person[key] = (personName(p) + " " + masked(person.occ) + " " + person.stays.map((s) => masked(s[1]) + " " + employerName(s[0])).join(" ")).toLowerCase();
  return text.toLowerCase().trim().split(/\s+/).every((word) => person[key].includes(word));
}

function nameOrder() {
  if (!D.nameOrder) {
    const collator = new Intl.Collator();
    D.nameOrder = [];
    D.people.map((person, p) => [person.name, p]).sort((a, b) => collator.compare(a[0], b[0]) || a[1] - b[1]).forEach(([, p], place) => (D.nameOrder[p] = place));
  }
  return D.nameOrder;
}

function sorted(list) {
  const place = nameOrder();
  const closeness = D.people.map((person) => (BANDS.includes(person.band) ? BANDS.indexOf(person.band) : 9));
  const byName = (a, b) => (state.hide ? D.people[a].n - D.people[b].n : place[a] - place[b]);
  const later = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  const orders = {
    closest: (a, b) => closeness[a] - closeness[b] || byName(a, b),
    name: byName,
    latest: (a, b) => later(D.people[b].last, D.people[a].last) || byName(a, b),
    oldest: (a, b) => later(D.people[a].last || "9", D.people[b].last || "9") || byName(a, b),
  };
  return list.sort(orders[people.sort]);
}

function matching() {
  return sorted(D.people.map((_, p) => p).filter(matches));
}

function personRow(p, at) {
  const person = D.people[p];
  const rank = D.ranks.get(p);
  const cells = [
    [personButton(p), rank ? [" ", el("span", { class: "pill" }, "bridge " + rank)] : null],
    role(p),
    person.band ? band(person.band) : el("span", { class: "quiet" }, "through others"),
    person.last ? day(person.last) : el("span", { class: "quiet" }, "none seen"),
    circleName(person.circle),
  ];
  const plainly = (cell) => (typeof cell === "string" && cell ? el("bdi", {}, cell) : cell);
  return el(
    "tr",
    { "aria-rowindex": at + 2, "data-row": at },
    cells.map((cell, n) => el(n ? "td" : "th", { scope: n ? null : "row", "data-head": HEADS[n], title: n && typeof cell === "string" ? cell : null }, plainly(cell)))
  );
}

function rowHeight() {
  return parseFloat(getComputedStyle(rows.box).getPropertyValue("--row")) || 44;
}

// The rows in sight and a few around them; one that holds the keyboard's place stays.
function fillRows() {
  const high = rowHeight();
  const from = Math.max(0, Math.floor(rows.box.scrollTop / high) - AROUND);
  const to = Math.min(rows.list.length, Math.ceil((rows.box.scrollTop + rows.box.clientHeight) / high) + AROUND);
  for (const [at, row] of rows.shown)
    if ((at < from || at >= to) && !row.contains(document.activeElement)) {
      row.remove();
      rows.shown.delete(at);
    }
  for (let at = from; at < to; at++) if (!rows.shown.has(at)) rows.shown.set(at, personRow(rows.list[at], at));
  const order = [...rows.shown.keys()].sort((a, b) => a - b);
  const wanted = [];
  let before = 0;
  for (const at of order) {
    if (at > before) wanted.push(gap(at - before, high));
    wanted.push(rows.shown.get(at));
    before = at + 1;
  }
  if (before < rows.list.length) wanted.push(gap(rows.list.length - before, high));
  for (const old of [...rows.body.children]) if (!wanted.includes(old)) old.remove();
  wanted.forEach((row, n) => rows.body.children[n] !== row && rows.body.insertBefore(row, rows.body.children[n] || null));
}

function gap(count, high) {
  const cell = el("td", { colspan: HEADS.length });
  cell.style.height = count * high + "px";
  return el("tr", { class: "gap", "aria-hidden": "true" }, cell);
}

// Arrows go from person to person, also to those who are not in sight yet.
function rowKeys(event) {
  const row = event.target.closest("tr[data-row]");
  if (!row || !event.target.matches(".name")) return;
  const at = Number(row.dataset.row);
  const page = Math.max(1, Math.floor(rows.box.clientHeight / rowHeight()) - 2);
  const steps = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: rows.list.length - 1 };
  if (!(event.key in steps)) return;
  event.preventDefault();
  const next = Math.min(rows.list.length - 1, Math.max(0, steps[event.key]));
  const high = rowHeight();
  const room = rows.box.clientHeight - high;
  if (next * high < rows.box.scrollTop) rows.box.scrollTop = next * high;
  if ((next + 1) * high > rows.box.scrollTop + room) rows.box.scrollTop = (next + 1) * high - room;
  fillRows();
  rows.shown.get(next).querySelector(".name").focus({ preventScroll: true });
  fillRows();
}

function peopleNow() {
  return [state.hide, state.when, state.year, JSON.stringify(people)].join();
}

function drawRows() {
  $("view-people").dataset.now = peopleNow();
  rows.list = matching();
  rows.shown = new Map();
  const all = D.people.length - (D.me >= 0 ? 1 : 0);
  const words = rows.list.length === all ? plural(all, "person", "people") + "." : rows.list.length.toLocaleString("en") + " of " + plural(all, "person", "people") + ".";
  rows.body = el("tbody", {});
  rows.box = el(
    "div",
    { id: "people-box", class: "rows", tabindex: 0, role: "region", "aria-label": "People, " + words, on: { scroll: fillRows } },
    el("table", { id: "people-table", "aria-rowcount": rows.list.length + 1, on: { keydown: rowKeys } }, el("thead", {}, el("tr", { "aria-rowindex": 1 }, HEADS.map((name) => el("th", { scope: "col" }, name)))), rows.body)
  );
  show($("people-rows"), el("p", { class: "quiet", id: "people-count" }, words), rows.list.length ? rows.box : el("p", {}, "Nobody fits. Take a filter away."));
  if (rows.list.length) fillRows();
}

function filterChanged() {
  drawRows();
  writeAddress();
  say($("people-count").textContent);
}

function choice(label, key, options) {
  const change = (event) => {
    people[key] = typeof people[key] === "number" ? Number(event.target.value) : event.target.value;
    filterChanged();
  };
  const list = options.map(([value, name]) => el("option", { value, selected: people[key] === value }, name));
  return el("label", { class: "filter" }, label, " ", el("select", { "data-filter": key, on: { change } }, list));
}

function topEmployers() {
  const counts = new Map();
  for (const person of D.people) for (const e of new Set(person.stays.map((s) => s[0]))) if (e >= 0) counts.set(e, (counts.get(e) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 200);
}

function peopleFilters() {
  const input = (event) => {
    people.text = event.target.value;
    filterChanged();
  };
  const sources = [...new Set(D.people.flatMap((person) => person.files))].sort((a, b) => a - b);
  const bands = [["known", "any known strength"], ...BANDS.map((word) => [word, word === "unknown" ? "strength unknown" : word]), ["none", "through others"]];
  const ages = [...Object.entries(AGES).map(([key, age]) => [key, age[2]]), ["none", "none seen"]];
  const search = el("label", { class: "filter" }, "Name, role or employer ", el("input", { id: "people-text", type: "search", value: people.text, on: { input } }));
  const choices = [
    choice("Circle", "circle", [[-1, "all"]].concat(D.circles.map((_, c) => [c, circleName(c)]))),
    choice("Your tie", "band", [["", "all"]].concat(bands)),
    choice("The tie is", "kind", [["", "of any kind"], ["seen", "seen in your files"], ["said", "said by you or others"], ["inferred", "concluded only"]]),
    choice("Last contact", "since", [["", "any time"]].concat(ages)),
    choice("Employer", "employer", [[-1, "all"]].concat(topEmployers().map(([e, n]) => [e, employerName(e) + " (" + n + ")"]))),
    choice("Found in", "file", [[-1, "all files"]].concat(sources.map((f) => [f, masked(D.strings[f], "a file")]))),
    choice("Order", "sort", SORTS),
  ];
  const open = !matchMedia("(max-width: 900px)").matches || Object.keys(people).some((key) => key !== "text" && key !== "sort" && people[key] !== "" && people[key] !== -1);
  return [el("div", { class: "filters" }, search), el("details", { class: "choices", open }, el("summary", {}, "Filters and order"), el("div", { class: "filters" }, choices))];
}

// The choices and rows stand as they are when nothing of them changed: focus and place stay.
redraw.people = function () {
  const box = $("view-people");
  if (box.firstChild && box.dataset.now === peopleNow()) {
    if (rows.list.length) fillRows();
    return;
  }
  show(box, el("h2", {}, "People"), timeBar(drawRows), peopleFilters(), el("div", { id: "people-rows" }));
  drawRows();
};
