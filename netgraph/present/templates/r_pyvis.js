// Draws the map with the vis-network that pyvis carries.
const renderer = {
  ready: false,
  net: null,
  nodes: null,
  edges: null,

  start(box) {
    this.nodes = new vis.DataSet([]);
    this.edges = new vis.DataSet([]);
    this.net = new vis.Network(
      box,
      { nodes: this.nodes, edges: this.edges },
      {
        physics: false,
        layout: { improvedLayout: false },
        edges: { smooth: false, selectionWidth: 0, hoverWidth: 0 },
        nodes: { chosen: false },
        interaction: { hover: true, dragNodes: false, hideEdgesOnDrag: D.ties.length > 2000, tooltipDelay: 0, keyboard: false },
      }
    );
    // the drawing is hidden from screen readers, so Tab must not stop at it either
    box.firstElementChild.tabIndex = -1;
    this.net.on("beforeDrawing", mapBelow);
    this.net.on("afterDrawing", mapAbove);
    this.net.on("click", ({ nodes }) => nodes.length && mapChosen(nodes[0]));
    this.net.on("hoverNode", ({ node }) => mapNamed(node));
    this.net.on("blurNode", () => mapNamed(""));
    this.ready = true;
  },

  put(nodes, edges) {
    const keep = new Set(nodes.map((one) => one.id));
    this.edges.clear();
    this.nodes.remove(this.nodes.getIds().filter((id) => !keep.has(id)));
    this.nodes.update(nodes.map(({ id, kind, x, y, shape, fill, line }) => ({ id, x, y, shape, fixed: true, label: "", borderWidth: 1.5, size: this.radius(kind), color: { background: fill, border: line } })));
    this.edges.add(edges.map(({ id, from, to, dashes, width, colour: shade }) => ({ id, from, to, width, dashes: dashes.length ? dashes : false, color: { color: shade, opacity: 1 } })));
  },

  view({ left, right, top, bottom }) {
    const frame = this.net.canvas.frame;
    const scale = Math.min(frame.clientWidth / (right - left), frame.clientHeight / (bottom - top));
    this.net.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale });
  },

  scale() {
    return this.net.getScale();
  },

  width() {
    return this.net.canvas.frame.clientWidth;
  },

  // Units of the map: shapes grow and shrink with it.
  radius(kind) {
    const base = Math.max(6, Math.min(13, 190 / Math.sqrt(map.places.size)));
    return { target: 22, me: 32, bridge: base * 1.9, way: base * 1.3, person: base }[kind];
  },

  picture() {
    return this.net.canvas.frame.canvas;
  },
};
