// Libraries of another age: enumerable additions to built-in prototypes, and methods of the DOM replaced by their own.
// (Not toJSON, nor additions to Object.prototype: the browsers' drivers do not survive these, so no test could look.)
Array.prototype.each = function each() { throw new Error("each"); };
Array.prototype.include = () => true;
Element.prototype.remove = function remove() { this.style.display = "none"; return this; };
Element.prototype.hide = function hide() { return this; };
NodeList.prototype.forEach = undefined;
for (const name of ["click", "keydown", "input", "change", "focusin", "pointerdown"]) {
  document.addEventListener(name, (event) => event.stopPropagation(), false);
}
