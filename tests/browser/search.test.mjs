// A visitor looks for words.

import assert from "node:assert/strict";

import { LV, openFinder, results, statusAfter, total } from "./lib/finder.mjs";
import { Key, inEachEngine } from "./lib/page.mjs";

inEachEngine("search", ({ scenario }) => {
  scenario("finds services by a word, and says how many", async (page) => {
    await openFinder(page);
    const all = total(await page.status());
    assert.ok(all > 300, `${all} services at first`);
    const status = await statusAfter(page, () => page.type("combobox", LV.search, "logopēds"));
    assert.match(status, /pakalpojum/);
    assert.ok(total(status) > 0 && total(status) < all, status);
    assert.ok((await results(page)).length > 0);
    const [change] = (await page.events("change")).slice(-1);
    assert.equal(change.detail.query.q, "logopēds");
    assert.ok(change.bubbles && change.composed);
  });

  scenario("finds the same without diacritics, in capitals, and with another ending", async (page) => {
    await openFinder(page);
    await statusAfter(page, () => page.type("combobox", LV.search, "logopēds"));
    const wanted = await results(page);
    for (const spelling of ["logopeds", "LOGOPĒDS", "logopēda"]) {
      await page.type("combobox", LV.search, spelling);
      await page.until(`the results of ${spelling}`, async () => (await page.query()).q === spelling && String(await results(page)) === String(wanted));
    }
  });

  scenario("leaves what is typed as it is typed, the caret too", async (page) => {
    await openFinder(page);
    const box = await page.get("combobox", LV.search);
    await box.sendKeys("  Dienas Centrs", Key.HOME, "X", Key.END, "!");
    await page.until("the text", async () => (await box.getAttribute("value")) === "X  Dienas Centrs!");
  });

  scenario("says what to do where nothing matches", async (page) => {
    await openFinder(page);
    const status = await statusAfter(page, () => page.type("combobox", LV.search, "qqqqqzzz"));
    assert.equal(status, LV.nothing);
    await page.get("heading", "Pamēģiniet tā:");
    await page.get("button", LV.clearAll, (await page.parts("results"))[0]);
    await page.click("button", LV.clear);
    await page.until("all results", async () => total(await page.status()) > 300);
    assert.equal((await page.focused()).role, "combobox");
  });

  scenario("adds what matches some of the words where few match all, and does not count it", async (page) => {
    await openFinder(page);
    const words = "dienas centrs autisms jelgava";
    await statusAfter(page, () => page.type("combobox", LV.search, words));
    await page.until("an answer to all words", async () => (await page.query()).q === words);
    await page.get("heading", "Šie atbilst tikai daļai vārdu");
    const counted = total(await page.status());
    assert.ok(counted > 0 && counted < 10, `${counted} match all`);
    assert.equal((await results(page)).length, 10);
    await page.click("button", LV.clear);
    await page.gone("heading", "Šie atbilst tikai daļai vārdu");
  });

  scenario("shows more on request, never by scrolling", async (page) => {
    await openFinder(page);
    const first = await results(page);
    await page.run(() => scrollTo(0, document.documentElement.scrollHeight));
    assert.deepEqual(await results(page), first);
    await page.click("button", /^Rādīt vēl \d+$/, (await page.parts("results"))[0]);
    await page.until("more results", async () => (await results(page)).length > first.length);
    assert.deepEqual((await results(page)).slice(0, first.length), first);
  });
});
