// A visitor opens a service and knows whom to call.

import assert from "node:assert/strict";

import { LV, openFinder, results, statusAfter } from "./lib/finder.mjs";
import { inEachEngine } from "./lib/page.mjs";

inEachEngine("service", ({ scenario }) => {
  scenario("opens from the list, and closes back to where it was", async (page) => {
    await openFinder(page);
    await statusAfter(page, () => page.type("combobox", LV.search, "dienas centrs"));
    const ids = await results(page);
    const title = await page.run(() => {
      const card = document.querySelector("service-finder").shadowRoot.querySelector('[part~="result"][data-id]');
      return finderRoles.nameOf(finderRoles.find("heading", null, card)[0]);
    });
    await page.press((await page.all("link", title)).concat(await page.all("button", title))[0]);
    await page.get("heading", title);
    const [detail] = await page.parts("detail");
    assert.ok(detail);
    assert.match(await page.fragment(), new RegExp(`open=service:${ids[0]}`));
    const [opened] = await page.events("open");
    assert.deepEqual(opened.detail, { kind: "service", id: ids[0] });
    assert.equal((await page.focused()).name, title);
    // The rest of the page arrives later; the focus stays.
    await page.until("the details", async () => (await page.parts("detail"))[0] && page.run(() => document.querySelector("service-finder").shadowRoot.querySelector('[part~="detail"] dl') !== null));
    assert.equal((await page.focused()).name, title);
    await page.click("button", LV.back);
    await page.until("the results", async () => String(await results(page)) === String(ids));
    assert.deepEqual(await page.parts("detail"), []);
    assert.equal((await page.focused()).id, ids[0]);
  });

  scenario("offers the phone as a link that calls", async (page) => {
    await openFinder(page);
    await page.run(() => document.querySelector("service-finder").open("service:jelgava-socialo-lietu-parvalde"));
    // The details may arrive in between and draw it anew.
    const number = await page.until("the phone", async () => (await page.all("link", /^Zvanīt/))[0]?.getAttribute("href"));
    assert.equal(number, "tel:+37163007524");
    await page.get("heading", /Jelgavas sociālo lietu pārvalde/);
    await page.click("button", LV.back);
    await page.until("the results", async () => (await results(page)).length > 0);
  });

  scenario("says how to get it, and where the facts are from", async (page) => {
    await openFinder(page, "?type=day-care-adults");
    const [id] = await page.until("results", async () => {
      const ids = await results(page);
      return ids.length && ids;
    });
    await page.run((id) => document.querySelector("service-finder").open(id), id);
    await page.get("heading", "Kā saņemt");
    await page.get("heading", "Sazināties");
    await page.get("paragraph", /^(Ziņas no|Ziņu datums).*Vispirms zvaniet\.$/);
  });

  scenario("tells of a record that is not there", async (page) => {
    page.expect(/^warn: service-finder: open does not know “service:no-such-thing”/);
    await openFinder(page);
    await page.run(() => document.querySelector("service-finder").open("service:no-such-thing"));
    assert.ok((await results(page)).length > 0);
  });
});
