// Parts of the finder are downloaded when they are first wanted: late, or not at all.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";

import { CATALOGUE, FINDER, LV, OFFICE, holdParts, openFinder, results, statusAfter, total } from "./lib/finder.mjs";
import { inEachEngine } from "./lib/page.mjs";
import { DIST, readDist } from "./lib/server.mjs";

/** The path of a chunk, whatever its hash. */
const chunk = (name) => {
  const file = readdirSync(join(DIST, "assets")).find((file) => file.startsWith(`finder_${name}-`) && file.endsWith(".wasm"));
  assert.ok(file, `a chunk for ${name} in dist/`);
  return `/assets/${file}`;
};

/** The path of the words that only a search reads, in a language. */
const lexicon = (lang) => {
  const file = readdirSync(join(DIST, "catalogue")).find((file) => file.startsWith(`latvia.lexicon-${lang}-`) && file.endsWith(".json"));
  assert.ok(file, `a lexicon in dist/, ${lang}`);
  return `/catalogue/${file}`;
};

const gone = () => ({ status: 503, body: "" });

inEachEngine("chunks", ({ scenario }) => {
  scenario("nothing but the list is downloaded before the list is there", async (page) => {
    const release = page.server.hold(CATALOGUE);
    await page.open(FINDER);
    await page.until("loading", async () => /Ielādē/.test(await page.status()));
    await page.run(() => addEventListener("service-finder-ready", () => (window.readyAt = performance.now())));
    release();
    await page.ready();
    const early = await page.run(() => performance.getEntriesByType("resource").filter((entry) => entry.startTime < readyAt).map((entry) => entry.name));
    assert.ok(early.some((name) => /finder_bg-/.test(name)), early.join("\n"));
    assert.deepEqual(early.filter((name) => /finder_(map|near|programme|service|shared|stories|words)-|lexicon/.test(name)), []);
  });

  scenario("words typed while what they need is on its way are found once it is there", async (page) => {
    const release = page.server.hold(chunk("words"));
    await openFinder(page);
    const all = await page.status();
    await page.type("combobox", LV.search, "logopēds");
    await page.until("the search to be announced", async () => (await page.status()) === LV.searching);
    // What was there stays meanwhile.
    assert.ok((await results(page)).length > 0);
    assert.deepEqual(await page.events("change"), []);
    release();
    const found = await page.until("results", async () => {
      const status = await page.status();
      return status !== LV.searching && status;
    });
    assert.ok(total(found) > 0 && total(found) < total(all), found);
    const changes = await page.events("change");
    assert.deepEqual(changes.map(({ detail }) => detail.query.q), ["logopēds"]);
  });

  scenario("a search that cannot be loaded says so, shows everything, and is tried again", async (page) => {
    page.server.replace(chunk("words"), gone);
    await openFinder(page);
    page.expect(/^warn: service-finder: a part of the finder could not be loaded/);
    page.allow(/503/);
    await page.type("combobox", LV.search, "logo");
    await page.until("the notice", async () => /neizdevās ielādēt/.test(await page.status()));
    assert.ok((await results(page)).length > 0);
    page.server.restore();
    const found = await statusAfter(page, () => page.type("combobox", LV.search, "logopēds"));
    assert.match(found, /pakalpojum/);
  });

  // Details that come while words are on their way had made the finder say that searching had failed.
  scenario("words on their way have not failed because details are here first", async (page) => {
    const release = page.server.hold(lexicon("lv"));
    await openFinder(page);
    await page.type("combobox", LV.search, "man vajag atpūsties");
    await page.until("the search to be announced", async () => (await page.status()) === LV.searching);
    await page.run((id) => document.querySelector("service-finder").open(id), OFFICE);
    await page.until("the details", () => page.run(() => document.querySelector("service-finder").shadowRoot.querySelector('[part~="detail"] dl') !== null));
    await page.click("button", LV.back);
    assert.equal(await page.status(), LV.searching);
    release();
    await page.until("results", async () => (await results(page)).some((id) => /atelpas-bridis/.test(id)));
  });

  scenario("a search whose words cannot be loaded says so, and is tried again", async (page) => {
    const release = await holdParts(page);
    page.server.replace(lexicon("lv"), gone);
    await openFinder(page);
    page.expect(/^warn: service-finder: could not load .*lexicon-lv/);
    page.allow(/503/);
    await page.type("combobox", LV.search, "atpū");
    await page.until("the notice", async () => /neizdevās ielādēt/.test(await page.status()));
    assert.ok((await results(page)).length > 0);
    page.server.restore();
    await statusAfter(page, () => page.type("combobox", LV.search, "man vajag atpūsties"));
    await page.get("checkbox", /^Atelpas brīdis/);
    assert.ok((await results(page)).some((id) => /atelpas-bridis/.test(id)));
    release();
  });

  scenario("words that were changed since are not used: the plain file has them", async (page) => {
    const release = await holdParts(page);
    const path = lexicon("lv");
    const text = await readDist(path);
    page.server.replace(path, () => ({ type: "application/json", body: text.replace("atpūsties", "atpusties") }));
    await openFinder(page);
    await statusAfter(page, () => page.type("combobox", LV.search, "man vajag atpūsties"));
    assert.ok((await results(page)).some((id) => /atelpas-bridis/.test(id)));
    assert.ok(page.server.requests.some((path) => /latvia\.words-/.test(path)));
    release();
  });

  scenario("another language brings its own words", async (page) => {
    const release = await holdParts(page);
    await openFinder(page);
    await statusAfter(page, () => page.type("combobox", LV.search, "man vajag atpūsties"));
    await page.click("button", "English");
    await page.until("English results", async () => /services/.test(await page.status()));
    await statusAfter(page, () => page.type("combobox", /looking for/, "I need a rest"));
    assert.ok((await results(page)).some((id) => /atelpas-bridis/.test(id)));
    assert.ok(page.server.requests.includes(lexicon("en")));
    assert.ok(!page.server.requests.some((path) => /latvia\.(plain|words)/.test(path)));
    release();
  });

  // The language is joined to plain JSON then, and what was prepared for the first one has none of its words.
  scenario("a language chosen once all is here brings its own words too", async (page) => {
    await openFinder(page);
    await statusAfter(page, () => page.type("combobox", LV.search, "man vajag atpūsties"));
    await page.run((id) => document.querySelector("service-finder").open(id), OFFICE);
    await page.until("the details", () => page.run(() => document.querySelector("service-finder").shadowRoot.querySelector('[part~="detail"] dl') !== null));
    await page.click("button", LV.back);
    await page.click("button", "English");
    await page.until("English results", async () => /services/.test(await page.status()));
    await statusAfter(page, () => page.type("combobox", /looking for/, "I need a rest"));
    assert.ok((await results(page)).some((id) => /atelpas-bridis/.test(id)));
    assert.ok(page.server.requests.some((path) => /latvia\.words-/.test(path)));
  });

  scenario("what fails once is there at the second try, and nobody is told", async (page) => {
    let asked = 0;
    page.server.replace(chunk("words"), () => (asked++ ? undefined : gone()));
    page.allow(/503/);
    await openFinder(page);
    const found = await statusAfter(page, () => page.type("combobox", LV.search, "logopēds"));
    assert.match(found, /pakalpojum/);
    assert.equal(asked, 2);
  });

  // WebKit ends a page's downloads when the next page is asked for, and the page still sees them fail.
  scenario("a page that is left while parts are on their way says nothing", async (page) => {
    const release = page.server.hold(chunk("words"));
    await openFinder(page);
    await page.type("combobox", LV.search, "logopēds");
    await page.until("the search to be announced", async () => (await page.status()) === LV.searching);
    await page.open("/test/blank.html?left");
    release();
  });

  scenario("a page that cannot be loaded says so, and can be tried again", async (page) => {
    page.server.replace(chunk("service"), gone);
    await openFinder(page);
    page.expect(/^warn: service-finder: a part of the finder could not be loaded/);
    page.allow(/503/);
    const [first] = await results(page);
    await page.run((id) => document.querySelector("service-finder").open(`service:${id}`), first);
    await page.get("button", LV.back);
    const again = await page.get("button", LV.retry);
    page.server.restore();
    await again.click();
    await page.until("the record", () => page.run((id) => document.querySelector("service-finder").shadowRoot.querySelector(`[part="detail"][data-id="${id}"]`) !== null, first));
    assert.notEqual((await page.focused())?.role, undefined);
  });
});
