// Counts what listens on what all scripts of a page share: the window and the document. `document.documentElement.title` has it.
let listening = 0;
for (const target of [window, document]) {
  const known = [];
  for (const [name, adds] of [["addEventListener", true], ["removeEventListener", false]]) {
    const original = EventTarget.prototype[name];
    target[name] = function (type, listener, options) {
      const capture = Boolean(typeof options === "object" ? options?.capture : options);
      const at = known.findIndex((one) => one.type === type && one.listener === listener && one.capture === capture);
      if (adds && at < 0) known.push({ type, listener, capture });
      if (!adds && at >= 0) known.splice(at, 1);
      if (adds === at < 0) listening += adds ? 1 : -1;
      document.documentElement.title = listening;
      return original.call(this, type, listener, options);
    };
  }
}
