// A visitor opens a service and knows whom to call.

import assert from "node:assert/strict";

import { LV, details, openFinder, results, statusAfter } from "./lib/finder.mjs";
import { inEachEngine } from "./lib/page.mjs";

const INVENTED = "?catalogue=/test/clip/catalogue.json";

const open = (page, id) => page.run((id) => document.querySelector("service-finder").open(id), id);

/** The page's facts as they are read: name and what is known. */
const facts = (page) => page.until("the facts", () => page.run(() => {
  const rows = document.querySelector("service-finder").shadowRoot.querySelectorAll('[part~="detail"] .fact');
  const facts = Object.fromEntries(Array.from(rows, (row) => [finderRoles.text(row.children[0]), finderRoles.text(row.children[1])]));
  return facts["Piekļūstamība"] && facts;
}));

/** Opens a service with the clock at a moment of universal time. */
async function openAt(page, id, moment) {
  await openFinder(page, `${INVENTED}&clock=${moment}`);
  await open(page, id);
  return page.until("whether it is open", () => page.run(() => {
    const said = document.querySelector("service-finder").shadowRoot.querySelector(".open-now");
    return said && finderRoles.text(said);
  }));
}

inEachEngine("service", ({ scenario, engine }) => {
  scenario("from respite near Bauska to the right office's phone, knowing whose it is", async (page) => {
    await openFinder(page, "", { width: 360 });
    await statusAfter(page, () => page.type("combobox", LV.search, "atelpas brīdis Bauska"));
    const [id] = await results(page);
    await page.press(await page.run((id) => document.querySelector("service-finder").shadowRoot.querySelector(`[data-id="${id}"] .card-link`), id));
    await page.get("heading", "Kā saņemt");
    const office = await page.until("the office", () => page.run(() => {
      const office = document.querySelector("service-finder").shadowRoot.querySelector(".office");
      const href = (kind) => office.querySelector(`a[href^="${kind}:"]`)?.href;
      return office && href("tel") && { text: finderRoles.text(office), call: href("tel"), write: href("mailto") };
    }));
    // The office has published no phone of its own: its e-mail, and the phone of where it receives visitors, by name.
    assert.match(office.text, /Kur pieteikties: Bauskas novads Bauskas novada Sociālais dienests .*Codes pagastā.*Zvanīt \+371 63925401/);
    assert.equal(office.call, "tel:+37163925401");
    assert.equal(office.write, "mailto:socialais.dienests@bauskasnovads.lv");
    assert.ok(await page.run(() => document.documentElement.scrollWidth <= innerWidth), "nothing is wider than a phone");
  });

  scenario("a page is a next-step card: what, for whom, what it costs, how, what to ask", async (page) => {
    await openFinder(page, INVENTED);
    await open(page, "oak");
    await page.get("heading", "Avoti");
    const headings = await page.run(() => finderRoles.find("heading", null, document.querySelector("service-finder").shadowRoot.querySelector('[part~="detail"]')).map((heading) => [Number(heading.localName[1]), finderRoles.nameOf(heading)]));
    const names = headings.map(([, name]) => name);
    for (const [at, name] of ["Ozola nams", "Sazināties", "Kas tur notiek", "Kam paredzēts", "Kā saņemt", "Cik tas maksā", "Ko jautāt, kad zvanāt", "Darba laiks"].entries()) assert.equal(names.filter((name) => name !== "Kas jāņem līdzi")[at], name);
    for (const [at, [level]] of headings.entries()) assert.ok(at === 0 ? level === 3 : level <= headings[at - 1][0] + 1, `${headings}`);
    const steps = await page.run(() => Array.from(document.querySelector("service-finder").shadowRoot.querySelectorAll("ol.steps li"), finderRoles.text));
    assert.deepEqual(steps, ["Zvaniet sociālajam dienestam.", "Sociālais darbinieks izvērtē."]);
    const questions = await page.run(() => {
      const heading = finderRoles.find("heading", { exact: "Ko jautāt, kad zvanāt" })[0];
      return Array.from(heading.parentElement.querySelectorAll("li"), finderRoles.text);
    });
    // What the page tells already (places, documents) is not asked.
    assert.deepEqual(questions, ["Cik naktis gadā?", "Cik tas maksās man, un ko apmaksā pašvaldība vai valsts?", "Vai var vispirms atnākt apskatīties?"]);
    await page.get("link", "Zvanīt +371 60000001");
    const letter = await page.get("link", /^Rakstīt/);
    assert.equal(decodeURIComponent(await letter.getAttribute("href")), "mailto:oak@example.org?subject=Jautājums par pakalpojumu: Ozola nams");
    const way = await page.get("link", /^Ceļš uz turieni/);
    assert.match(await way.getAttribute("href"), /^https:\/\/www\.openstreetmap\.org\/search\?query=Ozolu%20iela%201/);
    const report = await page.get("link", "Ziņot par kļūdu");
    assert.equal(decodeURIComponent(await report.getAttribute("href")), "mailto:corrections@example.org?subject=Kļūda katalogā: Ozola nams (oak)");
    assert.equal((await page.all("paragraph", "Ziņas no 2021. gada lapas. Vispirms zvaniet.")).length, 2);
    assert.deepEqual((await page.events("open")).map(({ detail }) => detail), [{ kind: "service", id: "oak", title: "Ozola nams" }]);
  });

  scenario("what is known is told in words, what is not known too", async (page) => {
    await openFinder(page, INVENTED);
    await open(page, "oak");
    const known = await facts(page);
    assert.equal(known["Vecums"], "no 1 gada");
    assert.equal(known["Valodas"], "latviešu, krievu");
    assert.equal(known["Vietas"], "8 vietas");
    assert.match(known["Brīvas vietas un rinda"], /^2 brīvas vietas, rindā 21 cilvēks \(2026\. gada 1\. novembr/);
    assert.equal(known["Kā to sniedz"], "visu diennakti");
    assert.equal(known["Pēc dzīvesvietas"], "Tikai deklarētajiem iedzīvotājiem: Alkšņu novads");
    assert.match(known["Piekļūstamība"], /Ieeja bez pakāpieniem: jā Lifts: nē Piekļūstama tualete: nav norādīts.*Klusa telpa: jā Darbinieki runā vienkārši: nav norādīts/);
    await page.click("button", LV.back);
    await open(page, "ash");
    const less = await facts(page);
    for (const name of ["Valodas", "Vietas", "Brīvas vietas un rinda"]) assert.equal(less[name], "nav norādīts");
    await page.get("paragraph", "Maksa nav norādīta. Jautājiet, kad zvanāt.");
    await page.get("paragraph", "Pēc vienošanās");
    await page.get("paragraph", "Nav norādīts, vai tagad ir atvērts. Zvaniet.");
    await page.click("button", LV.back);
    await open(page, "line");
    await page.get("paragraph", "Bez maksas");
    await page.until("when it was checked", async () => (await page.all("paragraph", /^Pārbaudīts: 2026\. gada 5\. oktobr/)).length === 2);
  });

  for (const [what, id, moment, said, today] of [
    ["a Sunday", "oak", "2026-11-22T10:00:00Z", "Slēgts. Atvērs rīt plkst. 09:00", "Svētdiena"],
    ["a Monday at work", "oak", "2026-11-23T10:00:00Z", "Atvērts līdz plkst. 17:00", "Pirmdiena"],
    ["a Friday after work", "oak", "2026-11-20T16:00:00Z", "Slēgts. Atvērs pirmdien plkst. 09:00", "Piektdiena"],
    ["a minute before nine in winter", "oak", "2026-10-26T06:59:00Z", "Slēgts. Atvērs šodien plkst. 09:00", "Pirmdiena"],
    ["nine in winter", "oak", "2026-10-26T07:00:00Z", "Atvērts līdz plkst. 17:00", "Pirmdiena"],
    ["a minute before nine in summer", "oak", "2026-03-30T05:59:00Z", "Slēgts. Atvērs šodien plkst. 09:00", "Pirmdiena"],
    ["nine in summer", "oak", "2026-03-30T06:00:00Z", "Atvērts līdz plkst. 17:00", "Pirmdiena"],
    ["a public holiday", "oak", "2026-11-18T10:00:00Z", "Slēgts: šodien ir svētku diena", "Trešdiena"],
    ["Easter Monday", "oak", "2026-04-06T10:00:00Z", "Slēgts: šodien ir svētku diena", "Pirmdiena"],
    ["a day that differs", "oak", "2026-12-23T09:00:00Z", "Atvērts līdz plkst. 12:00", "Trešdiena"],
    ["Christmas on a helpline", "line", "2026-12-25T01:00:00Z", "Atvērts visu diennakti", "Piektdiena"],
  ]) {
    scenario(`hours on ${what}`, async (page) => {
      // Wherever the visitor is, the clock is Latvia's.
      const abroad = engine === "chromium";
      if (abroad) await page.driver.sendDevToolsCommand("Emulation.setTimezoneOverride", { timezoneId: "Pacific/Auckland" });
      try {
        assert.equal(await openAt(page, id, moment), said);
        const row = await page.run(() => finderRoles.text(document.querySelector("service-finder").shadowRoot.querySelector('[aria-current="date"] th')));
        assert.equal(row, `${today} šodien`);
        if (id === "oak") assert.equal((await page.all("rowheader")).length, 7);
      } finally {
        if (abroad) await page.driver.sendDevToolsCommand("Emulation.setTimezoneOverride", { timezoneId: "" });
      }
    });
  }

  scenario("days that differ are named with the table", async (page) => {
    await openAt(page, "oak", "2026-11-22T10:00:00Z");
    await page.get("listitem", /27\. novembr.*: slēgts$/);
    await page.get("listitem", /23\. decembr.*: 10:00–12:00$/);
  });

  scenario("details that arrive later leave the focus where it is", async (page) => {
    const release = page.server.hold(await details());
    await openFinder(page);
    await open(page, "jelgava-socialo-lietu-parvalde");
    // The page takes the focus to its heading first; then the visitor goes on.
    await page.until("the focus on the heading", async () => (await page.focused())?.role === "heading");
    await page.run(() => document.querySelector("service-finder").shadowRoot.querySelector('.contact a[href^="tel:"]').focus());
    release();
    await page.get("heading", "Noderīgi zināt");
    await page.until("the focus on the phone", async () => (await page.focused())?.name === "Zvanīt +371 63007524");
  });

  scenario("a record opened from a link gives the focus to what stands behind it when it closes", async (page) => {
    await openFinder(page, `${INVENTED}#sf?open=service:oak`);
    await page.get("heading", "Ozola nams");
    await page.click("button", LV.back);
    await page.until("the results", async () => (await results(page)).length > 0);
    await page.until("the focus on its card", async () => (await page.focused())?.id === "oak");
    // An office has no card among the results.
    await open(page, "office");
    await page.get("heading", "Alkšņu sociālais dienests");
    await page.click("button", LV.back);
    await page.until("the focus on the results", async () => (await page.focused())?.name === "Rezultāti");
  });

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
    assert.deepEqual(opened.detail, { kind: "service", id: ids[0], title });
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
    // Beside the phone, and with the sources.
    await page.until("how old the facts are", async () => (await page.all("paragraph", /^(Ziņas no|Ziņu datums).*Vispirms zvaniet\.$/)).length === 2);
  });

  scenario("tells of a record that is not there", async (page) => {
    page.expect(/^warn: service-finder: open does not know “service:no-such-thing”/);
    await openFinder(page);
    await page.run(() => document.querySelector("service-finder").open("service:no-such-thing"));
    assert.ok((await results(page)).length > 0);
  });

  scenario("a way out of nothing leads on to what it brought", async (page) => {
    await openFinder(page, `${INVENTED}&q=qqqqzzzz&type=respite`);
    await page.press((await page.until("the ways out", async () => {
      const ways = await page.all("button", /^(Bez|Jebkurš)/);
      return ways.length && ways;
    }))[0]);
    await page.until("the focus on the first result", async () => {
      const [first] = await results(page);
      return first && (await page.focused())?.id === first;
    });
  });
});
