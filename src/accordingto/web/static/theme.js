// Before anything is painted: the reader's own choice of light or dark, where there is one.
"use strict";
try {
  const chosen = localStorage.getItem("theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch (error) {
  // A browser that keeps nothing follows the machine.
}
document.documentElement.classList.add("script");
