// Where the visitor is and where they live: asked, never found out; and what follows for the results.

import assert from "node:assert/strict";

import { violations } from "./lib/axe.mjs";
import { openFinder, results, statusAfter } from "./lib/finder.mjs";
import { Key, inEachEngine } from "./lib/page.mjs";

const LAKELAND = "/test/hosts/lakeland/lakeland.json";
const PLACE = "Pilsēta, pagasts vai novads";

/** Headings of the groups of results that are shown. */
const groups = (page) => page.run(() => Array.from(document.querySelector("service-finder").shadowRoot.querySelectorAll(".group:not([hidden]) .group-title"), (title) => title.textContent));

const distances = (page) => page.run(() => Array.from(document.querySelector("service-finder").shadowRoot.querySelectorAll(".card-km"), (km) => km.textContent));

/** What is told about finding the place. */
const told = (page) => page.run(() => document.querySelector("service-finder").shadowRoot.querySelector(".near-trouble")?.textContent ?? "");

/** Answers the page's question for a position: `answer(success, failure)`. */
const geolocation = (page, answer) => page.run(`Object.getPrototypeOf(navigator.geolocation).getCurrentPosition = ${answer}`);

const at = (latitude, longitude) => `(success) => setTimeout(() => success({ coords: { latitude: ${latitude}, longitude: ${longitude} } }))`;

/** Nothing of where the visitor is may be kept or shown. */
const nothingKept = async (page) => {
  assert.deepEqual(await page.run(() => [localStorage.length, document.cookie, Object.keys(sessionStorage).filter((key) => /56|23/.test(sessionStorage[key])).length]), [0, "", 0]);
  assert.doesNotMatch(await page.fragment(), /56|23\.|Dobel|home|near/);
};

