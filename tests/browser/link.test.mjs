// The address holds what was asked: links, back and forward.

import assert from "node:assert/strict";

import { FINDER, LV, openFinder, results, statusAfter, total } from "./lib/finder.mjs";
import { inEachEngine } from "./lib/page.mjs";

inEachEngine("link", ({ scenario }) => {
  scenario("shows another visitor the same", async (page) => {
    await openFinder(page);
    await statusAfter(page, () => page.click("checkbox", /^Zemgale/));
    await statusAfter(page, () => page.type("combobox", LV.search, "atelpas brīdis"));
    await page.until("the address", async () => /q=atelpas brīdis/.test(await page.fragment()));
    const [status, ids, address] = [await page.status(), await results(page), await page.run(() => location.hash)];
    await openFinder(page, address);
    assert.equal(await page.status(), status);
    assert.deepEqual(await results(page), ids);
    assert.equal(await (await page.get("combobox", LV.search)).getAttribute("value"), "atelpas brīdis");
    assert.equal(await page.run(() => location.hash), address);
  });

  scenario("opens a record", async (page) => {
    await openFinder(page, "#sf?open=service:jelgava-socialo-lietu-parvalde");
    await page.get("heading", /Jelgavas sociālo lietu pārvalde/);
    await page.click("button", LV.back);
    await page.until("the results", async () => (await results(page)).length > 0);
  });

  scenario("back and forward go through what was chosen, not through each letter", async (page) => {
    await openFinder(page);
    const steps = [await page.status()];
    await statusAfter(page, () => page.click("checkbox", /^Zemgale/));
    steps.push(await page.status());
    await statusAfter(page, () => page.type("combobox", LV.search, "bērn"));
    await page.until("the address", async () => /q=bērn$|q=bērn&/.test(await page.fragment()));
    const typed = await page.status();
    await statusAfter(page, () => page.click("checkbox", /^Vidzeme/));
    const last = await page.status();
    const length = await page.run(() => history.length);
    await page.driver.navigate().back();
    await page.until("the step before", async () => (await page.status()) === typed);
    await page.driver.navigate().back();
    await page.until("the start", async () => (await page.status()) === steps[0]);
    assert.equal(await page.fragment(), "");
    await page.driver.navigate().forward();
    await page.until("the words", async () => (await page.status()) === typed);
    await page.driver.navigate().forward();
    await page.until("the end", async () => (await page.status()) === last);
    assert.equal(await page.run(() => history.length), length);
  });

  scenario("back closes a record", async (page) => {
    await openFinder(page);
    const [id] = await results(page);
    const heading = (await page.all("heading", null, (await page.parts("result"))[0]))[0];
    const title = await page.text(heading);
    await page.press((await page.all("link", title)).concat(await page.all("button", title))[0]);
    await page.until("the record", async () => (await page.parts("detail")).length === 1);
    await page.driver.navigate().back();
    await page.until("the results", async () => (await results(page))[0] === id && (await page.parts("detail")).length === 0);
  });

  scenario("leaves the page's own anchors alone", async (page) => {
    await openFinder(page, "#anchor");
    assert.equal(await page.fragment(), "#anchor");
    await statusAfter(page, () => page.click("checkbox", /^Zemgale/));
    const narrowed = await page.status();
    await page.click("link", "a link of the page");
    assert.equal(await page.fragment(), "#anchor");
    assert.equal(await page.status(), narrowed);
  });

  scenario("is not written before the visitor acts, nor by the page's script", async (page) => {
    await openFinder(page, "?region=vidzeme");
    assert.equal(await page.fragment(), "");
    await statusAfter(page, () => page.run(() => {
      document.querySelector("service-finder").query = { region: ["zemgale"] };
    }));
    assert.equal(await page.fragment(), "");
    assert.deepEqual(await page.query(), { region: ["zemgale"] });
    await statusAfter(page, () => page.run(() => document.querySelector("service-finder").reset()));
    assert.deepEqual(await page.query(), { region: ["vidzeme"] });
  });

  scenario("is not written when the page's script asks for words before words are there", async (page) => {
    // They were written once the words had been loaded, whoever had asked for them, and took the page's own anchor.
    await openFinder(page, "#anchor");
    await statusAfter(page, () => page.run(() => {
      document.querySelector("service-finder").query = { q: "aprūpe" };
    }));
    // Addresses wait for a pause in typing: this timer was set later and runs later.
    await page.runAsync(() => new Promise((done) => setTimeout(done, 500)));
    assert.equal(await page.fragment(), "#anchor");
  });

  scenario("is not written at all with an empty url-key", async (page) => {
    await openFinder(page, "?url-key=");
    await statusAfter(page, () => page.click("checkbox", /^Zemgale/));
    assert.equal(await page.fragment(), "");
  });

  scenario("does not hold the words of a private finder", async (page) => {
    await openFinder(page, "?private=");
    await statusAfter(page, () => page.type("combobox", LV.search, "centrs"));
    await statusAfter(page, () => page.click("checkbox", /^Zemgale/));
    assert.equal(await page.fragment(), "#sf?region=zemgale");
  });

  scenario("does not hold urgent words, and going back does not take them away", async (page) => {
    // The words of somebody in danger were kept out of the address, so the way back from a shelter's page emptied the
    // search and took the helplines away.
    await openFinder(page);
    await statusAfter(page, () => page.type("combobox", LV.search, "vardarbība"));
    const status = await page.status();
    const [id] = await results(page);
    await page.run((id) => document.querySelector("service-finder").shadowRoot.querySelector(`[data-id="${id}"] a`).click(), id);
    await page.until("the record", async () => (await page.parts("detail")).length === 1);
    assert.doesNotMatch(await page.fragment(), /q=/);
    await page.driver.navigate().back();
    await page.until("the results", async () => (await page.parts("detail")).length === 0);
    assert.equal(await page.status(), status);
    assert.deepEqual(await page.query(), { q: "vardarbība" });
  });

  scenario("cannot change what the page locks", async (page) => {
    await openFinder(page, "?region=zemgale&lock=region#sf?region=vidzeme&q=centrs");
    assert.deepEqual(await page.query(), { q: "centrs", region: ["zemgale"] });
    assert.deepEqual(await page.all("checkbox", /^Vidzeme/), []);
    await page.click("button", LV.clearAll);
    await page.until("only the lock", async () => (await page.query()).q === undefined);
    assert.deepEqual(await page.query(), { region: ["zemgale"] });
  });

  scenario("ignores what it does not know, and says so once each", async (page) => {
    page.expect(/^warn: service-finder: there is no query key “colour”/, /^warn: service-finder: region does not know “nowhere”/);
    await page.open(`${FINDER}#sf?colour=red&region=nowhere,zemgale&q=%E0%A4%A`);
    await page.ready();
    assert.deepEqual((await page.query()).region, ["zemgale"]);
    assert.equal((await page.said()).length, 2);
    assert.ok(Number.isInteger(total(await page.status())));
  });
});
