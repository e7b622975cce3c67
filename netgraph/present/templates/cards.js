// The card at the right: a path with its evidence, or a person.
const SHOWN_PROOFS = 2;
const FEW_FILES = 3;
const FEW_TIES = 12;

function closeCard() {
  state.way = -1;
  state.person = -1;
  refresh();
}

function cardFrame(title, kids, label) {
  return el(
    "section",
    { class: "card", "aria-label": label },
    el("button", { type: "button", class: "close", "aria-label": "Close (Esc)", on: { click: closeCard } }, "×"),
    el("h2", {}, title),
    kids
  );
}

function drawCard() {
  if (state.way >= 0) show($("card"), wayCard(D.ways[state.way]));
  else if (state.person >= 0) show($("card"), personCard(state.person));
  else show($("card"));
}

function hop(way, k) {
  const tie = D.ties[way.ties[k]];
  const weakest = way.weakest === k && way.ties.length > 1;
  return el(
    "li",
    { class: weakest ? "hop weakest" : "hop" },
    el("p", { class: "hop-head" }, personButton(way.people[k]), " → ", personButton(way.people[k + 1])),
    el("p", { class: "hop-tie" }, tie ? tieWords(tie[2], tie[3]) : null, weakest ? el("em", {}, "least certain step") : null),
    tie ? proofList(proofsOf(tie)) : null
  );
}

// What the tie rests on most comes first; the rest is one click away, and printed.
function proofList(proofs) {
  const first = proofs.length > SHOWN_PROOFS + 1 ? proofs.slice(0, SHOWN_PROOFS) : proofs;
  const rest = proofs.slice(first.length);
  return [
    el("ul", { class: "proofs" }, first.map(proofItem)),
    rest.length ? el("details", { class: "rest" }, el("summary", {}, plural(rest.length, "more piece") + " of evidence"), el("ul", { class: "proofs" }, rest.map(proofItem))) : null,
  ];
}

function insideStep(way) {
  if (!way.inside) return null;
  const last = way.people[way.people.length - 1];
  const [employer, title, period, current] = way.inside;
  const words = [masked(title), employerName(employer), period].filter(Boolean).join(", ");
  const verb = { formerly: " was at ", parent: " is in the same group as " }[way.where] || (current === false ? " was at " : " is at ");
  return el(
    "li",
    { class: "hop" },
    el("p", { class: "hop-head" }, personButton(last), verb, el("strong", {}, targetName(way.target))),
    el("p", { class: "quiet" }, words),
    way.proof ? el("ul", { class: "proofs" }, proofItem(way.proof)) : null
  );
}

// What to ask the first person on a path: needs and key people, never for a job.
function asksFor(way) {
  const goal = targetName(way.target);
  const approach = approachOf(way);
  const steps = way.ties.map((k, n) => ({ tie: D.ties[k], from: way.people[n], to: way.people[n + 1] }));
  const guess = steps.slice(1).find((step) => step.tie && step.tie[2] === "inferred");
  const first = personName(way.people[Math.min(1, way.people.length - 1)]);
  const next = way.people.length > 2 ? personName(way.people[2]) : "";
  const asks = next
    ? ["How well do you know " + next + ", and would a short call be welcome?", "May I send you a few lines about what I would like to learn, for you to pass on?", "Who else do you know at " + goal + ", or near it?"]
    : ["What does " + goal + " need most just now?", "Who are the people to know there, and how do others come to work there?", "Whom else should I talk to?"];
  const whether = guess ? el("p", { class: "quiet" }, "First whether " + personName(guess.from) + " and " + personName(guess.to) + " know each other: that is concluded, not seen.") : null;
  if (approach) return askBlock(approach, whether);
  return [
    el("h3", {}, "What to ask ", el("bdi", {}, first)),
    whether,
    el("ul", { class: "plain joins asks" }, asks.map((ask) => el("li", {}, ask))),
    el("p", { class: "more" }, "More, by where they stand: ", el("code", {}, "netgraph ask PERSON --for EMPLOYER")),
  ];
}

function wayCard(way) {
  const weakest = plainText(way.weakest_why);
  return cardFrame(
    "Way in to " + targetName(way.target),
    [
      el("p", { class: "lead" }, plainText(way.reason)),
      el("p", {}, "Chance: ", band(way.band), " ", stability(way.stability)),
      weakest && way.ties.length > 1 ? el("p", { class: "quiet" }, weakest) : null,
      el("h3", {}, "Why we think so"),
      el("ol", { class: "hops" }, way.ties.map((_, k) => hop(way, k)), insideStep(way)),
      asksFor(way),
      draftFor(way),
      way.basis ? el("p", { class: "more" }, "The chance rests on: " + masked(way.basis) + ".") : null,
      state.tab === "map" ? null : el("button", { type: "button", on: { click: () => openTab("map") } }, "Show on the map"),
    ],
    "Evidence for this path"
  );
}

