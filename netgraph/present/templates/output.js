// Saving what is on the screen. Everything is made in the page; nothing is asked of any server.
function download(name, blob) {
  const address = URL.createObjectURL(blob);
  const link = el("a", { download: name, href: address });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 5000);
}

const DRAWN = ["fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-family", "font-size", "font-weight", "paint-order", "text-anchor"];

function saveSvg() {
  redraw.paths();
  const source = $("paths-svg");
  const hidden = $("view-paths").hidden;
  $("view-paths").hidden = false;
  const copy = source.cloneNode(true);
  const from = [source, ...source.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((node, n) => {
    const style = getComputedStyle(from[n]);
    for (const name of DRAWN) node.setAttribute(name, style.getPropertyValue(name));
  });
  $("view-paths").hidden = hidden;
  copy.setAttribute("xmlns", SVG);
  const paper = svg("rect", { width: "100%", height: "100%", fill: colour("--bg") });
  copy.prepend(paper);
  download("paths.svg", new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" }));
}

function savePng() {
  if (state.tab !== "map") openTab("map");
  if (!renderer.ready) return;
  setTimeout(() => {
    const canvas = renderer.picture();
    const paper = el("canvas", { width: canvas.width, height: canvas.height });
    const context = paper.getContext("2d");
    context.fillStyle = colour("--bg");
    context.fillRect(0, 0, paper.width, paper.height);
    context.drawImage(canvas, 0, 0);
    paper.toBlob((blob) => download("map.png", blob));
  }, 200);
}

// A cell that starts like a formula would be run by a spreadsheet, the wide and small signs by some.
function cell(value) {
  const text = String(value);
  const safe = /^\s*[=+\-@\u2212]/.test(text.normalize("NFKC")) ? "'" + text : text;
  return '"' + safe.replace(/"/g, '""') + '"';
}

function rowsOf(tab) {
  if (tab === "bridges") {
    const row = (b) => [b.rank, personName(b.person), role(b.person), b.band, b.groups.map(wordingText).join("; "), b.opens.map(targetName).join("; "), wordingText(b.reason)];
    return [["rank", "person", "role", "tie", "joins", "opens", "why"], ...D.bridges.concat(D.everyday).map(row)];
  }
  if (tab === "employers") {
    const row = (t) => [targetName(t), D.targets[t].state, D.targets[t].band, D.targets[t].insiders, D.targets[t].former, D.targets[t].through.map(personName).join("; "), wordingText(D.targets[t].blind)];
    return [["employer", "state", "band", "inside", "formerly", "through", "missing"], ...D.order.map(row)];
  }
  if (tab === "people") {
    const row = (p) => [personName(p), role(p), D.people[p].band, D.people[p].last, circleName(D.people[p].circle)];
    return [["person", "role", "tie", "last contact", "circle"], ...matching().map(row)];
  }
  if (tab === "week") return weekRows();
  const row = (w) => [targetName(w.target), w.rank, w.people.map(personName).join(" > "), w.band, wordingText(w.reason), wordingText(w.weakest_why)];
  return [["employer", "rank", "people", "band", "why", "least certain"], ...D.ways.map(row)];
}

function saveCsv() {
  const tab = state.tab === "map" ? "people" : state.tab;
  const text = rowsOf(tab).map((row) => row.map(cell).join(",")).join("\r\n");
  download(tab + ".csv", new Blob(["\ufeff" + text + "\r\n"], { type: "text/csv;charset=utf-8" }));
}

const SAVES = { svg: saveSvg, png: savePng, csv: saveCsv, print: () => window.print() };
