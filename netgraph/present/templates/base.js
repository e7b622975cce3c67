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

function plural(count, one, many) {
  return count.toLocaleString("en") + " " + (count === 1 ? one : many || one + "s");
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

// Look-ups made once: whose ties are whose, which ways go through whom, who is a bridge.
function prepare(data) {
  D = data;
  D.strings = D.strings.map(clean);
  for (const list of [D.people, D.employers, D.targets]) for (const item of list) item.name = clean(item.name);
  D.tiesOf = D.people.map(() => []);
  D.ties.forEach((tie, k) => {
    D.tiesOf[tie[0]].push(k);
    D.tiesOf[tie[1]].push(k);
  });
  D.waysOf = D.people.map(() => []);
  D.ways.forEach((way, k) => way.people.forEach((p) => D.waysOf[p].push(k)));
  D.bridgeOf = new Map();
  for (const bridge of D.everyday.concat(D.bridges)) D.bridgeOf.set(bridge.person, bridge);
  D.ranks = new Map(D.bridges.map((bridge) => [bridge.person, bridge.rank]));
  D.order = [];
  for (const way of D.ways) if (!D.order.includes(way.target)) D.order.push(way.target);
  D.targets.forEach((_, t) => {
    if (!D.order.includes(t)) D.order.push(t);
  });
  D.nameWords = new Set();
  for (const person of D.people)
    for (const word of wordsOf(person.name)) if (word.length > 2) D.nameWords.add(word);
}

function wordsOf(text) {
  return text.toLowerCase().match(/\p{L}+/gu) || [];
}
