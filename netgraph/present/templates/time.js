// The years of the network: whom I knew by then, and who has gone quiet since.
const MOMENTS = { known: "Known by", quiet: "Gone quiet since" };

function yearOf(text) {
  return text ? Number(text.slice(0, 4)) : 0;
}

// The first and the last year that anything of me and somebody is dated; null without two years.
function years() {
  if (D.years === undefined) {
    let low = 9999;
    let high = 0;
    D.people.forEach((person, p) => {
      if (p === D.me) return;
      for (const year of [yearOf(person.since), yearOf(person.last)])
        if (year) [low, high] = [Math.min(low, year), Math.max(high, year)];
    });
    D.years = high > low ? [low, high] : null;
  }
  return D.years;
}

function inTime(p) {
  if (!state.when || p === D.me) return true;
  const year = yearOf(state.when === "known" ? D.people[p].since : D.people[p].last);
  return year > 0 && year <= state.year;
}

function tieInTime(k) {
  if (state.when !== "known") return true;
  const year = yearOf(D.ties[k][6]);
  return year > 0 && year <= state.year;
}

function timeWords() {
  if (!state.when) return "";
  const all = D.people.length - (D.me >= 0 ? 1 : 0);
  const shown = D.people.filter((_, p) => p !== D.me && inTime(p)).length;
  const undated = D.people.filter((person, p) => p !== D.me && !(state.when === "known" ? person.since : person.last)).length;
  const rest = undated ? " Of " + undated.toLocaleString("en") + " no date is known; they are left out here." : "";
  const many = shown.toLocaleString("en") + " of " + plural(all, "person", "people");
  return (state.when === "known" ? "By the end of " + state.year + " you knew " + many + "." : "With " + many + " no contact is seen after " + state.year + ".") + rest;
}

function setTime(when, year) {
  const range = years();
  state.when = range && Object.keys(MOMENTS).includes(when) ? when : "";
  state.year = range ? Math.min(range[1], Math.max(range[0], year || range[1])) : 0;
}

// Not drawn anew while it is moved, or the pointer would lose it.
function timeBar(after) {
  if (!years()) return null;
  const [low, high] = years();
  if (!state.year) state.year = high;
  const count = el("span", { class: "quiet time-count" }, timeWords());
  const year = el("output", { class: "time-year" }, state.when ? String(state.year) : "all years");
  const mode = el("select", { "data-time": "when", "aria-label": "Whom to show, by time" }, [["", "Everybody"], ...Object.entries(MOMENTS)].map(([value, name]) => el("option", { value, selected: state.when === value }, name)));
  const slider = el("input", { type: "range", min: low, max: high, step: 1, value: state.year, "aria-label": "Year", "data-time": "year" });
  const told = () => {
    const words = timeWords();
    mode.value = state.when;
    year.textContent = state.when ? String(state.year) : "all years";
    count.textContent = words;
    slider.setAttribute("aria-valuetext", state.when ? state.year + ": " + words : "all years");
    say(words || "Everybody, whenever you met");
    after();
    writeAddress();
  };
  mode.addEventListener("change", () => {
    setTime(mode.value, state.year);
    told();
  });
  slider.addEventListener("input", () => {
    setTime(state.when || "known", Number(slider.value));
    told();
  });
  slider.setAttribute("aria-valuetext", state.when ? state.year + ": " + timeWords() : "all years");
  return el("div", { class: "time", role: "group", "aria-label": "Time" }, mode, el("span", { class: "span" }, el("span", { "aria-hidden": "true" }, String(low)), slider, el("span", { "aria-hidden": "true" }, String(high))), year, count);
}
