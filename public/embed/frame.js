// Inside embed.html: the element's attributes come from the address, and the page around is told of height and link.

import "../service-finder.js";

const KEY = "service-finder";
const TITLES = { lv: "Sociālo pakalpojumu meklētājs", en: "Social service finder" };

const finder = document.querySelector(KEY);
const known = customElements.get(KEY).observedAttributes;
for (const [name, value] of new URLSearchParams(location.search)) {
  if (known.includes(name)) {
    finder.setAttribute(name, value);
  } else if (name === "look" && /^[a-z-]+$/.test(value)) {
    // One of the looks beside us; a name, not an address, so that no link can dress us in somebody else's.
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: `themes/${value}.css` }));
  } else {
    console.warn(`${KEY}: embed.html knows ${known.join(", ")} and look, not ${name}=${value}`);
  }
}
const lang = finder.getAttribute("lang");
if (lang) document.documentElement.lang = lang;
document.title = TITLES[document.documentElement.lang.slice(0, 2)] ?? TITLES.en;

// The page around. What somebody searches for is told only to who has spoken to us, and only to their origin.
let origin;
// No tail call: WebKit would leave our frame of the stack out, and take the other window for the sender.
const say = (sf) => {
  if (origin) parent.postMessage({ sf }, origin);
};
const tell = (name, detail) => say({ name: `${KEY}-${name}`, detail });
const urlKey = finder.getAttribute("url-key") ?? "sf";
const tellHeight = () => say({ height: Math.ceil(document.body.getBoundingClientRect().height) });
// Held: an observer that nobody holds may be collected.
const sizes = new ResizeObserver(tellHeight);
const tellLink = () => say({ key: urlKey, hash: location.hash });

if (parent !== window) {
  addEventListener("message", (event) => {
    const said = event.data?.sf;
    if (event.source !== parent || !said) return;
    if (said === 1) {
      event.source.postMessage({ sf: 1 }, event.origin);
      return;
    }
    if (!origin) {
      origin = event.origin;
      document.documentElement.className = "grown";
      sizes.observe(document.body);
      for (const name of ["change", "open", "play"]) {
        finder.addEventListener(`${KEY}-${name}`, (event) => tell(name, event.detail));
      }
      // Whoever comes late hears what has been.
      finder.ready.then((detail) => tell("ready", detail), ({ code, message }) => tell("error", { code, message }));
      if (urlKey) {
        for (const write of ["pushState", "replaceState"]) {
          const original = history[write];
          history[write] = function (...what) {
            original.apply(this, what);
            tellLink();
          };
        }
        addEventListener("popstate", tellLink);
      }
    }
    // A fragment under our key, and nothing else: what a page says must not lead us anywhere.
    const mine = `#${encodeURIComponent(urlKey)}`;
    if (urlKey && said !== location.hash && `${said}?`.startsWith(`${mine}?`)) location.replace(said);
  });
  // Says nothing that is anybody's secret.
  parent.postMessage({ sf: 1 }, "*");

  // A frame as high as its content is never all in sight, and a sheet at its lower edge may be far away: tell it where
  // the visitor's window ends.
  let told;
  const seeing = new IntersectionObserver(([entry]) => {
    seeing.disconnect();
    const seen = entry.intersectionRect;
    const [end, room] = [Math.max(0, innerHeight - seen.bottom), seen.height];
    if (told === `${end} ${room}`) return;
    told = `${end} ${room}`;
    finder.style.setProperty("--sf-sheet-end", `${end}px`);
    finder.style.setProperty("--sf-sheet-room", `${room}px`);
    // Where our height shrinks, the page around may scroll up only after this was measured: until it stays.
    seeing.observe(document.documentElement);
  });
  // Pressed before it is clicked, so that the sheet opens where it stays; and our height changes with the results behind it.
  for (const act of ["pointerdown", "keydown", "click", "resize"]) {
    addEventListener(act, () => origin && seeing.observe(document.documentElement), true);
  }

  // What opens stands at our beginning.
  finder.addEventListener(`${KEY}-open`, () => finder.scrollIntoView({ block: "start" }));
}
