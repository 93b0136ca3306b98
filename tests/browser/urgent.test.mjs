// Somebody is in danger: help stands under the words, calls at one tap, and can be left without a trace.

import assert from "node:assert/strict";

import { LV, openFinder, results } from "./lib/finder.mjs";
import { inEachEngine } from "./lib/page.mjs";

const HELP = "Palīdzība tūlīt";
const EXIT = "Ātri aizvērt šo lapu";

/** Types words of somebody in danger and waits for the help. */
async function inDanger(page) {
  await page.type("combobox", LV.search, "vīrs mani sit");
  await page.get("heading", HELP);
}

const BLANK = "/test/blank.html";

/** Goes `away` again and again from what stands in place of ours, be it news or the browser's own page that they cannot be reached. */
async function awayFromNews(page, away) {
  await page.until("the blank page", async () => {
    const here = await page.driver.getCurrentUrl();
    if (here.endsWith(BLANK)) return true;
    // WebKit names our page once more between the news that failed and its own page. Firefox tells of the page that cannot be
    // reached whenever it is done with it.
    const isNews = !here.startsWith(page.server.origin);
    if (isNews || away.fromOurs) await away.go().catch((error) => assert.match(error.message, /Reached error page/));
    return false;
  });
}

const toBlank = (page) => ({ fromOurs: true, go: () => page.driver.get(page.server.origin + BLANK) });

inEachEngine("urgent help", ({ scenario }) => {
  scenario("stands right under the words on a phone, with nothing over it, and calls at one tap", async (page) => {
    // It had stood below filters and order: a screen and a half down. Suggestions would have lain over it.
    await openFinder(page, "", { width: 360 });
    await inDanger(page);
    const box = await page.get("combobox", LV.search);
    const help = await page.get("region", HELP);
    const calls = [await page.get("link", /zvaniet 112/, help), await page.get("link", /Zvanīt 116 ?006/, help)];
    const addresses = await Promise.all(calls.map((call) => call.getAttribute("href")));
    assert.deepEqual(addresses, ["tel:112", "tel:116006"]);
    const place = (element) => page.run((element) => [element.getBoundingClientRect().top, element.getBoundingClientRect().bottom], element);
    const [[, boxEnd], [from], [, called]] = [await place(box), await place(help), await place(calls[1])];
    assert.ok(from >= boxEnd && from - boxEnd < 40, `${from - boxEnd} px under the words`);
    // A small phone's screen, of which the box takes the upper end.
    assert.ok(called - boxEnd < 400, `the helpline's number ends ${called - boxEnd} px under the words`);
    await page.until("no suggestions", async () => (await box.getAttribute("aria-expanded")) === "false");
    assert.deepEqual(await page.all("option"), []);
  });

  scenario("is not there for ordinary words, nor for half of one", async (page) => {
    await openFinder(page);
    await inDanger(page);
    for (const words of ["sit", "logopēds"]) {
      await page.type("combobox", LV.search, words);
      await page.until("the answer", async () => (await page.query()).q === words);
      await page.gone("heading", HELP);
    }
  });

  scenario("neither the words nor a shelter's page stand in the address, and the way back closes that page", async (page) => {
    await openFinder(page);
    await inDanger(page);
    await page.click("link", /Marta/i, await page.get("region", HELP));
    await page.until("the record", async () => (await page.parts("detail")).length === 1);
    assert.equal(await page.fragment(), "");
    // The way to leave at once is there too.
    const exit = await page.get("button", EXIT);
    await page.until("it in sight", () => page.run((exit) => exit.getBoundingClientRect().top >= 0 && exit.getBoundingClientRect().bottom < innerHeight, exit));
    await page.driver.navigate().back();
    await page.until("the results", async () => (await page.parts("detail")).length === 0 && (await results(page)).length > 0);
    await page.get("heading", HELP);
    assert.deepEqual(await page.query(), { q: "vīrs mani sit" });
  });

  scenario("leaving from a shelter's page empties the finder first: the way back may bring the page as it was left", async (page) => {
    await openFinder(page);
    await inDanger(page);
    await page.click("link", /Marta/i, await page.get("region", HELP));
    await page.until("the record", async () => (await page.parts("detail")).length === 1);
    const left = await page.run((exit) => {
      exit.click();
      return [document.querySelector("service-finder").query, location.hash];
    }, await page.get("button", EXIT));
    assert.deepEqual(left, [{}, ""]);
    await awayFromNews(page, toBlank(page));
  });

  scenario("leaving replaces the page: the way back leads to what was before it", async (page) => {
    await openFinder(page);
    await inDanger(page);
    // Not by the driver, which takes a page that cannot be reached for a fault of the click.
    await page.run((exit) => exit.click(), await page.get("button", EXIT));
    await page.until("another page", async () => !(await page.driver.getCurrentUrl()).startsWith(page.server.origin));
    // Were our page there still, the way back would end at it. WebKit's way back from a page that cannot be reached differs
    // from run to run, whatever was done before: there, that it is another page has to do.
    if (page.engine === "webkit") await awayFromNews(page, toBlank(page));
    else await awayFromNews(page, { fromOurs: false, go: () => page.driver.navigate().back() });
  });
});
