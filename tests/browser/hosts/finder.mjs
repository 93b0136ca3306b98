// Attributes of the element come from the address: ?lang=en&theme=dark&view=map; &clock=… stops the clock at a moment.
const finder = document.querySelector("service-finder");
for (const [name, value] of new URLSearchParams(location.search)) {
  if (name === "clock") Date.now = () => Date.parse(value);
  else if (name === "page-lang") document.documentElement.lang = value;
  else finder.setAttribute(name, value);
  if (name === "theme") document.documentElement.className = value;
}
import("/service-finder.js");
