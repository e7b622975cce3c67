// Tabs, keys, search and the address; then everything is started.
const TABS = ["paths", "week", "map", "bridges", "employers", "people"].filter((tab) => $("tab-" + tab));

function refresh() {
  redraw[state.tab]();
  drawCard();
  drawWays();
  writeAddress();
}

function openTab(tab, focus) {
  state.tab = TABS.includes(tab) ? tab : "paths";
  for (const name of TABS) {
    const chosen = name === state.tab;
    $("tab-" + name).setAttribute("aria-selected", String(chosen));
    $("tab-" + name).tabIndex = chosen ? 0 : -1;
    $("view-" + name).hidden = !chosen;
  }
  document.body.dataset.tab = state.tab;
  if (focus) $("tab-" + state.tab).focus();
  refresh();
}

// On a narrow screen the card stands below or above what was touched: bring it into sight.
function reveal() {
  const card = $("card").firstElementChild;
  if (card) card.scrollIntoView({ block: "nearest" });
  $("side").scrollTop = 0;
}

function openWay(k) {
  state.way = k;
  state.person = -1;
  refresh();
  if (k < 0) return;
  reveal();
  say("Path selected: " + chain(D.ways[k]));
}

function openPerson(p) {
  if (p === D.me) return;
  state.way = -1;
  state.person = p;
  refresh();
  reveal();
  say("Showing " + personName(p));
}

function chooseTarget(t, stay) {
  state.target = state.target === t ? -1 : t;
  state.way = -1;
  state.person = -1;
  if (stay || state.tab === "paths") refresh();
  else openTab("paths");
  say(state.target < 0 ? "All target employers" : "Only " + targetName(t));
}

function escape() {
  const open = document.querySelector("details[open]");
  if (open) open.open = false;
  $("search").value = "";
  $("found").hidden = true;
  if (state.way >= 0 || state.person >= 0) state.way = state.person = -1;
  else state.target = -1;
  refresh();
  say("Cleared");
}

function drawFound() {
  const text = $("search").value.trim();
  $("found").hidden = !text;
  if (!text) return;
  const targets = D.order.filter((t) => targetName(t).toLowerCase().includes(text.toLowerCase()));
  const hits = sorted(D.people.map((_, p) => p).filter((p) => p !== D.me && found(p, text)));
  const close = (act) => () => {
    $("found").hidden = true;
    act();
  };
  const item = (name, why, act) => el("button", { type: "button", class: "hit", on: { click: close(act) } }, el("span", { class: "name" }, name), el("span", { class: "why" }, why));
  const all = () => {
    people.text = text;
    openTab("people");
  };
  show(
    $("found"),
    targets.map((t) => item(targetName(t), "target employer", () => chooseTarget(t))),
    hits.slice(0, 8).map((p) => item(personName(p), role(p), () => openPerson(p))),
    hits.length > 8 ? item("See all " + hits.length, "in the People view", all) : null,
    hits.length + targets.length ? null : el("p", { class: "quiet" }, "Nobody found.")
  );
}

// All that is chosen, so that the address alone brings the same screen back.
function address() {
  const parts = ["tab=" + state.tab];
  for (const key of ["way", "person", "target"]) if (state[key] >= 0) parts.push(key + "=" + state[key]);
  for (const key of ["me", "hide"]) if (state[key]) parts.push(key + "=1");
  if (state.all !== fewTies()) parts.push("all=" + Number(state.all));
  if (state.when) parts.push("when=" + state.when, "year=" + state.year);
  for (const [key, value] of Object.entries(people))
    if (value !== "" && value !== -1 && !(key === "sort" && value === "closest")) parts.push("p." + key + "=" + encodeURIComponent(value));
  return parts.join("&");
}

function readPeople(wanted) {
  const fits = { band: ["known", "none", ...BANDS], kind: Object.keys(KIND_WORDS), since: ["none", ...Object.keys(AGES)], sort: SORTS.map(([key]) => key) };
  const limits = { circle: D.circles.length, file: wanted.has("p.file") ? D.strings.length : 0, employer: D.employers.length };
  for (const key of Object.keys(people)) {
    const word = wanted.get("p." + key) || "";
    if (key in limits) people[key] = word !== "" && Number(word) >= 0 && Number(word) < limits[key] ? Number(word) : -1;
    else if (key === "text") people.text = word;
    else people[key] = fits[key].includes(word) ? word : key === "sort" ? "closest" : "";
  }
}

