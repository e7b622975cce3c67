// This week: what is due, the few people to ask, and whom to leave for later.
function goals(list) {
  return list.flatMap((t, n) => [n ? ", " : "", el("button", { type: "button", class: "link", on: { click: () => chooseTarget(t) } }, targetName(t))]);
}

function wayTo(p, t) {
  return D.ways.findIndex((way) => way.target === t && way.people[1] === p);
}

function proposal([p, targets, why, first]) {
  const k = targets.map((t) => wayTo(p, t)).find((place) => place >= 0);
  return el(
    "li",
    { class: "step" },
    el("p", { class: "hop-head" }, personButton(p), " ", D.people[p].band ? band(D.people[p].band) : null),
    el("p", {}, el("span", { class: "side-word" }, "for"), goals(targets)),
    why.length ? el("p", {}, el("span", { class: "side-word" }, "you two"), why.map((one) => masked(clean(one))).filter(Boolean).join("; ")) : null,
    first ? el("p", {}, el("span", { class: "side-word" }, "first"), first) : null,
    k === undefined ? null : el("button", { type: "button", on: { click: () => openWay(k) } }, "Why, what to ask, and a draft")
  );
}

function postponed([p, targets, why]) {
  return el("li", {}, el("p", { class: "hop-head" }, personButton(p)), el("span", { class: "side-word" }, "for"), goals(targets), el("span", { class: "why" }, why));
}

function dueItem(one) {
  const [p, name] = one;
  return el("li", { class: "step" }, p >= 0 ? personButton(p) : el("strong", { class: "name" }, state.hide ? "somebody" : clean(name)), dueLine(one));
}

function dueBlock() {
  const { due, soon } = D.steps;
  const rest = due.length - soon;
  return [
    el("h3", {}, "Due"),
    soon ? el("ol", { class: "plain steps due" }, due.slice(0, soon).map(dueItem)) : el("p", {}, "Nothing."),
    rest ? el("p", { class: "quiet" }, plural(rest, "more thing") + " later, the next on " + day(due[soon][3]) + ".") : null,
  ];
}

function planBlock(week) {
  if (!D.targets.length) return el("p", {}, "Say whom you want to reach first: ", el("code", {}, 'netgraph target add "EMPLOYER"'));
  const asks = week.ask.filter(([p]) => p >= 0);
  const later = week.later.filter(([p]) => p >= 0);
  return [
    asks.length ? el("ol", { class: "plain steps" }, asks.map(proposal)) : el("p", {}, week.nobody),
    later.length ? [el("h3", {}, "Left for later"), el("ul", { class: "plain steps later" }, later.map(postponed))] : null,
    week.unreached.length ? el("p", { class: "quiet" }, "Nobody you know leads yet to ", goals(week.unreached), "; Employers says whom to ask all the same.") : null,
  ];
}

redraw.week = function () {
  const week = D.steps.week;
  show(
    $("view-week"),
    el("h2", {}, "This week"),
    el("p", { class: "intro" }, "From " + day(week.of) + ", as it stood when this page was made. Nothing is sent, and nothing counts as done until you note it with ", el("code", {}, "netgraph log"), "."),
    state.hide ? el("p", { class: "quiet" }, HIDDEN_NAMES) : null,
    dueBlock(),
    el("h3", {}, "Whom to ask"),
    el("p", { class: "quiet" }, "A few at a time; " + week.asked + "."),
    planBlock(week)
  );
};

function weekRows() {
  const due = D.steps.due.slice(0, D.steps.soon).map(([p, name, what, iso, why, about]) => [what, p >= 0 ? personName(p) : state.hide ? "somebody" : name, masked(about), iso, why]);
  const ask = D.steps.week.ask.map(([p, targets, why, first]) => ["Ask", personName(p), targets.map(targetName).join("; "), "", [first, ...why.map((one) => masked(one))].filter(Boolean).join("; ")]);
  const later = D.steps.week.later.map(([p, targets, why]) => ["Left for later", personName(p), targets.map(targetName).join("; "), "", why]);
  return [["what", "person", "about", "due", "why"], ...due, ...ask, ...later];
}