function fact(name, value) {
  return value ? [el("dt", {}, name), el("dd", {}, value)] : null;
}

function stayLine([employer, title, period, current]) {
  const left = current === false ? "formerly" : "";
  return el("li", {}, [masked(title), employerName(employer), period, left].filter(Boolean).join(", "));
}

function tieLine(p, k) {
  const tie = D.ties[k];
  const other = tie[0] === p ? tie[1] : tie[0];
  return el(
    "li",
    {},
    el("p", { class: "hop-head" }, personButton(other)),
    el("p", { class: "hop-tie" }, tieWords(tie[2], tie[3])),
    proofList(proofsOf(tie))
  );
}

function bridgeFacts(p) {
  const bridge = D.bridgeOf.get(p);
  if (!bridge) return null;
  const rank = D.ranks.get(p);
  return el(
    "div",
    { class: "note" },
    el("strong", {}, rank ? "Bridge no. " + rank : "May reach further than you think"),
    el("p", {}, wordingText(bridge.reason)),
    bridge.groups.length ? el("p", { class: "quiet" }, "Joins " + bridge.groups.map((group) => wordingText(group)).join(" · ")) : null
  );
}

function wayLinks(p) {
  const ways = D.waysOf[p].slice(0, 6);
  if (!ways.length || p === D.me) return null;
  const line = (k) =>
    el("li", {}, el("button", { type: "button", class: "link", on: { click: () => openWay(k) } }, chain(D.ways[k])));
  return [el("h3", {}, "Ways in that use this person"), el("ul", { class: "plain" }, ways.map(line))];
}

function tieList(p) {
  const rank = (k) => ["seen", "said", "inferred"].indexOf(D.ties[k][2]) * 10 + BANDS.indexOf(D.ties[k][3]);
  const ties = D.tiesOf[p].slice().sort((a, b) => rank(a) - rank(b));
  if (!ties.length) return el("p", { class: "quiet" }, "No ties on the evidence we have.");
  const shown = ties.slice(0, FEW_TIES);
  const list = el("ul", { class: "plain ties" }, shown.map((k) => tieLine(p, k)));
  const unfold = (event) => {
    const first = ties.slice(FEW_TIES).map((k) => tieLine(p, k));
    list.append(...first);
    event.target.remove();
    first[0].querySelector("button, strong").focus();
  };
  return [
    el("h3", {}, "Ties and why (" + ties.length.toLocaleString("en") + ")"),
    list,
    ties.length > shown.length ? el("button", { type: "button", id: "all-of-them", on: { click: unfold } }, "Show the other " + (ties.length - shown.length).toLocaleString("en")) : null,
  ];
}

// A long path breaks after a folder first; many files stand behind one line.
function fileList(person) {
  const broken = (file) => file.split(/(?<=\/)/).flatMap((step, n) => (n ? [el("wbr"), step] : [step]));
  const list = files(person);
  if (!list.length) return null;
  const all = el("ul", { class: "plain" }, list.map((file) => el("li", {}, broken(file))));
  return list.length > FEW_FILES ? el("details", { class: "rest" }, el("summary", {}, plural(list.length, "file")), all) : all;
}

function profileLink(person) {
  if (!person.link || state.hide || !/^https:\/\/([a-z]{2,3}\.)?linkedin\.com\/in\/[\w%.-]+\/?$/i.test(person.link)) return null;
  return el("a", { href: person.link, target: "_blank", rel: "noopener noreferrer" }, "LinkedIn profile");
}

function personCard(p) {
  const person = D.people[p];
  return cardFrame(
    personName(p),
    [
      el("p", { class: "lead" }, role(p)),
      bridgeFacts(p),
      el(
        "dl",
        { class: "facts" },
        p === D.me ? null : fact("Your tie", person.band ? band(person.band) : "none seen; you may reach them through others"),
        fact("Last contact seen", person.last ? day(person.last) : ""),
        fact("First sign of you two", person.since),
        fact("Circle", circleName(person.circle)),
        fact("Found in", fileList(person)),
        fact("Profile", profileLink(person))
      ),
      ownSteps(p),
      person.stays.length ? [el("h3", {}, "Places"), el("ul", { class: "plain" }, person.stays.map(stayLine))] : null,
      wayLinks(p),
      tieList(p),
      person.xy && state.tab !== "map" ? el("button", { type: "button", on: { click: () => openTab("map") } }, "Show on the map") : null,
    ],
    "About this person"
  );
}
