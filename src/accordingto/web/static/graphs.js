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
    { selector: "edge[kind = 'accuses']", style: { "line-color": style("--accusation"), "target-arrow-color": style("--accusation"), "line-style": "dashed", label: "accuses", color: style("--accusation") } },
    { selector: "edge[kind = 'belongs to']", style: { label: "belongs to", width: 2 } },
    { selector: "edge[kind = 'is told of in one event with']", style: { "line-style": "dotted", "target-arrow-shape": "none" } },
    { selector: "edge[!whole][?lineage]", style: { "line-style": "dashed" } },
    { selector: "edge[?lineage]", style: { label: "data(kind)" } },
  ];

  // Days from left to right, a lane an origin; what has no day stands at the right.
  function overTime(data) {
    const days = [...new Set(data.nodes.map((each) => each.day || "9999"))].sort();
    const lanes = [...new Set(data.nodes.map((each) => each.origin))];
    const met = new Map();
    const at = {};
    for (const node of data.nodes) {
      const column = days.indexOf(node.day || "9999");
      const lane = lanes.indexOf(node.origin);
      const key = `${column}/${lane}`;
      const nth = met.get(key) || 0;
      met.set(key, nth + 1);
      at[node.id] = { x: column * 190 + (nth % 4) * 62, y: lane * 110 + (nth % 4) * 34 + Math.floor(nth / 4) * 12 };
    }
    return { name: "preset", positions: (node) => at[node.id()], fit: true, padding: 40 };
  }

  fetch(place.dataset.source).then((answer) => answer.json()).then((data) => {
    const lineage = place.dataset.kind === "lineage";
    const known = new Set(data.nodes.map((each) => each.id));
    const graph = cytoscape({
      container: place,
      elements: [
        ...data.nodes.map((each) => ({ data: { ...each, name: lineage && each.day ? `${each.name}\n${each.day}` : each.name } })),
        ...data.edges.filter((each) => known.has(each.source) && known.has(each.target)).map((each) => ({ data: { ...each, lineage } })),
      ],
      style: look(),
      layout: lineage ? overTime(data) : { name: "concentric", concentric: (node) => (node.data("root") ? 2 : 1), levelWidth: () => 1, minNodeSpacing: 46, padding: 30 },
      userZoomingEnabled: false, maxZoom: 1.6,
    });
    graph.on("tap", "node", (event) => location.assign(event.target.data("url")));
    graph.on("mouseover", "node", () => place.classList.add("pointing"));
    graph.on("mouseout", "node", () => place.classList.remove("pointing"));
    document.addEventListener("theme", () => graph.style(look()));
  });
})();
