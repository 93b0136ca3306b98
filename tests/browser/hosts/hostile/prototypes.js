// As Prototype.js and MooTools did: enumerable methods on built-in prototypes, methods of the DOM replaced by their own.
window.removals = 0;
for (const name of ["each", "clean", "associate", "link", "contains", "extend", "getLast", "getRandom", "include", "combine", "erase", "empty", "flatten", "pick", "invoke", "pluck", "without", "uniq", "clone", "inspect", "eachSlice", "collect", "detect", "select", "reject"]) {
  Array.prototype[name] = function replaced() { throw new Error(`Array.prototype.${name}`); };
}
for (const name of ["strip", "capitalize", "camelCase", "escapeHTML", "toQueryParams", "blank", "test"]) {
  String.prototype[name] = function replaced() { throw new Error(`String.prototype.${name}`); };
}
Function.prototype.delay = Function.prototype.defer = Function.prototype.wrap = () => { throw new Error("Function.prototype"); };
Number.prototype.times = () => { throw new Error("Number.prototype"); };
NodeList.prototype.forEach = undefined;
Element.prototype.remove = function remove() {
  window.removals += 1;
  this.style.display = "none";
  return this;
};
for (const name of ["hide", "show", "toggle", "update", "insert", "setStyle", "addEvent", "get", "set", "wraps", "inject"]) {
  Element.prototype[name] = function replaced() { throw new Error(`Element.prototype.${name}`); };
}
