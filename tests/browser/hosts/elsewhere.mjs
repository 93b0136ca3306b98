// The origin of the finder's files comes from the address: ?from=http://127.0.0.1:8081, and perhaps &integrity=sha384-…
const asked = new URLSearchParams(location.search);
const from = asked.get("from");
document.querySelector("service-finder").setAttribute("catalogue", `${from}/catalogue/latvia.json`);
const script = document.createElement("script");
script.type = "module";
script.crossOrigin = "anonymous";
if (asked.has("integrity")) script.integrity = asked.get("integrity");
script.src = from + (asked.get("script") ?? "/service-finder.js");
document.head.append(script);
