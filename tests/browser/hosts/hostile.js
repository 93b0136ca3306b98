// Libraries of another age: enumerable additions to built-in prototypes, and methods of the DOM replaced by their own.
Array.prototype.each = function each() { throw new Error("each"); };
Array.prototype.toJSON = function toJSON() { return "[]"; };
Array.prototype.include = () => true;
Object.defineProperty(Object.prototype, "extend", { value: "mine", enumerable: true, configurable: true, writable: true });
String.prototype.toJSON = function toJSON() { return `"${this}"`; };
Element.prototype.remove = function remove() { this.style.display = "none"; return this; };
Element.prototype.hide = function hide() { return this; };
NodeList.prototype.forEach = undefined;
for (const name of ["click", "keydown", "input", "change", "focusin", "pointerdown"]) {
  document.addEventListener(name, (event) => event.stopPropagation(), false);
}
