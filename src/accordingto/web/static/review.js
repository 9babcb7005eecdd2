// Keys of the reviewers: a letter chooses what is to be done, p shows what it changes, s saves.
"use strict";
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.target.closest("textarea, select, input:not([type=radio]):not([type=checkbox]), dialog[open]")) return;
  const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!target) return;
  event.preventDefault();
  event.stopPropagation();
  target.focus();
  target.click();
}, true);
