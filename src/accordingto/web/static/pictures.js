// The timeline and the map of a story. Both show what the lists below them say.
"use strict";
(() => {
  const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const colour = (status) => style(`--${status || "single"}`);
  const get = (address) => fetch(address).then((answer) => answer.json());
  const script = (address) => new Promise((done, failed) => {
    const element = createElement("script");
    element.src = address; element.onload = done; element.onerror = failed;
    document.head.append(element);
  });
  // The timeline's script writes style sheets into the page, which the policy forbids; they are served as a file.
  const createElement = document.createElement.bind(document);
  const withoutStyles = (name, ...rest) => createElement(name === "style" ? "template" : name, ...rest);
  const day = 24 * 60 * 60 * 1000;

  function drawTimeline(place, moments) {
    const dated = moments.filter((each) => each.start);
    if (!dated.length) { place.remove(); return; }
    const items = dated.map((each) => {
      const end = new Date(new Date(each.end).getTime() + day);
      const long = end - new Date(each.start) > day;
      const label = document.createElement("span");
      label.textContent = each.label.length > 34 ? each.label.slice(0, 33) + "…" : each.label;
      return { id: each.id, content: label, start: each.start, end: long ? end : undefined, type: long ? "range" : "box", className: each.status || "single" };
    });
    const starts = dated.map((each) => +new Date(each.start)).sort((one, other) => one - other);
    // What most events are around, so that one old date does not press the others into a point.
    const middle = starts[Math.floor(starts.length / 2)];
    const near = starts.filter((each) => Math.abs(each - middle) < 30 * day);
    const timeline = new vis.Timeline(place, items, {
      height: "15rem", min: new Date(starts[0] - 400 * day), max: new Date(starts[starts.length - 1] + 400 * day),
      start: new Date(near[0] - 2 * day), end: new Date(near[near.length - 1] + 3 * day),
      zoomMin: day, showCurrentTime: false, zoomKey: "ctrlKey", horizontalScroll: true, selectable: true, margin: { item: 6 },
    });
    timeline.on("select", (event) => {
      const chosen = moments.find((each) => each.id === event.items[0]);
      if (chosen) location.assign(chosen.url);
    });
  }

  function drawMap(place, moments, shapes) {
    const pins = moments.flatMap((each) => each.pins.map((pin) => ({ ...pin, moment: each })));
    if (!pins.length) { place.remove(); return; }
    const map = L.map(place, { attributionControl: true, scrollWheelZoom: false, zoomSnap: 0.5, worldCopyJump: true });
    map.fitBounds(L.latLngBounds(pins.map((pin) => [pin.lat, pin.lon])).pad(0.6), { maxZoom: 7 });
    map.attributionControl.setPrefix(false).addAttribution("Shapes: Natural Earth · Places: GeoNames");
    const lands = L.geoJSON(topojson.feature(shapes, shapes.objects.countries), { interactive: false });
    const paint = () => lands.setStyle({ color: style("--line-strong"), weight: 0.7, fillColor: style("--sheet"), fillOpacity: 1 });
    paint();
    lands.addTo(map);
    document.addEventListener("theme", paint);
    const byPlace = new Map();
    for (const pin of pins) {
      const key = `${pin.lat},${pin.lon}`;
      byPlace.set(key, [...(byPlace.get(key) || []), pin]);
    }
    for (const here of byPlace.values()) {
      const contested = here.find((pin) => pin.moment.status === "contested");
      const status = (contested || here[0]).moment.status;
      const dot = L.circleMarker([here[0].lat, here[0].lon], { radius: 5 + Math.min(here.length, 8), color: colour(status), weight: 2, fillColor: colour(status), fillOpacity: 0.35 });
      const box = document.createElement("div");
      const name = document.createElement("strong");
      name.textContent = here[0].name;
      box.append(name);
      for (const pin of here.slice(0, 6)) {
        const line = document.createElement("div");
        const link = document.createElement("a");
        link.href = pin.moment.url; link.textContent = pin.moment.label;
        line.append(link);
        box.append(line);
      }
      const hint = document.createElement("span");
      hint.textContent = here[0].name;
      dot.bindPopup(box).bindTooltip(hint, { direction: "top" });
      dot.addTo(map);
    }
  }

  async function draw() {
    const timeline = document.getElementById("timeline");
    const map = document.getElementById("map");
    if (!timeline || getComputedStyle(timeline).display === "none") return;
    const moments = await get(timeline.dataset.source);
    if (timeline.offsetParent) {
      document.createElement = withoutStyles;
      await script(timeline.dataset.script);
      document.createElement = createElement;
      drawTimeline(timeline, moments);
    }
    if (map && moments.some((each) => each.pins.length)) {
      const [shapes] = await Promise.all([get(map.dataset.shapes), script(map.dataset.script), script(map.dataset.topojson)]);
      drawMap(map, moments, shapes);
    } else if (map) { map.remove(); }
  }
  draw();
})();
