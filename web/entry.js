// What the page uses of sigma and graphology, under one name.
export { UndirectedGraph as Graph } from "graphology";
export { Sigma } from "sigma";
export { EdgeLineProgram, NodePointProgram } from "sigma/rendering";
