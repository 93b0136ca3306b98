// As overlays, "no right click" scripts and shortcut libraries do.
window.stopped = new Set();
for (const name of ["click", "mousedown", "mouseup", "keydown", "keyup", "keypress"]) {
  document.addEventListener(name, (event) => {
    window.stopped.add(name);
    event.stopImmediatePropagation();
  }, true);
}
