// A catalogue that is missing, late, cut off, or has faults in it.

import assert from "node:assert/strict";

import { CATALOGUE, FINDER, LV, OFFICE, catalogue, details, holdParts, openFinder, results, total } from "./lib/finder.mjs";
import { inEachEngine } from "./lib/page.mjs";
import { readDist } from "./lib/server.mjs";

const json = (value) => () => ({ type: "application/json", body: typeof value === "string" ? value : JSON.stringify(value) });

/** The open record is whole and in English, and so are the results behind it. */
async function inEnglish(page) {
  await page.until("the details", () => page.run(() => document.querySelector("service-finder").shadowRoot.querySelector('[part~="detail"] dl') !== null));
  await page.click("button", "Back to the results");
  await page.until("English results", async () => /services/.test(await page.status()));
  await page.until("the English name of a kind of service", () => page.run(() => /Specialised workshop/.test(document.querySelector("service-finder").shadowRoot.textContent)));
}

async function failed(page, code) {
  await page.until("the message", async () => (await page.status()) === LV.failed);
  await page.get("link", "the list");
  const errors = await page.until("the event", async () => {
    const events = await page.events("error");
    return events.length && events;
  });
  assert.deepEqual(errors.map((event) => event.detail.code), [code]);
  page.expect(/^error: service-finder.*latvia\.json/);
  page.allow(/^browser: .*Failed to load resource/);
}

inEachEngine("catalogue", ({ scenario }) => {
  scenario("missing: the page's list stays, and trying again works", async (page) => {
    page.server.replace(CATALOGUE, () => ({ status: 404, body: "" }));
    await page.open(FINDER);
    await failed(page, "network");
    page.server.restore();
    await page.click("button", LV.retry);
    await page.ready();
    await page.gone("link", "the list");
    assert.ok((await results(page)).length > 0);
  });

  scenario("cut off half-way: the page's list stays, and trying again works", async (page) => {
    const whole = JSON.stringify(await catalogue());
    page.server.replace(CATALOGUE, () => ({ type: "application/json", headers: { "content-length": whole.length }, body: whole.slice(0, 20_000), cut: true }));
    await page.open(FINDER);
    await failed(page, "network");
    page.server.restore();
    await page.click("button", LV.retry);
    await page.ready();
  });

  scenario("not a catalogue at all", async (page) => {
    page.server.replace(CATALOGUE, json("<!doctype html><title>Not found</title>"));
    await page.open(FINDER);
    await failed(page, "catalogue");
  });

  scenario("late: says that it is loading, then that it is slow", async (page) => {
    const release = page.server.hold(CATALOGUE);
    await page.open(FINDER);
    await page.until("loading", async () => /Ielādē pakalpojumus/.test(await page.status()));
    await page.get("link", "the list");
    await page.until("slow", async () => /Savienojums ir lēns/.test(await page.status()));
    await page.get("link", "the list");
    release();
    await page.ready();
    await page.gone("link", "the list");
  });

  scenario("with bad records: they are left out and told, all others are there", async (page) => {
    const broken = await catalogue();
    const good = broken.services.length;
    delete broken.services[0].name;
    broken.services[1].types = ["no-such-kind"];
    broken.services[2].id = broken.services[3].id;
    broken.services[4] = "not a record";
    page.server.replace(CATALOGUE, json(broken));
    page.expect(/^warn: service-finder: .*latvia\.json has \d+ problem.*services\[0\]/s);
    await openFinder(page);
    const [ready] = await page.events("ready");
    assert.ok(ready.detail.services >= good - 4 && ready.detail.services < good, `${ready.detail.services} of ${good}`);
    assert.ok(ready.detail.problems >= 4);
    assert.ok(total(await page.status()) > 300);
  });

  scenario("prepared for another version of the finder: the plain file is read", async (page) => {
    const prepared = await readDist("catalogue/latvia.json");
    const layout = /"prepared":"([0-9a-f]{16})/.exec(prepared)[1];
    page.server.replace(CATALOGUE, json(prepared.replace(layout, "0".repeat(16))));
    await openFinder(page);
    assert.ok(total(await page.status()) > 300);
    assert.ok(page.server.requests.some((path) => /latvia\.plain/.test(path)));
    await page.click("button", "English");
    await page.until("English results", async () => /services/.test(await page.status()));
  });

  // On a slow machine what is fetched ahead had been joined before the language was chosen: the plain file has it then.
  scenario("in two languages: the second is prepared too, and details are joined to it", async (page) => {
    const release = await holdParts(page);
    await openFinder(page);
    await page.click("button", "English");
    await page.until("English results", async () => /services/.test(await page.status()));
    assert.ok(page.server.requests.some((path) => /latvia\.prepared-en/.test(path)));
    release();
    await page.run((id) => document.querySelector("service-finder").open(id), OFFICE);
    await inEnglish(page);
  });

  // What was read by then had no English texts: joined to again, it turned the names Latvian.
  scenario("a part that could not be joined does not cost the language that is chosen next", async (page) => {
    const noPart = json("<!doctype html><title>Sign in</title>");
    page.server.replace(await details(), noPart);
    page.allow(/^warn: service-finder: /);
    await openFinder(page);
    // What is fetched ahead has been asked for by then, the stories last: nothing but the visitor tries again.
    await page.until("the stories to be asked for", () => page.server.requests.some((path) => /latvia\.stories-/.test(path)));
    await page.run((id) => document.querySelector("service-finder").open(id), OFFICE);
    await page.get("button", LV.retry);
    page.server.restore();
    await page.click("button", "English");
    await page.click("button", "Try again");
    await inEnglish(page);
  });

  scenario("the language asked for last is spoken, whatever arrives first", async (page) => {
    const releaseParts = await holdParts(page);
    await openFinder(page);
    const prepared = /latvia\.prepared-en-\w+\.json/.exec(await readDist("catalogue/latvia.json"))[0];
    const release = page.server.hold(`/catalogue/${prepared}`);
    await page.run(() => document.querySelector("service-finder").setAttribute("lang", "en"));
    await page.until("the English texts to be asked for", () => page.server.requests.some((path) => path.endsWith(prepared)));
    await page.run(() => document.querySelector("service-finder").setAttribute("lang", "lv"));
    release();
    await page.until("the English texts", () => page.run((prepared) => performance.getEntriesByType("resource").some(({ name, responseEnd }) => name.endsWith(prepared) && responseEnd > 0), prepared));
    await page.runAsync(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    assert.match(await page.status(), /pakalpojum/);
    releaseParts();
  });

  scenario("without any service", async (page) => {
    const empty = await catalogue();
    page.server.replace(CATALOGUE, json({ ...empty, services: [], parts: [], urgent: [], routes: [] }));
    page.allow(/^warn: service-finder: .*latvia\.json has/);
    await openFinder(page);
    await page.get("paragraph", "Katalogā vēl nav neviena pakalpojuma.");
  });
});
