// Suggestions while typing: there for whoever wants them, never in the way.

import assert from "node:assert/strict";

import { LV, openFinder, results } from "./lib/finder.mjs";
import { Key, inEachEngine } from "./lib/page.mjs";

const box = (page) => page.get("combobox", LV.search);

inEachEngine("suggestions", ({ scenario }) => {
  scenario("are a listbox that arrow keys walk through and Enter chooses from", async (page) => {
    await openFinder(page);
    await (await box(page)).sendKeys("logop");
    await page.until("suggestions", async () => (await page.all("option")).length > 0);
    assert.equal(await (await box(page)).getAttribute("aria-expanded"), "true");
    await page.keys(Key.ARROW_DOWN);
    const active = await page.until("an active suggestion", () => page.run(() => {
      const root = document.querySelector("service-finder").shadowRoot;
      const id = root.querySelector("input").getAttribute("aria-activedescendant");
      const option = id && root.getElementById(id);
      return option && { selected: option.getAttribute("aria-selected"), name: finderRoles.nameOf(option) };
    }));
    assert.equal(active.selected, "true");
    await page.keys(Key.ENTER);
    await page.until("the list closed", async () => (await page.all("option")).length === 0);
    const query = await page.query();
    assert.ok(query.type?.length || query.open || query.q !== "logop", JSON.stringify(query));
  });

  scenario("an arrow pressed before the pause after typing is over keeps its place", async (page) => {
    // Suggestions for the last letter came after the arrow key, and took the place reached away.
    await openFinder(page);
    await (await box(page)).sendKeys("logop", Key.ARROW_DOWN);
    const active = await page.until("an active suggestion", () => page.run(() =>
      document.querySelector("service-finder").shadowRoot.querySelector("input").getAttribute("aria-activedescendant")));
    await page.until("the announcement, which comes after all pauses", async () => (await page.status()) !== "");
    assert.equal(await (await box(page)).getAttribute("aria-activedescendant"), active);
  });

  scenario("Escape closes them and leaves the words", async (page) => {
    await openFinder(page);
    await (await box(page)).sendKeys("logop");
    await page.until("suggestions", async () => (await page.all("option")).length > 0);
    await page.keys(Key.ESCAPE);
    await page.until("the list closed", async () => (await page.all("option")).length === 0);
    assert.equal(await (await box(page)).getAttribute("value"), "logop");
    assert.ok((await results(page)).length > 0);
    // And an arrow brings them back, with the first reached.
    await page.keys(Key.ARROW_DOWN);
    await page.until("suggestions again", async () => (await page.all("option")).length > 0);
    await page.until("the first reached", async () => (await (await box(page)).getAttribute("aria-activedescendant")) === "suggestion-0");
  });

  scenario("can be chosen by a tap", async (page) => {
    await openFinder(page, "", { width: 360 });
    await (await box(page)).sendKeys("atelp");
    const [option] = await page.until("suggestions", async () => {
      const found = await page.all("option");
      return found.length && found;
    });
    await option.click();
    await page.until("the list closed", async () => (await page.all("option")).length === 0);
    await page.until("something chosen", async () => (await page.query()).q !== "atelp");
  });

  scenario("Enter without choosing searches for the words as they are", async (page) => {
    await openFinder(page);
    await (await box(page)).sendKeys("atelp");
    await page.until("suggestions", async () => (await page.all("option")).length > 0);
    await page.keys(Key.ENTER);
    await page.until("the list closed", async () => (await page.all("option")).length === 0);
    assert.equal((await page.query()).q, "atelp");
  });
});
