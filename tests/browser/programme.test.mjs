// What the regions did and will do: figures with honest charts, events for a calendar, documents.

import assert from "node:assert/strict";

import { details, openFinder, results } from "./lib/finder.mjs";
import { inEachEngine } from "./lib/page.mjs";

const DOORS = "?catalogue=/test/clip/catalogue.json&view=programme";

inEachEngine("programme", ({ scenario }) => {
  scenario("all five regions, with their events and plans", async (page) => {
    await openFinder(page, "?view=programme");
    await page.get("heading", "Atver sirdi Zemgalē");
    const text = await page.run(() => document.querySelector("service-finder").shadowRoot.querySelector(".programmes").textContent);
    for (const region of ["Zemgale", "Kurzeme", "Vidzeme", "Latgale", "Rīgas reģions"]) assert.match(text, new RegExp(region));
    for (const event of [/2010[^]*Valmier/, /2017[^]*Kuldīg/, /2017[^]*Ventspil/, /2017[^]*Liepāj/, /2023[^]*Jēkabpil/]) assert.match(text, event);
    assert.equal((await page.all("heading", "Dokumenti")).length, 5);
  });

  scenario("only numbers of one kind and date stand in a chart, which is a table", async (page) => {
    await openFinder(page, DOORS);
    const table = await page.get("table", /Cilvēki ar atbalstu/);
    assert.deepEqual(await page.names("rowheader", undefined, table), ["bērni", "pieaugušie"]);
    const bars = await page.run((table) => Array.from(table.querySelectorAll("rect"), (bar) => bar.getBoundingClientRect().width), table);
    assert.ok(Math.abs(bars[0] * 2 - bars[1]) < 1, `${bars}`);
    // The others are sentences.
    await page.get("heading", "Skaitļi");
    assert.match(await page.run(() => document.querySelector("service-finder").shadowRoot.querySelector(".figures").textContent), /99\s*Skaitlis bez datuma/);
  });

  scenario("the real catalogue has one chart, of Kurzeme's plan of 2018", async (page) => {
    await openFinder(page, "?view=programme");
    await page.get("heading", "Kurzeme visiem");
    assert.equal((await page.all("table")).length, 1);
    await page.get("table", /Cilvēki, kam Kurzemē plānots atbalsts \(2018/);
  });

  scenario("an event to come goes into the visitor's calendar", async (page) => {
    await openFinder(page, DOORS);
    await page.get("heading", "Gaidāmie pasākumi");
    await page.get("heading", "Bijušie pasākumi");
    assert.equal((await page.all("button", /^Pievienot kalendāram/)).length, 1);
    await page.run(() => {
      const original = URL.createObjectURL;
      URL.createObjectURL = (blob) => (blob.text().then((text) => (window.saved = { text, type: blob.type })), original(blob));
      // The file is only looked at here.
      HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; };
    });
    await page.click("button", "Pievienot kalendāram: Saruna par durvīm");
    const saved = await page.until("the file", () => page.run(() => window.saved));
    assert.equal(saved.type, "text/calendar;charset=utf-8");
    assert.match(saved.text, /^BEGIN:VCALENDAR\r\n[^]*DTSTART:20990701T070000Z\r\nSUMMARY:Saruna par durvīm\r\nLOCATION:Alksnis\\, Ozolu iela 1\r\n[^]*END:VCALENDAR\r\n$/);
    assert.equal(await page.run(() => window.savedAs), "event.ics");
  });

  scenario("buttons that go away take the focus on", async (page) => {
    await openFinder(page, "?view=programme&region=zemgale");
    await page.get("heading", "Atver sirdi Zemgalē");
    const shown = () => page.run(() => Array.from(document.querySelector("service-finder").shadowRoot.querySelectorAll(".dated-list > li")).filter((row) => row.checkVisibility()).length);
    const before = await shown();
    await page.press((await page.all("button", /^Rādīt visus/))[0]);
    assert.ok((await shown()) > before);
    const focused = await page.run(() => document.querySelector("service-finder").shadowRoot.activeElement?.localName);
    assert.equal(focused, "li");
    await page.click("button", "Pakalpojumi šajā reģionā");
    await page.until("the results", async () => (await results(page)).length > 0);
    await page.until("the focus on the first result", async () => (await page.focused())?.id === (await results(page))[0]);
  });

  scenario("what arrives later leaves an open programme as it is", async (page) => {
    const part = await details();
    const release = page.server.hold(part);
    await openFinder(page, "?view=programme&region=zemgale");
    await page.press(await page.until("a list to open", async () => (await page.all("button", /^Rādīt visus/))[0]));
    await page.run(() => (document.querySelector("service-finder").shadowRoot.querySelector(".programme").marked = true));
    await page.until("the details to be asked for", () => page.server.requests.includes(part));
    release();
    await page.until("the details", () => page.run((part) => performance.getEntriesByType("resource").some(({ name, responseEnd }) => name.endsWith(part) && responseEnd > 0), part));
    assert.ok(await page.run(() => document.querySelector("service-finder").shadowRoot.querySelector(".programme").marked));
    assert.equal(await page.run(() => document.querySelector("service-finder").shadowRoot.activeElement?.localName), "li");
  });
});
