"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const ink = getComputedStyle(document.body).color;
const options = Object.assign({}, data.options);
delete options.configure;
options.nodes = Object.assign({ font: { color: ink } }, options.nodes);
options.layout = Object.assign({ improvedLayout: false }, options.layout);
new vis.Network(
  document.getElementById("map"),
  { nodes: new vis.DataSet(data.nodes), edges: new vis.DataSet(data.edges) },
  options
).once("afterDrawing", () => { document.body.dataset.ready = ""; });
