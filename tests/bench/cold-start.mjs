// How long does a visitor on a cheap phone wait? Cold start of a page with the finder on slow 4G and a processor
// four times slower: first paint (the prerendered list), results ready, total blocking time, bytes.
//
// The peer's figures are DESIGN's: TSML UI 1.8 with 250 records, measured the same way, 2.4 s and 420 ms (it is not on npm, so
// it cannot run here), on a machine where a minimal Leptos widget took 1.4 s. So such a widget is measured in the same run,
// round by round, where `cargo xtask bench cold-start` made it: what it takes here says how fast this machine is, roughly, since
// what DESIGN's widget had in it is not known.
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

import { serve } from "./serve.mjs";
import { chromium, quantile, throttle } from "./browser.mjs";

const dist = process.env.FINDER_DIST ?? new URL("../../dist", import.meta.url).pathname;
const rounds = Number(process.env.ROUNDS ?? 7);
// Where the minimal widget takes longer than 1.4 s, a smaller one measures a machine as fast as that of the peer's figures.
const rate = Number(process.env.RATE ?? 4);
const page = process.env.PAGE ?? "/index.html";
const peer = { ready: 2400, blocking: 420, minimal: 1400 };
const minimal = new URL("minimal/", process.env.FINDER_BENCH ? `file://${process.env.FINDER_BENCH}/` : new URL("../../target/bench/", import.meta.url));

const observe = `
  window.__cold = { long: [], ready: null };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.__cold.long.push([entry.startTime, entry.duration]);
  }).observe({ type: "longtask", buffered: true });
  addEventListener("service-finder-ready", () => {
    // Ready for the visitor is when the frame with the results has been drawn.
    requestAnimationFrame(() => setTimeout(() => { window.__cold.ready = performance.now(); }));
  });`;

/** Starts a page in a new browser, in which nothing is cached and nothing compiled; what it took. */
async function start(url) {
  const driver = await chromium();
  try {
    await throttle(driver, { cpu: rate });
    await driver.sendDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source: observe });
    await driver.get(url);
    await driver.wait(() => driver.executeScript("return window.__cold.ready !== null"), 60_000);
    return await driver.executeScript(`
      const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN;
      const { long, ready } = window.__cold;
      const blocking = long.filter(([at]) => at >= paint && at <= ready).reduce((sum, [, d]) => sum + Math.max(0, d - 50), 0);
      const bytes = performance.getEntriesByType("resource").filter((e) => e.responseEnd <= ready)
        .reduce((sum, e) => sum + e.encodedBodySize, 0);
      return { paint, ready, blocking, longest: Math.max(0, ...long.map(([, d]) => d)), bytes };`);
  } finally {
    await driver.quit();
  }
}

/** Writes the page of the minimal widget, and 250 services in the shape that it reads; compresses all as a host would. */
function prepareMinimal() {
  const { services } = JSON.parse(readFileSync(new URL("../../data/latvia.json", import.meta.url)));
  const plain = (text) => (typeof text === "string" ? text : (text?.lv ?? ""));
  const list = services.slice(0, 250).map((service) => ({
    id: service.id, name: plain(service.name), summary: plain(service.summary), place: service.place ?? "", phone: service.contact?.phone ?? "",
  }));
  writeFileSync(new URL("services.json", minimal), JSON.stringify(list));
  writeFileSync(new URL("start.js", minimal), 'import start from "./minimal.js";\nstart({ module_or_path: new URL("minimal_bg.wasm", import.meta.url) });\n');
  writeFileSync(
    new URL("index.html", minimal),
    '<!doctype html><html lang="lv"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Minimal</title><script type="module" src="start.js"></script><h1>Services</h1></html>',
  );
  for (const name of readdirSync(minimal).filter((name) => /\.(js|wasm|json)$/.test(name))) {
    writeFileSync(new URL(`${name}.br`, minimal), brotliCompressSync(readFileSync(new URL(name, minimal))));
  }
}

const beside = existsSync(new URL("minimal_bg.wasm", minimal));
if (beside) prepareMinimal();
const [server, other] = [await serve(dist), beside && (await serve(minimal.pathname))];
const [rows, minimals] = [[], []];
try {
  for (let round = 0; round < rounds; round += 1) {
    rows.push(await start(server.url + page));
    if (other) minimals.push(await start(`${other.url}/index.html`));
  }
} finally {
  server.close();
  if (other) other.close();
}

const median = (key, of = rows) => quantile(of.map((row) => row[key]), 0.5);
console.log(`cold start of ${page}, slow 4G (1.6 Mbit/s, 150 ms), ${rate}x CPU slowdown, median of ${rounds}`);
console.log(`  first contentful paint  ${median("paint").toFixed(0)} ms`);
console.log(`  results interactive     ${median("ready").toFixed(0)} ms   ratio to TSML UI ${(median("ready") / peer.ready).toFixed(2)} (goal 0.60)`);
console.log(`  total blocking time     ${median("blocking").toFixed(0)} ms   (goal 50, TSML UI ${peer.blocking}); longest task ${median("longest").toFixed(0)} ms`);
console.log(`  bytes over the network  ${(median("bytes") / 1024).toFixed(0)} KB before results`);
if (other) {
  const [ready, blocking] = [median("ready", minimals), median("blocking", minimals)];
  console.log(`  a minimal Leptos widget ${ready.toFixed(0)} ms, blocking ${blocking.toFixed(0)} ms, ${(median("bytes", minimals) / 1024).toFixed(0)} KB`);
  const relative = (median("ready") / ready) * (peer.minimal / peer.ready);
  console.log(`  so beside TSML UI, on a machine where that takes ${peer.minimal} ms: ${relative.toFixed(2)} (goal 0.60)`);
}
