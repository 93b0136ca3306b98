// How long does a visitor on a cheap phone wait? Cold start of a page with the finder on slow 4G and a processor
// four times slower: first paint (the prerendered list), results ready, total blocking time, bytes.
//
// The peer's figures are DESIGN's: TSML UI 1.8 with 250 records, measured the same way, 2.4 s and 420 ms
// (it is not on npm, so it cannot run here).
import { serve } from "./serve.mjs";
import { chromium, quantile, throttle } from "./browser.mjs";

const dist = process.env.FINDER_DIST ?? new URL("../../dist", import.meta.url).pathname;
const rounds = Number(process.env.ROUNDS ?? 7);
const page = process.env.PAGE ?? "/index.html";
const peer = { ready: 2400, blocking: 420 };

const observe = `
  window.__cold = { long: [], ready: null };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.__cold.long.push([entry.startTime, entry.duration]);
  }).observe({ type: "longtask", buffered: true });
  addEventListener("service-finder-ready", () => {
    // Ready for the visitor is when the frame with the results has been drawn.
    requestAnimationFrame(() => setTimeout(() => { window.__cold.ready = performance.now(); }));
  });`;

const server = await serve(dist);
const rows = [];
try {
  for (let round = 0; round < rounds; round += 1) {
    // A new browser each time: nothing cached, nothing compiled.
    const driver = await chromium();
    try {
      await throttle(driver);
      await driver.sendDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source: observe });
      await driver.get(server.url + page);
      await driver.wait(() => driver.executeScript("return window.__cold.ready !== null"), 60_000);
      rows.push(
        await driver.executeScript(`
          const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN;
          const { long, ready } = window.__cold;
          const blocking = long.filter(([at]) => at >= paint && at <= ready).reduce((sum, [, d]) => sum + Math.max(0, d - 50), 0);
          const bytes = performance.getEntriesByType("resource").filter((e) => e.responseEnd <= ready)
            .reduce((sum, e) => sum + e.encodedBodySize, 0);
          return { paint, ready, blocking, longest: Math.max(0, ...long.map(([, d]) => d)), bytes };`),
      );
    } finally {
      await driver.quit();
    }
  }
} finally {
  server.close();
}

const median = (key) => quantile(rows.map((row) => row[key]), 0.5);
console.log(`cold start of ${page}, slow 4G (1.6 Mbit/s, 150 ms), 4x CPU slowdown, median of ${rounds}`);
console.log(`  first contentful paint  ${median("paint").toFixed(0)} ms`);
console.log(`  results interactive     ${median("ready").toFixed(0)} ms   ratio to TSML UI ${(median("ready") / peer.ready).toFixed(2)} (goal 0.60)`);
console.log(`  total blocking time     ${median("blocking").toFixed(0)} ms   (goal 50, TSML UI ${peer.blocking}); longest task ${median("longest").toFixed(0)} ms`);
console.log(`  bytes over the network  ${(median("bytes") / 1024).toFixed(0)} KB before results`);
