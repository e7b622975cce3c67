// Bridges and employers as tables; every answer stands here without any drawing.
const NAMED = 5;
const HINTS = 3;

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

const ADDED_WORDS = {
  most: "most of your reach of ",
  much: "much of your reach of ",
  some: "some of your reach of ",
  "a little": "a little of your reach of ",
};

// What the place in the list comes from, part by part; numbers of chances stand in no screen.
function madeOf(bridge) {
  const parts = [el("li", {}, "your tie: ", band(bridge.band))];
  for (const [t, much, said] of bridge.adds) parts.push(el("li", {}, (ADDED_WORDS[much] || "a part of your reach of ") + targetName(t), said ? el("span", { class: "quiet" }, " (as said)") : null));
  if (!bridge.adds.length) parts.push(el("li", { class: "quiet" }, "nothing for your targets yet"));
  if (bridge.introduced) parts.push(el("li", {}, "brought " + plural(bridge.introduced, "person", "people") + " to you before"));
  if (bridge.alone) parts.push(el("li", {}, plural(bridge.alone, "person", "people") + " you reach through them alone"));
  return el("ul", { class: "plain joins" }, parts);
}

function sides(bridge) {
  const [one, ...others] = bridge.groups.map((group) => el("bdi", {}, wordingText(group)));
  if (!one) return el("span", { class: "quiet" }, "no two groups seen");
  if (!others.length) return el("p", {}, el("span", { class: "side-word" }, "belongs to"), one);
  return [
    el("p", {}, el("span", { class: "side-word" }, "on one side"), one),
    el("span", { class: "side-word" }, "on the other"),
    el("ul", { class: "plain joins" }, others.map((group) => el("li", {}, group))),
  ];
}

function bridgeRow(bridge) {
  const why = el("details", { class: "rest" }, el("summary", {}, "Why, and on what evidence"), el("p", {}, wordingText(bridge.reason)), el("ul", { class: "proofs" }, bridge.proofs.map(proofItem)));
  return [
    [el("span", { class: "rank" }, String(bridge.rank)), personButton(bridge.person), el("span", { class: "why" }, role(bridge.person)), stability(bridge.stability)],
    sides(bridge),
    targetButtons(bridge.opens),
    [el("p", {}, wordingText(bridge.loss)), why],
    madeOf(bridge),
  ];
}

redraw.bridges = function () {
  const heads = ["Person", "Groups they link", "Employers they open", "Without them", "What the place is made of"];
  show(
    $("view-bridges"),
    el("h2", {}, "Bridges"),
    el("p", { class: "intro" }, "People who can take you to people you do not know. You are taken out of the count: you know everybody, so with you in it nobody would be a bridge." + (D.targets.length ? " First comes who would take away most of your reach of your target employers." : "")),
    D.bridges.length ? table("bridges-table", heads, D.bridges.map(bridgeRow)) : el("p", {}, "No bridges on the evidence we have."),
    wantedBlock(),
    D.everyday.length
      ? [
          el("h2", {}, "Everyday people who may reach further"),
          el("p", { class: "intro" }, "Hairdressers, neighbours, parents at school: they see more people in a week than most."),
          table("everyday-table", heads, D.everyday.map(bridgeRow)),
        ]
      : null
  );
};

// Without a tie between two contacts there is no bridge to find: say so, and what to add.
function wantedBlock() {
  if (!D.wanted.length) return null;
  const step = ([what, how]) => el("li", {}, what, " ", el("code", {}, how));
  return el(
    "section",
    { class: "note wanted" },
    el("strong", {}, "Nothing in your files says yet which of your people know one another."),
    el("p", {}, "Without that there are no bridges, only people at the same employer. The cheapest to add next, the least effort first:"),
    el("ol", {}, D.wanted.map(step))
  );
}

function insider([p, stay]) {
  const words = [masked(stay[1]), stay[2]].filter(Boolean).join(", ");
  const tie = D.people[p].band;
  return el("li", {}, personButton(p), words ? el("span", { class: "why" }, words) : null, tie ? band(tie) : el("span", { class: "why" }, "known through others"));
}

function insiders(title, list, count) {
  if (!count) return null;
  const rest = count - Math.min(list.length, NAMED);
  return [
    el("span", { class: "side-word" }, title + " (" + count.toLocaleString("en") + ")"),
    el("ul", { class: "plain joins" }, list.slice(0, NAMED).map(insider), rest > 0 ? el("li", { class: "quiet" }, "and " + rest.toLocaleString("en") + " more") : null),
  ];
}

function nearest(target) {
  if (!target.hints.length) return null;
  const item = ([p, why, ask]) => el("li", {}, personButton(p), el("span", { class: "why" }, wordingText(why)), el("span", { class: "ask" }, wordingText(ask)));
  return el("ul", { class: "plain joins nearest" }, target.hints.slice(0, HINTS).map(item));
}

function independent(target) {
  if (!target.through.length) return null;
  const first = target.through.map((p, n) => [n ? ", " : "", personButton(p)]);
  const lead = target.independent > 1 ? target.independent + " ways in that share nobody. Ask first: " : "One way in, no alternative yet. Ask first: ";
  return el("p", {}, lead, first);
}

function employerRow(t) {
  const target = D.targets[t];
  const best = D.ways.findIndex((way) => way.target === t);
  const known = target.insiders + target.former;
  const way = best >= 0 ? el("button", { type: "button", class: "link", on: { click: () => openWay(best) } }, chain(D.ways[best])) : "No path on the evidence we have.";
  return [
    el("button", { type: "button", class: "link strong", on: { click: () => chooseTarget(t) } }, targetName(t)),
    [STATE_WORDS[target.state] || target.state, " ", target.state === "not reached" ? null : band(target.band)],
    known ? [insiders("now", target.inside, target.insiders), insiders("formerly", target.left, target.former)] : el("span", { class: "quiet" }, "nobody yet"),
    [way, independent(target)],
    [target.blind[0] || target.blind[1].length ? el("p", {}, wordingText(target.blind)) : null, best >= 0 && target.independent > 1 ? null : [el("span", { class: "side-word" }, known ? "also worth asking" : "nobody yet: the nearest people, and what to ask"), nearest(target)]],
  ];
}

redraw.employers = function () {
  const heads = ["Employer", "How well reached", "Who is inside", "Ways in", "What is missing, and whom to ask"];
  show(
    $("view-employers"),
    el("h2", {}, "Target employers"),
    D.targets.length ? table("employers-table", heads, D.order.map(employerRow)) : noTargets()
  );
};
