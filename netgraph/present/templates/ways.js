// The ranked list at the right: ways in by employer, and the employers nobody reaches yet.
const PER_TARGET = 5;
const unfolded = new Set();

// One line: the evidence for the last step, because that is the one the user cannot see.
function shortWhy(way) {
  const tie = D.ties[way.ties[way.ties.length - 1]];
  const text = masked(clean(way.said));
  if (!tie) return plainText(way.reason);
  if (D.redacted === "full" || !text) return tie[2] + " " + text;
  return (tie[2] === "inferred" ? "concluded: " : "") + text;
}

function wayButton(k) {
  const way = D.ways[k];
  return el(
    "button",
    {
      type: "button",
      class: "way",
      "data-way": k,
      "aria-pressed": String(state.way === k),
      on: { click: () => openWay(state.way === k ? -1 : k) },
    },
    el("span", { class: "way-top" }, band(way.band), el("span", { class: "quiet" }, way.ties.length === 1 ? "direct" : plural(way.ties.length, "step"))),
    el("span", { class: "chain" }, way.people.map((p, n) => [n ? " → " : "", el("span", { class: "name" }, personName(p))])),
    el("span", { class: "why" }, shortWhy(way))
  );
}

function hintItem([p, why, ask]) {
  return el(
    "li",
    {},
    personButton(p),
    el("span", { class: "why" }, wordingText(why)),
    el("span", { class: "why ask" }, wordingText(ask))
  );
}

function targetBlock(t) {
  const target = D.targets[t];
  const ways = D.ways.map((_, k) => k).filter((k) => D.ways[k].target === t);
  const head = el("h3", { class: "target-head" }, targetName(t), ways.length ? el("span", { class: "quiet" }, " " + plural(ways.length, "way")) : null);
  if (!ways.length) {
    return el(
      "section",
      { class: "target none" },
      head,
      el("p", {}, "No path on the evidence we have."),
      el("p", { class: "quiet" }, wordingText(target.blind)),
      target.hints.length ? [el("p", { class: "quiet" }, "Guesses, best first: who may know somebody there."), el("ul", { class: "plain hints" }, target.hints.map(hintItem))] : null
    );
  }
  const open = unfolded.has(t) || state.target === t || ways.indexOf(state.way) >= PER_TARGET;
  const shown = open ? ways : ways.slice(0, PER_TARGET);
  const unfold = () => {
    unfolded.add(t);
    drawWays();
  };
  return el(
    "section",
    { class: "target" },
    head,
    shown.map(wayButton),
    state.target === t && target.hints.length ? [el("p", { class: "quiet" }, "Also worth asking (guesses):"), el("ul", { class: "plain hints" }, target.hints.slice(0, 3).map(hintItem))] : null,
    shown.length < ways.length ? el("button", { type: "button", class: "link", on: { click: unfold } }, "Show all " + ways.length) : null
  );
}

function drawWays() {
  const choose = (event) => {
    state.target = Number(event.target.value);
    state.way = -1;
    refresh();
    $("filter").focus();
  };
  const options = D.order.map((t) => el("option", { value: t, selected: state.target === t }, targetName(t)));
  const targets = state.target < 0 ? D.order : [state.target];
  const intro = D.targets.length
    ? null
    : el("p", { class: "quiet" }, "You have not named any target employers yet. Add one with ", el("code", {}, "netgraph target add"), ".");
  show(
    $("ways"),
    el("h2", {}, "Ways in"),
    intro,
    D.targets.length
      ? el("label", { class: "filter" }, "Employer ", el("select", { id: "filter", on: { change: choose } }, el("option", { value: -1 }, "All target employers"), options))
      : null,
    targets.map(targetBlock)
  );
}
