// Ties of an actor, and lineage over time. Both show what the lists beside them say.
"use strict";
(() => {
  const place = document.getElementById("graph");
  if (!place || !place.offsetParent) return;
  const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const look = () => [
    { selector: "node", style: { label: "data(name)", "background-color": style("--accent"), color: style("--ink"), "font-family": "Inter, sans-serif", "font-size": 11, "text-valign": "bottom", "text-margin-y": 5, "text-wrap": "wrap", "text-max-width": 110, width: 16, height: 16, "text-outline-color": style("--sheet"), "text-outline-width": 2 } },
    { selector: "node[?root]", style: { width: 26, height: 26, "font-weight": 700, "font-size": 13 } },
    { selector: "edge", style: { width: 1.5, "line-color": style("--line-strong"), "target-arrow-color": style("--line-strong"), "target-arrow-shape": "triangle", "arrow-scale": 0.9, "curve-style": "bezier", "font-size": 9, color: style("--soft"), "font-family": "Inter, sans-serif", "text-rotation": "autorotate", "text-outline-color": style("--sheet"), "text-outline-width": 2 } },
    { selector: "edge[kind = 'names as responsible']", style: { "line-color": style("--accusation"), "target-arrow-color": style("--accusation"), "line-style": "dashed" } },
    { selector: "edge[kind = 'belongs to']", style: { width: 2.5 } },
    { selector: "edge[kind = 'is told of in one event with']", style: { "line-style": "dotted", "target-arrow-shape": "none" } },
    { selector: "edge[!whole][?lineage]", style: { "line-style": "dashed" } },
    { selector: "node[?outside]", style: { "background-color": style("--sheet"), "border-width": 2, "border-style": "dashed", "border-color": style("--line-strong") } },
  ];

  // Days from left to right, of one day the copied before the copy; a band an origin. What has no day stands at the right.
  function overTime(data) {
    const from = new Map(data.edges.map((each) => [each.target, each.source]));
    const byId = new Map(data.nodes.map((each) => [each.id, each]));
    const depth = (id, left) => {
      const source = byId.get(from.get(id));
      const same = source && (source.day || "") === (byId.get(id).day || "");
      return same && left > 0 ? 1 + depth(source.id, left - 1) : 0;
    };
    const steps = data.nodes.map((each) => [each.outside ? "0000" : each.day || "9999", depth(each.id, 6)]);
    const columns = [...new Set(steps.map((each) => each.join("/")))].sort();
    const bands = [...new Set(data.nodes.map((each) => each.origin))];
    const heights = bands.map(() => 0);
    const filled = new Map();
    const rows = data.nodes.map((node, index) => {
      const key = `${steps[index].join("/")}|${node.origin}`;
      const row = filled.get(key) || 0;
      filled.set(key, row + 1);
      const band = bands.indexOf(node.origin);
      heights[band] = Math.max(heights[band], row + 1);
      return row;
    });
    const tops = heights.map((_, band) => heights.slice(0, band).reduce((sum, each) => sum + each, 0));
    const at = {};
    data.nodes.forEach((node, index) => {
      const column = columns.indexOf(steps[index].join("/"));
      at[node.id] = { x: column * 210, y: (tops[bands.indexOf(node.origin)] + rows[index]) * 84 };
    });
    place.style.height = `${Math.min(34, Math.max(13, 4 + 5.2 * (tops[tops.length - 1] + heights[heights.length - 1])))}rem`;
    return { name: "preset", positions: (node) => at[node.id()], fit: true, padding: 46 };
  }

  fetch(place.dataset.source).then((answer) => answer.json()).then((data) => {
    const lineage = place.dataset.kind === "lineage";
    const known = new Set(data.nodes.map((each) => each.id));
    const layout = lineage ? overTime(data) : { name: "concentric", concentric: (node) => (node.data("root") ? 2 : 1), levelWidth: () => 1, minNodeSpacing: 46, padding: 30 };
    const graph = cytoscape({
      container: place,
      elements: [
        ...data.nodes.map((each) => ({ data: { ...each, name: lineage && each.day ? `${each.name}\n${each.day}` : each.name } })),
        ...data.edges.filter((each) => known.has(each.source) && known.has(each.target)).map((each) => ({ data: { ...each, lineage } })),
      ],
      style: look(),
      layout,
      userZoomingEnabled: false, maxZoom: 1.6,
    });
    graph.on("tap", "node", (event) => { if (event.target.data("url")) location.assign(event.target.data("url")); });
    graph.on("mouseover", "node", () => place.classList.add("pointing"));
    graph.on("mouseout", "node", () => place.classList.remove("pointing"));
    document.addEventListener("theme", () => graph.style(look()));
  });
})();