inEachEngine("near", ({ scenario }) => {
  scenario("a place typed: the nearest first, in groups, with kilometres", async (page) => {
    await openFinder(page);
    await page.click("button", "Mana vieta");
    const box = await page.get("textbox", PLACE);
    await box.sendKeys("dobel");
    await page.click("button", /^Dobele, Dobeles novads$/);
    await page.until("groups", async () => (await groups(page)).includes("Dobeles novads"));
    assert.match(await page.fragment(), /sort=distance/);
    await nothingKept(page);
    assert.equal((await groups(page))[0], "Dobeles novads");
    const km = await distances(page);
    // From a centre to itself is no distance: it would say nothing of the services around it.
    assert.match(km[0], /^ap \d\d km \(līdz centram: (?!Dobele)\S+\)$/);
    const numbers = km.map((text) => Number(/\d+/.exec(text)[0]));
    assert.deepEqual(numbers, numbers.toSorted((a, b) => a - b));
    // The focus did not go with the button.
    assert.equal((await page.focused()).name, PLACE);
    const pressed = await page.run(() => finderRoles.find("button").filter((button) => button.ariaPressed === "true").map(finderRoles.nameOf));
    assert.ok(pressed.includes("pēc attāluma"), `${pressed}`);
    await page.click("button", "Rādīt vēl 20");
    await page.until("the neighbours too", async () => (await groups(page)).includes("Kaimiņu pašvaldībās"));
    assert.deepEqual(await violations(page), []);
    await page.click("button", "Aizmirst šo vietu");
    await page.until("no groups", async () => (await distances(page)).length === 0);
    assert.doesNotMatch(await page.fragment(), /sort/);
  });

  scenario("a town without a position says what is measured from; an unknown place is said", async (page) => {
    await openFinder(page);
    await page.click("button", "Mana vieta");
    const box = await page.get("textbox", PLACE);
    await box.sendKeys("xyzzy");
    await page.until("a word", () => page.run(() => /„xyzzy” katalogā nav atrasta/.test(document.querySelector("service-finder").shadowRoot.querySelector(".near").textContent)));
    await box.clear();
    await box.sendKeys("Auce", Key.ENTER);
    await page.until("what is measured from", () => page.run(() => /no pašvaldības centra Dobele, jo precīza vieta \(Auce\) katalogā nav zināma/.test(document.querySelector("service-finder").shadowRoot.querySelector(".near").textContent)));
  });

  scenario("a link that asks for the nearest without a place: by name, and the question where", async (page) => {
    await openFinder(page, "#sf?sort=distance");
    const pressed = await page.run(() => finderRoles.find("button").filter((button) => button.ariaPressed === "true").map(finderRoles.nameOf));
    assert.ok(pressed.includes("pēc nosaukuma") && !pressed.includes("pēc atbilstības"), `${pressed}`);
    await page.get("textbox", PLACE);
    await openFinder(page, "#sf?sort=distance&q=centrs");
    const withWords = await page.run(() => finderRoles.find("button").filter((button) => button.ariaPressed === "true").map(finderRoles.nameOf));
    assert.ok(withWords.includes("pēc nosaukuma") && !withWords.includes("pēc atbilstības"), `${withWords}`);
  });

  scenario("the browser's answer, on request only", async (page) => {
    await openFinder(page);
    await geolocation(page, `(success) => { window.askedWhere = true; (${at(56.63, 23.28)})(success); }`);
    await page.click("button", "Mana vieta");
    await page.get("textbox", PLACE);
    assert.equal(await page.run(() => window.askedWhere), null);
    await page.click("button", "Izmantot manu atrašanās vietu");
    await page.until("groups", async () => (await groups(page))[0] === "Dobeles novads");
    await nothingKept(page);
    await page.until("what is measured from", () => page.run(() => /tuvākais centrs: Dobele/.test(document.querySelector("service-finder").shadowRoot.querySelector(".near").textContent)));
  });

  for (const [what, answer, says] of [
    ["denied", "(success, failure) => setTimeout(() => failure({ code: 1 }))", /^Pārlūks neļauj .*Ierakstiet vietu/],
    ["unavailable", "(success, failure) => setTimeout(() => failure({ code: 2 }))", /^Atrašanās vietu neizdevās noteikt\. Ierakstiet/],
    ["outside", at(59.437, 24.754), /^Jūs esat ārpus kataloga teritorijas: tuvākais centrs ir \S+, ap \d+ km\. Ierakstiet/],
    ["no position at all", at("undefined", "null"), /^Jūs esat ārpus kataloga teritorijas\. Ierakstiet/],
    ["slow", "() => {}", /^Atrašanās vietas noteikšana ieilgst\. Varat negaidīt/],
  ]) {
    scenario(`${what}: a sentence, and typing still works`, async (page) => {
      await openFinder(page);
      await geolocation(page, answer);
      await page.click("button", "Mana vieta");
      await page.click("button", "Izmantot manu atrašanās vietu");
      await page.until("the sentence", async () => says.test(await told(page)));
      await (await page.get("textbox", PLACE)).sendKeys("Bauska", Key.ENTER);
      await page.until("groups", async () => (await groups(page))[0] === "Bauskas novads");
      assert.equal(await told(page), "");
    });
  }

  scenario("where somebody lives parts the results, and hides nothing", async (page) => {
    await openFinder(page, `?catalogue=${LAKELAND}&lang=en`);
    const before = (await results(page)).toSorted();
    await page.click("button", "My place");
    const choice = await page.get("combobox", "My declared residence");
    await page.run((choice) => {
      choice.value = "QZ-03";
      choice.dispatchEvent(new Event("change", { bubbles: true }));
    }, choice);
    await page.until("groups", async () => (await groups(page)).length > 3);
    assert.deepEqual(await groups(page), [
      "In your municipality: Heron Bay County",
      "Elsewhere: takes people from your municipality too",
      "Nationwide",
      "Elsewhere: not stated whether it takes people from other municipalities",
      "For residents of other municipalities only",
    ]);
    assert.deepEqual((await results(page)).toSorted(), before);
    assert.match(await page.fragment(), /home=QZ-03/);
    assert.deepEqual(await violations(page), []);
  });

  scenario("a service's page says where a resident applies", async (page) => {
    await openFinder(page, "#sf?home=LV-026&open=service:jelgava-dspc-zirgu-47a");
    const text = () => page.run(() => document.querySelector("service-finder").shadowRoot.querySelector(".page")?.textContent ?? "");
    await page.until("where to apply", async () => /Jūs dzīvojat: Dobeles novads\. Piesakieties savas pašvaldības sociālajā dienestā/.test(await text()));
    assert.match(await text(), /Kur pieteikties: Dobeles novads/);
    assert.match(await text(), /Nav norādīts, vai pieņem citu pašvaldību iedzīvotājus/);
    await page.get("combobox", "Mana deklarētā dzīvesvieta");
  });
});