function writeAddress() {
  try {
    const now = "#" + address();
    if (location.hash !== now) history.replaceState(null, "", now);
  } catch (refused) {
    // a sandboxed frame has no address of its own; the page works without
  }
}

function readAddress() {
  const wanted = new URLSearchParams(location.hash.slice(1) || document.body.dataset.start);
  const limits = { way: D.ways.length, person: D.people.length, target: D.targets.length };
  for (const [key, limit] of Object.entries(limits)) {
    const n = Number.parseInt(wanted.get(key), 10);
    state[key] = n >= 0 && n < limit ? n : -1;
  }
  if (state.way >= 0) state.person = -1;
  if (state.person === D.me) state.person = -1;
  state.me = wanted.get("me") === "1";
  state.all = wanted.has("all") ? wanted.get("all") === "1" : fewTies();
  setTime(wanted.get("when") || "", Number.parseInt(wanted.get("year"), 10));
  readPeople(wanted);
  if ((wanted.get("hide") === "1") !== state.hide && !D.redacted) hideNames(wanted.get("tab"));
  openTab(wanted.get("tab") || "paths");
}

function hideNames() {
  state.hide = !state.hide;
  $("hide").setAttribute("aria-pressed", String(state.hide));
  $("hiding").hidden = !state.hide;
  $("title").textContent = state.hide ? "A network, names hidden" : clean(D.title);
  document.title = $("title").textContent;
  $("search").value = people.text = "";
  if ($("map-name")) $("map-name").textContent = "";
  for (const tab of TABS) if (tab !== "map" && tab !== state.tab) show($("view-" + tab));
  show($("found"));
  $("found").hidden = true;
  refresh();
  say(state.hide ? "Names hidden on this screen" : "Names shown");
}

function nextTheme() {
  const themes = ["auto", "light", "dark"];
  const root = document.documentElement;
  root.dataset.theme = themes[(themes.indexOf(root.dataset.theme) + 1) % 3];
  $("theme").textContent = "Theme: " + root.dataset.theme;
  refresh();
}

function tabKeys(event) {
  const at = TABS.indexOf(state.tab);
  const steps = { ArrowRight: at + 1, ArrowLeft: at - 1 + TABS.length, Home: 0, End: TABS.length - 1 };
  if (!(event.key in steps)) return;
  event.preventDefault();
  openTab(TABS[steps[event.key] % TABS.length], true);
}

function keys(event) {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
  if (event.key === "Escape") escape();
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    $("search").focus();
  }
}

function wire() {
  for (const name of TABS) {
    $("tab-" + name).addEventListener("click", () => openTab(name));
    $("tab-" + name).addEventListener("keydown", tabKeys);
  }
  document.addEventListener("keydown", keys);
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".search")) $("found").hidden = true;
    if (!event.target.closest("#export")) $("export").open = false;
  });
  $("search").addEventListener("input", drawFound);
  $("search").addEventListener("keydown", (event) => {
    const hit = $("found").querySelector("button");
    if (event.key === "Enter" && hit) hit.click();
    if (event.key === "ArrowDown" && hit) hit.focus();
  });
  $("hide").addEventListener("click", hideNames);
  $("hide").hidden = Boolean(D.redacted);
  $("theme").addEventListener("click", nextTheme);
  document.querySelector('[data-save="svg"]').hidden = !D.ways.length;
  for (const button of document.querySelectorAll("[data-save]"))
    button.addEventListener("click", () => {
      $("export").open = false;
      SAVES[button.dataset.save]();
    });
  let wait = 0;
  window.addEventListener("resize", () => {
    clearTimeout(wait);
    wait = setTimeout(() => ["paths", "people"].includes(state.tab) && redraw[state.tab](), 120);
  });
  window.addEventListener("hashchange", readAddress);
  window.addEventListener("beforeprint", drawSummary);
  window.addEventListener("afterprint", () => show($("summary")));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", refresh);
}

readData().then((data) => {
  prepare(data);
  wire();
  readAddress();
  document.body.dataset.ready = "1";
});
