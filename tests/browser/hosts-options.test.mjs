// What a page asks for by attributes, right and wrong.

import assert from "node:assert/strict";

import { LV, openFinder, statusAfter } from "./lib/finder.mjs";
import { inEachEngine } from "./lib/page.mjs";

inEachEngine("options", ({ scenario }) => {
  scenario("a word in lock that is no query key locks nothing, and is told with those that are", async (page) => {
    page.expect(/^warn: service-finder: lock knows q, region, municipality, type, audience, view, sort, .*, not regoin$/);
    await openFinder(page, "?region=zemgale&lock=regoin%20type");
    await page.get("button", LV.remove("Zemgale"));
    assert.equal((await page.said()).length, 1);
    assert.deepEqual(await page.all("group", "Pakalpojuma veids"), []);
  });

  scenario("the filter button counts what a visitor can take back", async (page) => {
    await openFinder(page, "?region=zemgale&type=respite&lock=region", { width: 400 });
    await page.get("button", "Filtri (1)");
    await page.click("button", /^Noņemt filtru/);
    await page.get("button", "Filtri");
  });

  scenario("where every facet is locked there is nothing to filter by", async (page) => {
    await openFinder(page, "?region=zemgale&lock=region%20municipality%20type%20audience", { width: 400 });
    await page.get("button", LV.map);
    assert.deepEqual(await page.all("button", LV.filters), []);
    await openFinder(page, "?region=zemgale&lock=region%20municipality%20type%20audience");
    await page.until("one column", () => page.run(() => !document.querySelector("service-finder").shadowRoot.querySelector(".has-filters")));
  });

  scenario("a wrong value is told once", async (page) => {
    page.expect(/^warn: service-finder: region does not know “nowhere”/);
    await openFinder(page);
    await page.run(() => document.querySelector("service-finder").setAttribute("region", "nowhere"));
    await page.until("the warning", async () => (await page.said()).length > 0);
    await statusAfter(page, () => page.run(() => document.querySelector("service-finder").setAttribute("region", "zemgale")));
    assert.equal((await page.said()).length, 1);
  });

  scenario("a view that sections leaves out is not shown, whoever asks", async (page) => {
    await openFinder(page, "?sections=search%20filters%20list%20stories#sf?view=map");
    const view = () => page.run(() => document.querySelector("service-finder").query.view ?? "list");
    assert.equal(await view(), "list");
    await page.run(() => (document.querySelector("service-finder").query = { view: "map" }));
    assert.equal(await view(), "list");
    await page.run(() => (document.querySelector("service-finder").query = { view: "stories" }));
    assert.equal(await view(), "stories");
    await page.run(() => document.querySelector("service-finder").setAttribute("view", "programme"));
    assert.equal(await view(), "list");
  });
});
