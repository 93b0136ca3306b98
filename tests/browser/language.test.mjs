// The finder speaks the page's language, and another if the visitor wants.

import assert from "node:assert/strict";

import { LV, openFinder, results, statusAfter, total } from "./lib/finder.mjs";
import { inEachEngine } from "./lib/page.mjs";

const root = (page) => page.run(() => document.querySelector("service-finder").shadowRoot.querySelector('[part="root"] [lang]').lang);

inEachEngine("language", ({ scenario }) => {
  scenario("follows the page", async (page) => {
    await openFinder(page, "?page-lang=en-GB");
    await page.get("combobox", "What are you looking for?");
    assert.match(await page.status(), /services/);
    assert.equal(await root(page), "en");
  });

  scenario("follows its own attribute first, also when it changes", async (page) => {
    await openFinder(page, "?page-lang=en&lang=lv");
    await page.get("combobox", LV.search);
    await page.run(() => document.querySelector("service-finder").removeAttribute("lang"));
    await page.get("combobox", "What are you looking for?");
  });

  scenario("switches on request, keeps the query, and stays where the visitor was", async (page) => {
    await openFinder(page);
    await statusAfter(page, () => page.click("checkbox", /^Zemgale/));
    const [count, found] = [total(await page.status()), (await results(page)).length];
    await page.click("button", "English");
    await page.get("combobox", "What are you looking for?");
    await page.until("the count", async () => /service/.test(await page.status()));
    assert.equal(total(await page.status()), count);
    assert.equal((await results(page)).length, found);
    assert.deepEqual(await page.query(), { region: ["zemgale"] });
    await page.until("the focus", async () => (await page.focused()).name === "English");
    await page.click("button", "Latviešu");
    await page.get("combobox", LV.search);
  });

  scenario("marks texts that have no translation", async (page) => {
    await openFinder(page, "?lang=en");
    const unmarked = await page.run(() => {
      const cards = document.querySelector("service-finder").shadowRoot.querySelectorAll('[part~="result"]');
      // Letters that English does not have, outside anything marked as Latvian.
      return Array.from(cards).flatMap((card) => {
        const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
        const found = [];
        while (walker.nextNode()) {
          if (/[āčēģīķļņšūž]/i.test(walker.currentNode.data) && walker.currentNode.parentElement.closest("[lang]").lang !== "lv") found.push(walker.currentNode.data);
        }
        return found;
      }).filter((text) => !/^[^,]+, /.test(text));
    });
    // Names of places are the same in both languages.
    assert.ok(unmarked.length < 30, unmarked.join("\n"));
  });
});
