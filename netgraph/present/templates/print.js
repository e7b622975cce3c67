// What is printed: two pages for a talk with a coach, whatever the screen shows.
const ON_PAPER = { targets: 8, ways: 2, bridges: 8, everyday: 4, quiet: 6 };

function short(text, most) {
  return shorten(text || "", most);
}

function paperWay(k) {
  const way = D.ways[k];
  return el(
    "li",
    {},
    el("span", { class: "chain" }, chain(way)),
    el("span", { class: "why" }, "Chance: " + way.band + ". " + short(shortWhy(way), 110) + ".", way.ties.length > 1 ? " " + short(plainText(way.weakest_why), 110) : null)
  );
}

function paperTarget(t) {
  const target = D.targets[t];
  const ways = D.ways.map((_, k) => k).filter((k) => D.ways[k].target === t);
  const hint = target.hints[0];
  const ask = hint ? el("p", { class: "why" }, "Nearest: " + personName(hint[0]) + ". " + short(wordingText(hint[2]), 110)) : null;
  const known = [target.insiders + " inside now", target.former ? target.former + " formerly" : "", target.independent + " independent " + (target.independent === 1 ? "way in" : "ways in")].filter(Boolean).join(", ");
  return el(
    "section",
    { class: "paper-target" },
    el("h3", {}, el("bdi", {}, short(targetName(t), 60)), el("span", { class: "quiet" }, " " + known)),
    ways.length ? el("ol", {}, ways.slice(0, ON_PAPER.ways).map(paperWay)) : [el("p", {}, "No path on the evidence we have. " + short(wordingText(target.blind), 120)), ask]
  );
}

function paperBridge(bridge) {
  const opens = bridge.opens.map(targetName).join(", ");
  const groups = bridge.groups.map(wordingText).join(" · ");
  return el(
    "li",
    {},
    el("strong", {}, el("bdi", {}, short(personName(bridge.person), 40))),
    " ",
    short(role(bridge.person), 60),
    el("span", { class: "why" }, short([opens ? "Opens " + opens + "." : "", groups ? "Links " + groups + "." : "", wordingText(bridge.loss)].filter(Boolean).join(" "), 200))
  );
}

// Close people nothing was heard of for three years or more: worth a word before any favour.
function longQuiet() {
  const close = D.people.map((_, p) => p).filter((p) => p !== D.me && D.people[p].last && silence(D.people[p].last) >= 3);
  return close.sort((a, b) => (D.people[a].last < D.people[b].last ? 1 : -1));
}

function most(count, all, what) {
  return all > count ? el("p", { class: "why" }, "The first " + count + " of " + all.toLocaleString("en") + " " + what + ".") : null;
}

function drawSummary() {
  const { targets, bridges, everyday, quiet } = ON_PAPER;
  const silent = longQuiet();
  const head = (title) => el("header", {}, el("h2", {}, title), el("p", { class: "why" }, $("title").textContent + " · " + $("banner").textContent.trim()));
  const list = (tag, kids) => el(tag, { class: tag === "ul" ? "plain" : "" }, kids);
  const first = el(
    "section",
    { class: "paper" },
    head("Ways in to the target employers"),
    el("p", {}, "Bands are words on purpose: strong, good, fair, weak, or unknown. “Concluded” means nobody was seen together; ask before you rely on it."),
    D.targets.length ? D.order.slice(0, targets).map(paperTarget) : el("p", {}, "No target employers are named yet."),
    most(targets, D.targets.length, "target employers")
  );
  const second = el(
    "section",
    { class: "paper" },
    head("Whom to talk to"),
    el("h3", {}, "Bridges"),
    D.bridges.length ? list("ol", D.bridges.slice(0, bridges).map(paperBridge)) : el("p", {}, "No bridges on the evidence we have."),
    most(bridges, D.bridges.length, "bridges"),
    D.everyday.length ? [el("h3", {}, "Everyday people who may reach further"), list("ul", D.everyday.slice(0, everyday).map(paperBridge))] : null,
    silent.length ? [el("h3", {}, "Silent for three years or more: reconnect first"), el("p", {}, silent.slice(0, quiet).map((p) => short(personName(p), 30) + " (" + day(D.people[p].last) + ")").join(" · ")), most(quiet, silent.length, "people")] : null,
    D.wanted.length ? [el("h3", {}, "Next evidence to add"), el("p", {}, D.wanted.slice(0, 2).map((step) => step[0]).join(" "))] : null,
    el("h3", {}, "Agreed in the talk"),
    el("div", { class: "lines" }, [1, 2, 3, 4].map(() => el("div", {})))
  );
  show($("summary"), first, second);
}
