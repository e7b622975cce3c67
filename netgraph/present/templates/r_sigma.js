// Draws the map with sigma, on the graphics card: tens of thousands of people.

// A line is a whole pixel here and less with vis-network; a paler one looks the same.
function halfway(one, other) {
  const parts = (text) => [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16));
  const [a, b] = [parts(one), parts(other)];
  return "#" + a.map((part, n) => Math.round((part + b[n]) / 2).toString(16).padStart(2, "0")).join("");
}

const SHAPED = { target: 5.5, me: 8, bridge: 5.5 };
const renderer = {
  ready: false,
  graph: null,
  sigma: null,
  sheets: {},

  start(box) {
    const { Graph, Sigma, EdgeLineProgram, NodePointProgram } = sigmaMap;
    this.graph = new Graph();
    const settings = {
      allowInvalidContainer: true,
      defaultEdgeType: "line",
      defaultNodeType: "point",
      edgeProgramClasses: { line: EdgeLineProgram },
      nodeProgramClasses: { point: NodePointProgram },
      enableCameraRotation: false,
      hideEdgesOnMove: D.ties.length > 2000,
      maxCameraRatio: 4,
      minCameraRatio: 0.002,
      renderLabels: false,
      stagePadding: 0,
      zIndex: false,
      defaultDrawNodeHover: () => {},
    };
    try {
      this.sigma = new Sigma(this.graph, box, settings);
    } catch (refused) {
      return;
    }
    this.sheets.below = this.sheet(box, true);
    this.sheets.above = this.sheet(box, false);
    this.sigma.on("afterRender", () => this.draw());
    this.sigma.on("clickNode", ({ node }) => mapChosen(node));
    this.sigma.on("enterNode", ({ node }) => {
      box.style.cursor = "pointer";
      mapNamed(node);
    });
    this.sigma.on("leaveNode", () => {
      box.style.cursor = "";
      mapNamed("");
    });
    this.ready = true;
  },

  // A transparent canvas under or over those of sigma, for discs, shapes and labels.
  sheet(box, first) {
    const canvas = el("canvas", { class: "sheet-of-map" });
    if (first) box.prepend(canvas);
    else box.append(canvas);
    return canvas;
  },

  // sigma counts upwards, the page downwards.
  put(nodes, edges) {
    const keep = new Set(nodes.map((one) => one.id));
    this.graph.clearEdges();
    for (const id of this.graph.nodes()) if (!keep.has(id)) this.graph.dropNode(id);
    // the dot below a shape is only there to be touched
    for (const { id, kind, x, y, fill } of nodes) this.graph.mergeNode(id, { x, y: -y, size: this.pixels(kind) * (kind in SHAPED ? 0.6 : 1), color: fill });
    for (const { from, to, dashes, colour: shade } of edges) this.graph.mergeEdge(from, to, { size: dashes.length ? 0.5 : 1, color: halfway(shade, colour("--bg")) });
    this.shapes = nodes.filter((one) => one.kind in SHAPED);
    this.sigma.refresh();
  },

  view({ left, right, top, bottom }) {
    this.sigma.setCustomBBox({ x: [left, right], y: [-bottom, -top] });
    this.sigma.getCamera().setState({ x: 0.5, y: 0.5, angle: 0, ratio: 1 });
    this.sigma.refresh();
  },

  scale() {
    const [here, there] = [0, 1000].map((x) => this.sigma.graphToViewport({ x, y: 0 }).x);
    return (there - here) / 1000;
  },

  width() {
    return this.sigma.getDimensions().width;
  },

  pixels(kind) {
    const dot = Math.max(1.6, Math.min(3.1, 160 / Math.sqrt(map.places.size)));
    return SHAPED[kind] || (kind === "way" ? dot * 1.3 : dot);
  },

  // Units of the map: shapes are of one size on the screen and grow a little on coming nearer.
  radius(kind) {
    return this.sigma.scaleSize(this.pixels(kind)) / this.scale();
  },

  draw() {
    const scale = this.scale();
    const origin = this.sigma.graphToViewport({ x: 0, y: 0 });
    const sharp = window.devicePixelRatio || 1;
    const { width, height } = this.sigma.getDimensions();
    for (const [name, canvas] of Object.entries(this.sheets)) {
      canvas.width = width * sharp;
      canvas.height = height * sharp;
      const context = canvas.getContext("2d");
      context.setTransform(scale * sharp, 0, 0, scale * sharp, origin.x * sharp, origin.y * sharp);
      if (name === "below") mapBelow(context);
      else {
        for (const looks of this.shapes || []) drawShape(context, looks);
        mapAbove(context);
      }
    }
  },

  // What lies in the graphics card is there until the browser shows it: draw, then copy at once.
  picture() {
    this.sigma.refresh({ schedule: false });
    const paper = el("canvas", { width: this.sheets.above.width, height: this.sheets.above.height });
    const context = paper.getContext("2d");
    for (const canvas of this.sigma.getContainer().querySelectorAll("canvas")) context.drawImage(canvas, 0, 0, paper.width, paper.height);
    return paper;
  },
};
