// The data, the state and the two ways of making elements. Text only ever enters as text.
let D = null;
const state = { tab: "paths", way: -1, person: -1, target: -1, hide: false, me: false, all: false, when: "", year: 0 };
const redraw = {};
const $ = (id) => document.getElementById(id);
const SVG = "http://www.w3.org/2000/svg";

function fill(node, attributes, kids) {
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "on") for (const [type, act] of Object.entries(value)) node.addEventListener(type, act);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...kids.flat(3).filter((kid) => kid !== null && kid !== undefined && kid !== ""));
  return node;
}

function el(tag, attributes, ...kids) {
  return fill(document.createElement(tag), attributes, kids);
}

function svg(tag, attributes, ...kids) {
  return fill(document.createElementNS(SVG, tag), attributes, kids);
}

function show(node, ...kids) {
  node.replaceChildren(...kids.flat(3).filter((kid) => kid));
}

function say(text) {
  $("live").textContent = text;
}

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

// Marks that turn the reading direction or are invisible could make one name look like another.
function clean(text) {
  return String(text).replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "");
}

// As toLocaleString("en") would, whose first use costs more than a whole view.
function grouped(count) {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

function plural(count, one, many) {
  return grouped(count) + " " + (count === 1 ? one : many || one + "s");
}

async function readData() {
  const node = $("data");
  if (!node.dataset.packed) return JSON.parse(node.textContent);
  const letters = atob(node.textContent);
  const bytes = new Uint8Array(letters.length);
  // a call for each letter would cost more than all else until the page answers
  for (let n = 0; n < letters.length; n += 1) bytes[n] = letters.charCodeAt(n);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return unpackedData(JSON.parse(await new Response(stream).text()));
}

// Most texts hold nothing to be cleaned: all are looked through at once.
function allClean(texts) {
  const whole = texts.join("");
  return clean(whole).length === whole.length ? texts : texts.map(clean);
}

// What is not shown when the page opens is made when it is first asked for.
function onUse(name, make) {
  const get = () => {
    const value = make();
    Object.defineProperty(D, name, { value });
    return value;
  };
  Object.defineProperty(D, name, { get, configurable: true });
}

// The evidence of a tie, the most telling first.
function proofsOf(tie) {
  if (typeof tie[4] === "number") tie[4] = D.later.proofs(tie[4]);
  return tie[4];
}

function tiesByPerson() {
  const of = D.people.map(() => []);
  D.ties.forEach(([left, right], k) => {
    of[left].push(k);
    of[right].push(k);
  });
  return of;
}

function waysByPerson() {
  const of = D.people.map(() => []);
  D.ways.forEach((way, k) => way.people.forEach((p) => of[p].push(k)));
  return of;
}

function allNameWords() {
  const words = new Set();
  for (const person of D.people) for (const word of wordsOf(person.name)) if (word.length > 2) words.add(word);
  return words;
}

// Look-ups: whose ties are whose, which ways go through whom, who is a bridge.
function prepare(data) {
  D = data;
  const strings = D.strings;
  onUse("strings", () => allClean(strings || D.later.strings()));
  for (const list of [D.people, D.employers, D.targets]) allClean(list.map((item) => item.name)).forEach((name, k) => (list[k].name = name));
  onUse("tiesOf", tiesByPerson);
  onUse("waysOf", waysByPerson);
  onUse("nameWords", allNameWords);
  D.bridgeOf = new Map();
  for (const bridge of D.everyday.concat(D.bridges)) D.bridgeOf.set(bridge.person, bridge);
  D.ranks = new Map(D.bridges.map((bridge) => [bridge.person, bridge.rank]));
  D.order = [];
  for (const way of D.ways) if (!D.order.includes(way.target)) D.order.push(way.target);
  D.targets.forEach((_, t) => {
    if (!D.order.includes(t)) D.order.push(t);
  });
}

function wordsOf(text) {
  return text.toLowerCase().match(/\p{L}+/gu) || [];
}
