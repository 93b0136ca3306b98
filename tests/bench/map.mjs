// How long does the map take? With a processor four times slower: from choosing "map" to a drawing that can be used, and
// what choosing a municipality costs: its handler, the style and layout that follow, and the longest task after that.
import { serve } from "./serve.mjs";
import { chromium, quantile } from "./browser.mjs";

const dist = process.env.FINDER_DIST ?? new URL("../../dist", import.meta.url).pathname;
const rounds = Number(process.env.ROUNDS ?? 12);
const rate = Number(process.env.RATE ?? 4);

const server = await serve(dist);
const driver = await chromium();
// What draws the map is fetched when the first results have been on the page for a while; a visitor may be quicker.
const open = { "at once": [], "a moment later": [] };
let choose;
try {
  await driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width: 390, height: 844, deviceScaleFactor: 2, mobile: true });
  await driver.sendDevToolsCommand("Emulation.setCPUThrottlingRate", { rate });
  for (let round = 0; round < 5; round += 1) {
    for (const [when, times] of Object.entries(open)) {
      await driver.get("about:blank");
      await driver.get(`${server.url}/index.html`);
      await driver.wait(() => driver.executeScript("return document.querySelector('service-finder')?.shadowRoot?.querySelector('.card')"), 60_000);
      times.push(await driver.executeAsyncScript(`
        const [later, done] = arguments;
        const root = document.querySelector("service-finder").shadowRoot;
        const tab = root.querySelectorAll(".view")[1];
        const fetched = (what) => performance.getEntriesByType("resource").map(({ name }) => name).find((name) => what.test(name));
        const quiet = () => later && !fetched(/finder_map/) ? setTimeout(quiet, 100) : setTimeout(() => {
          const from = performance.now();
          tab.click();
          const look = () => root.querySelector(".map-picture [data-unit] path[d]") ? requestAnimationFrame(() => setTimeout(() => done(performance.now() - from))) : setTimeout(look);
          look();
        }, 500);
        // The data is there already: what is measured is the finder.
        fetch(fetched(/latvia\\.json/)).then((answer) => answer.json())
          .then(({ map }) => fetch(new URL(map, new URL("catalogue/", location.href)))).then((answer) => answer.arrayBuffer()).then(quiet);`, when !== "at once"));
    }
  }
  choose = await driver.executeAsyncScript(`
    const [rounds, done] = arguments;
    const root = document.querySelector("service-finder").shadowRoot;
    const units = Array.from(root.querySelectorAll(".map-picture [data-unit]"));
    const rows = [];
    const next = async (round) => {
      if (round === rounds) return done(rows);
      const unit = units[(round * 5) % units.length];
      const before = unit.getAttribute("aria-selected");
      const from = performance.now();
      unit.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
      // What follows from the choice runs when the handler has ended, before anything is painted.
      for (let turn = 0; turn < 200 && unit.getAttribute("aria-selected") === before; turn += 1) await null;
      for (let turn = 0; turn < 20; turn += 1) await null;
      const handled = performance.now();
      document.querySelector("service-finder").getBoundingClientRect();
      const laidOut = performance.now();
      const longest = await busy(250);
      rows.push([handled - from, laidOut - handled, longest]);
      next(round + 1);
    };
    // The longest time within \`ms\` that the page does not answer: the longest task that follows, with what is painted.
    const busy = (ms) => new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      const since = performance.now();
      let [before, longest] = [since, 0];
      port1.onmessage = () => {
        const now = performance.now();
        longest = Math.max(longest, now - before);
        before = now;
        if (now - since < ms) port2.postMessage(0);
        else { port1.close(); done(longest); }
      };
      port2.postMessage(0);
    });
    next(0);`, rounds);
} finally {
  await driver.quit();
  server.close();
}
const at = (list, part) => quantile(list, part).toFixed(1);
const handler = choose.map(([handler]) => handler);
const layout = choose.map(([, layout]) => layout);
const after = choose.map(([, , longest]) => longest);
const both = choose.map(([handler, layout]) => handler + layout);
console.log(`the map on a phone's width, ${rate}x CPU slowdown`);
for (const [when, times] of Object.entries(open)) {
  console.log(`  choosing "map" to a drawing that can be used, ${when.padEnd(14)} ${at(times, 0.5)} ms (goal 300)`);
}
console.log(`  choosing a municipality: handler ${at(handler, 0.5)} ms, style and layout ${at(layout, 0.5)} ms; both p50 ${at(both, 0.5)}, p95 ${at(both, 0.95)} ms (goal 8)`);
console.log(`  the answer follows when that is painted: longest task p50 ${at(after, 0.5)}, p95 ${at(after, 0.95)} ms`);
