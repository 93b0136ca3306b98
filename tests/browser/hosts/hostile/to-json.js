// As Prototype.js before 1.7 did: what JSON.stringify makes of arrays, strings and dates is no JSON any more.
Array.prototype.toJSON = function toJSON() { return `[${Array.from(this, (value) => JSON.stringify(value)).join(", ")}]`; };
String.prototype.toJSON = function toJSON() { return `"${this}"`; };
Date.prototype.toJSON = Number.prototype.toJSON = function toJSON() { return String(this); };
Object.prototype.toJSON = function toJSON() { return "[object]"; };
