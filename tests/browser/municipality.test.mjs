// A visitor looks near home: by the list of places and on the map.

import assert from "node:assert/strict";

import { LV, openFinder, results, statusAfter, total } from "./lib/finder.mjs";
import { inEachEngine } from "./lib/page.mjs";

inEachEngine("municipality", ({ scenario }) => {
  scenario("a region, and one municipality within it", async (page) => {
    await openFinder(page);
    const all = total(await page.status());
    const region = total(await statusAfter(page, () => page.click("checkbox", /^Zemgale/)));
    assert.ok(region > 0 && region < all);
    await page.click("button", /^Pašvaldības: Zemgale/);
    const one = total(await statusAfter(page, () => page.click("checkbox", /^Bauskas novads/)));
    assert.ok(one > 0 && one < region, `${one} of ${region}`);
    assert.deepEqual(await page.query(), { region: ["zemgale"], municipality: ["LV-016"] });
  });

  scenario("nationwide services stand apart, after the local ones", async (page) => {
    await openFinder(page, "?municipality=LV-016");
    assert.match(await page.status(), /^\d+ pakalpojum\S* un \d+ visā Latvijā$/);
    await page.get("heading", LV.nationwide);
  });

  scenario("by a tap on the map", async (page) => {
    await openFinder(page, "?view=map");
    const [place] = await page.until("the map", async () => {
      const found = await page.run(() => {
        const root = document.querySelector("service-finder").shadowRoot;
        return Array.from(root.querySelectorAll('[part~="municipality"][data-id="LV-016"]'));
      });
      return found.length && found;
    });
    const before = await page.status();
    // Where its number stands: a shape's own middle may lie in its neighbour.
    await page.pressAt(await page.run((place) => place.getRootNode().querySelector(`[data-label="${place.dataset.id}"] text`), place));
    await page.until("fewer services", async () => (await page.status()) !== before);
    assert.deepEqual((await page.query()).municipality, ["LV-016"]);
    await page.until("results", async () => (await results(page)).length > 0);
    assert.match(await page.fragment(), /municipality=LV-016/);
    await page.get("button", LV.remove("Bauskas novads"));
  });
});
