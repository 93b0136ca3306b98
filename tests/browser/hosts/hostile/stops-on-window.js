// Before anybody else can hear: nothing can be done about it, but links are links.
for (const name of ["click", "mousedown", "mouseup", "keydown", "keyup", "keypress"]) {
  window.addEventListener(name, (event) => event.stopImmediatePropagation(), true);
}
