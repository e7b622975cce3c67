// What to ask, a draft to copy, and what was noted of somebody: beside the evidence, never done by itself.
const HIDDEN_NAMES = "Drafts and your own notes may hold names; they are not shown while names are hidden.";

function approachOf(way) {
  const place = D.steps && !state.hide ? D.steps.of_way[D.ways.indexOf(way)] : -1;
  return place >= 0 ? D.steps.approaches[place] : null;
}

function notesList(notes) {
  return notes.map((note) => el("p", { class: "quiet" }, clean(note)));
}

function askBlock(approach, whether) {
  const item = ([topic, question]) => el("li", {}, el("span", { class: "side-word" }, topic), clean(question));
  return [
    el("h3", {}, "What to ask ", el("bdi", {}, personName(approach.person))),
    whether,
    el("ul", { class: "plain joins asks" }, approach.asks.map(item)),
    ...notesList(approach.notes),
  ];
}

// What only you can fill in stands out.
function withBlanks(text) {
  return text.split(/(\[[^\]\n]*\])/).map((part, n) => (n % 2 ? el("mark", {}, part) : part));
}

function select(node) {
  const range = document.createRange();
  range.selectNodeContents(node);
  const chosen = getSelection();
  chosen.removeAllRanges();
  chosen.addRange(range);
}

// In a frame that may not write to the clipboard the text is selected, for the reader to copy.
async function copy(node, button, what) {
  try {
    await navigator.clipboard.writeText(node.textContent);
  } catch (refused) {
    select(node);
    if (!document.execCommand("copy")) {
      say("Selected: " + what + ". Press Ctrl+C, or Command+C, to copy it.");
      return;
    }
  }
  button.textContent = "Copied";
  setTimeout(() => (button.textContent = "Copy"), 2500);
  say("Copied: " + what);
}

function draftPart([what, text]) {
  const lines = text.split("\n").map(clean).join("\n");
  const body = el("div", { class: "letter" }, withBlanks(lines));
  const button = el("button", { type: "button", class: "copy", "aria-label": "Copy: " + what }, "Copy");
  button.addEventListener("click", () => copy(body, button, what));
  return el("div", { class: "draft-part" }, el("p", { class: "draft-head" }, el("strong", {}, what), button), body);
}

function draftBlock(approach) {
  const { parts, blanks, notes } = approach.draft;
  return [
    el("h3", {}, "A first message to ", el("bdi", {}, personName(approach.person))),
    el("p", { class: "quiet" }, "To read, change and send yourself; this page sends nothing."),
    ...notesList(notes),
    blanks.length ? el("div", { class: "note" }, el("strong", {}, "For you to fill in"), el("ul", { class: "plain joins blanks" }, blanks.map((blank) => el("li", {}, clean(blank))))) : null,
    el("details", { class: "rest draft" }, el("summary", {}, "Show the draft"), parts.map(draftPart)),
  ];
}

function draftFor(way) {
  if (D.steps && state.hide) return el("p", { class: "quiet" }, HIDDEN_NAMES);
  const approach = approachOf(way);
  return approach ? draftBlock(approach) : null;
}

// Notes are the reader's own words; nothing tells whose names stand in them.
function ownNote(note) {
  return note && !state.hide ? el("span", { class: "why" }, "Your note: " + clean(note)) : null;
}

function logLine([, on, what, about, outcome, note, next]) {
  const words = [what, about ? "about " + masked(clean(about)) : "", outcome].filter(Boolean).join(", ");
  return el("li", {}, day(on) + ": " + words, ownNote(note), next ? el("span", { class: "why" }, "Next step noted for " + day(next)) : null);
}

function dueWords(iso) {
  const late = Math.round((Date.parse(D.as_of) - Date.parse(iso)) / 864e5);
  if (late > 0) return "since " + day(iso) + ", " + plural(late, "day") + " ago";
  return late ? "on " + day(iso) : "today";
}

function dueLine(one) {
  const [, , what, iso, why, about, note] = one;
  return [
    el("p", { class: "hop-head" }, what, about ? ", about " + masked(clean(about), "an employer") : "", " ", el("span", { class: "quiet" }, dueWords(iso))),
    el("span", { class: "why" }, why),
    ownNote(note),
  ];
}

// As it stood when the page was made; what is done since is noted with netgraph log.
function ownSteps(p) {
  if (!D.steps || p === D.me) return null;
  const lines = D.steps.log.filter((line) => line[0] === p);
  const next = D.steps.due.find((one) => one[0] === p);
  if (!lines.length && !next) return null;
  return [
    next ? [el("h3", {}, "Next step"), el("div", { class: "note next" }, dueLine(next))] : null,
    lines.length ? [el("h3", {}, "What you noted"), el("ul", { class: "plain joins log" }, lines.map(logLine))] : null,
    el("p", { class: "more" }, "As of " + day(D.as_of) + ". To add to it: ", el("code", {}, "netgraph log")),
  ];
}
