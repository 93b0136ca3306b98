// Pages that embed the finder: our own demo pages, strict ones and hostile ones.

import assert from "node:assert/strict";

import { LV, results, statusAfter, total } from "./lib/finder.mjs";
import { inEachEngine } from "./lib/page.mjs";

const DEMOS = ["/index.html", "/demo/en.html", "/demo/narrow.html", "/demo/region.html", "/demo/dark.html", "/demo/strict.html"];

inEachEngine("hosts", ({ scenario }) => {
  for (const demo of DEMOS) {
    scenario(`${demo} works, and nobody else is contacted`, async (page) => {
      await page.open(demo);
      await page.ready();
      assert.ok(total(await page.status()) > 0);
      assert.ok((await results(page)).length > 0);
      assert.equal(await page.run(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
    });
  }

  scenario("/demo/two.html has two finders", async (page) => {
    await page.open("/demo/two.html");
    await page.ready(0);
    await page.ready(1);
    assert.ok((await results(page, 0)).length > 0 && (await results(page, 1)).length > 0);
  });

  scenario("the demo page has the whole list inside before any script", async (page) => {
    const text = await (await fetch(`${page.server.origin}/index.html`)).text();
    const inside = /<service-finder[^>]*>(.*)<\/service-finder>/s.exec(text)[1];
    assert.match(inside, /<a href=/);
    await page.open("/index.html");
  });

  scenario("a page that forbids WebAssembly keeps its list", async (page) => {
    page.expect(/^error: service-finder \(wasm-blocked\).*'wasm-unsafe-eval'/);
    page.allow(/^policy:/, /^browser: .*Content Security Policy/);
    await page.open("/test/hosts/no-wasm.html");
    await page.get("link", "the list");
    const [event] = await page.until("the event", async () => {
      const events = await page.events("error");
      return events.length && events;
    });
    assert.equal(event.detail.code, "wasm-blocked");
  });

  scenario("a page with the strictest policy that lets it run", async (page) => {
    await page.open("/test/hosts/strict.html");
    await page.ready();
    await statusAfter(page, () => page.type("combobox", LV.search, "logopēds"));
    assert.ok((await results(page)).length > 0);
    for (const view of [LV.map, LV.stories, LV.programme, LV.list]) await page.click("button", view);
    await page.run(() => document.querySelector("service-finder").open("service:jelgava-socialo-lietu-parvalde"));
    await page.until("the record", async () => (await page.parts("detail")).length === 1);
  });

  scenario("a page that fights everything on it", async (page) => {
    await page.open("/test/hosts/hostile.html");
    await page.ready();
    const before = total(await page.status());
    await statusAfter(page, () => page.type("combobox", LV.search, "logopēds"));
    assert.ok(total(await page.status()) < before);
    const styles = await page.run(() => {
      const root = document.querySelector("service-finder").shadowRoot;
      return { size: parseFloat(getComputedStyle(root.querySelector("input")).fontSize), turned: getComputedStyle(root.querySelector("button")).transform, width: root.querySelector('[part="root"]').getBoundingClientRect().width };
    });
    assert.ok(styles.size >= 14 && styles.turned === "none" && styles.width > 300, JSON.stringify(styles));
  });
});
