// Conveniences for whoever reads with scripts; every page says the same without them.
"use strict";
(() => {
  const root = document.documentElement;
  const help = document.getElementById("help");
  const steps = () => [...document.querySelectorAll(".step")].filter((each) => each.offsetParent !== null);
  let waiting = false;

  function turnTheme() {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const now = root.dataset.theme || (dark ? "dark" : "light");
    root.dataset.theme = now === "dark" ? "light" : "dark";
    try { localStorage.setItem("theme", root.dataset.theme); } catch (error) { /* kept for this page only */ }
    document.dispatchEvent(new Event("theme"));
  }

  function stepBy(by) {
    const all = steps();
    if (!all.length) return;
    const at = all.findIndex((each) => each.contains(document.activeElement));
    const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
    const target = next.querySelector("a.open") || next;
    target.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
  }

  function go(path) { location.assign(path); }
  const rooms = { s: "/", d: "/documents", a: "/actors", l: "/lineage", j: "/judgements", q: "/queue" };
  const keys = {
    "/": () => document.getElementById("seek").focus(),
    j: () => stepBy(1),
    k: () => stepBy(-1),
    t: turnTheme,
    u: () => { const up = document.querySelector("a[data-up]"); if (up) up.click(); },
    "?": () => help.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.target.closest("input, select, textarea, [contenteditable], .leaflet-container, .vis-timeline")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (waiting && rooms[event.key]) { waiting = false; go(rooms[event.key]); return; }
    waiting = event.key === "g";
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  document.getElementById("theme").addEventListener("click", turnTheme);
  document.getElementById("help-link").addEventListener("click", (event) => { event.preventDefault(); help.showModal(); });

  // A passage and its line at the side light up together.
  document.querySelectorAll(".voice").forEach((line) => {
    const pieces = document.querySelectorAll(`[data-voice="${line.value}"]`);
    const light = (on) => pieces.forEach((each) => each.classList.toggle("lit", on));
    line.addEventListener("mouseenter", () => light(true));
    line.addEventListener("mouseleave", () => light(false));
    line.addEventListener("focusin", () => light(true));
    line.addEventListener("focusout", () => light(false));
  });
})();
