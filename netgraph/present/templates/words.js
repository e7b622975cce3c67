// Names and sentences as they may be shown now.
const BANDS = ["strong", "good", "fair", "weak", "unknown"];
const KIND_WORDS = {
  seen: "Seen in your files",
  said: "Said by you or somebody you know",
  inferred: "Concluded, not seen: they may know each other",
};
const STATE_WORDS = {
  direct: "You know somebody inside",
  "through bridges": "Through bridges",
  "not reached": "Not reached yet",
};

function personName(p) {
  if (p < 0) return "somebody";
  if (p === D.me) return "You";
  const person = D.people[p];
  return state.hide || !person.name ? "Person " + person.n : person.name;
}

// While names are hidden, a free text with any word of anybody's name is not shown.
function masked(text, instead) {
  if (!state.hide || !text) return text;
  const telling = text.includes("@") || wordsOf(text).some((word) => D.nameWords.has(word));
  return telling ? instead || "" : text;
}

function employerName(e) {
  return e < 0 ? "" : masked(D.employers[e].name, D.employers[e].alias);
}

function targetName(t) {
  return t < 0 ? "" : masked(D.targets[t].name, D.targets[t].alias);
}

function circleName(c) {
  return c < 0 ? "" : wordingText(D.circles[c].name);
}

function wordingText(wording) {
  const [full, plain] = wording;
  if (full && !state.hide) return clean(full);
  return plain.map((part) => (typeof part === "string" ? part : refText(part))).join("");
}

// The short sentence made of structure: who leads to whom, without the evidence.
function plainText(wording) {
  return wordingText(["", wording[1]]);
}

function day(iso) {
  const [year, month, date] = iso.split("-").map(Number);
  if (!date) return iso;
  const name = new Date(Date.UTC(year, month - 1, 1)).toLocaleDateString("en-US", { month: "short", timeZone: "UTC" });
  return date + " " + name + " " + year;
}

function refText([kind, at]) {
  if (kind === "p") return personName(at);
  return kind === "t" ? targetName(at) : employerName(at);
}

function role(p) {
  const person = D.people[p];
  const stay = person.stays.find((s) => s[3] !== false);
  if (!stay) return masked(person.occ) || formerRole(person.stays[0]);
  const title = masked(stay[1] || person.occ);
  const place = employerName(stay[0]);
  return title && place ? title + ", " + place : title || place;
}

function formerRole(stay) {
  return stay ? "formerly " + [masked(stay[1]), employerName(stay[0])].filter(Boolean).join(", ") : "";
}

function files(person) {
  return [...new Set(person.files.map((f) => masked(D.strings[f], "a file")))].filter(Boolean);
}

const BAND_TITLES = {
  strong: "In touch often and lately, both ways, or you said so",
  good: "In touch more than once in a while",
  fair: "In touch now and then",
  weak: "In touch rarely or long ago",
  unknown: "Nothing in your files says how close you are; that is not the same as weak",
};

function band(word) {
  const filled = { weak: 1, fair: 2, good: 3, strong: 4 }[word] || 0;
  const bars = [1, 2, 3, 4].map((n) => el("i", { class: n <= filled ? "bar on" : "bar" }));
  const known = filled ? el("span", { class: "bars", "aria-hidden": "true" }, bars) : null;
  return el("span", { class: "band band-" + (filled ? word : "unknown"), title: BAND_TITLES[word] }, known, word || "no tie seen");
}

const STABLE_WORDS = {
  firm: "stays among the first five in nearly every way the uncertain ties may turn out",
  likely: "stays among the first five more often than not when the uncertain ties turn out otherwise",
  fragile: "leaves the first five easily when the uncertain ties turn out otherwise, or a tie is unknown",
};

// How firm a place among the first five is; nothing for all the others.
function stability(word) {
  if (!word) return null;
  return el("span", { class: "why", title: STABLE_WORDS[word] || "" }, "among the first five: " + word);
}

// What a tie is worth in words; one that is only concluded never gets a strength.
function tieWords(kind, word) {
  if (kind !== "inferred") return [band(word), el("span", { class: "quiet" }, kind === "seen" ? "seen in your files" : "as you or others said")];
  return el("span", { class: "quiet" }, word === "strong" || word === "good" ? "probably know each other; concluded, not seen" : "may know each other; concluded, not seen");
}

function tag(kind) {
  return el("span", { class: "tag tag-" + kind, title: KIND_WORDS[kind] || "" }, kind);
}

function personButton(p) {
  if (p === D.me) return el("strong", {}, "You");
  return el("button", { type: "button", class: "link name", on: { click: () => openPerson(p) } }, el("bdi", {}, personName(p)));
}

function chain(way) {
  return way.people.map(personName).concat(targetName(way.target)).join(" → ");
}

function proofItem(proof) {
  const [kind, text, file, place, date] = proof;
  const from = [masked(D.strings[file], "a file"), masked(place), date ? day(date) : ""].filter(Boolean).join(", ");
  return el(
    "li",
    { class: "proof" },
    tag(kind),
    " ",
    masked(D.strings[text], "evidence that names somebody"),
    from ? el("span", { class: "from" }, from) : null
  );
}
