// A visitor narrows the services down.

import assert from "node:assert/strict";

import { LV, openFinder, results, statusAfter, total } from "./lib/finder.mjs";
import { inEachEngine } from "./lib/page.mjs";

/** A facet's choice: its name and how many services it promises. */
const choice = async (page, name) => {
  const label = (await page.names("checkbox", name))[0];
  return { label, count: Number(/(\d+)\D*$/.exec(label)[1]) };
};

inEachEngine("filter", ({ scenario }) => {
  scenario("by kind of service: the count beside it is what one gets", async (page) => {
    await openFinder(page);
    const all = total(await page.status());
    const { label, count } = await choice(page, /^Specializētā darbnīca/);
    assert.ok(count > 0 && count < all);
    const status = await statusAfter(page, () => page.click("checkbox", label));
    assert.equal(total(status), count);
    assert.match(await page.fragment(), /^#sf\?type=/);
    assert.equal((await page.query()).type.length, 1);
  });

  scenario("by two kinds: either; with an audience: both", async (page) => {
    await openFinder(page);
    const one = total(await statusAfter(page, () => page.click("checkbox", /^Specializētā darbnīca/)));
    const two = total(await statusAfter(page, () => page.click("checkbox", /^Grupu dzīvokļi/)));
    assert.ok(two > one, `${two} > ${one}`);
    const three = total(await statusAfter(page, async () => page.press((await page.all("checkbox", /garīga rakstura/))[0])));
    assert.ok(three <= two, `${three} <= ${two}`);
    const { type, audience } = await page.query();
    assert.deepEqual([type.length, audience.length], [2, 1]);
  });

  scenario("and takes filters back one by one or all at once", async (page) => {
    await openFinder(page);
    const all = await page.status();
    await statusAfter(page, () => page.click("checkbox", /^Specializētā darbnīca/));
    const one = await page.status();
    await statusAfter(page, () => page.click("checkbox", /^Grupu dzīvokļi/));
    const chips = await page.names("button", /^Noņemt filtru/);
    assert.equal(chips.length, 2);
    await statusAfter(page, () => page.click("button", chips[1]));
    assert.equal(await page.status(), one);
    assert.match((await page.focused()).name, /^Noņemt filtru/);
    await statusAfter(page, () => page.click("button", LV.clearAll));
    assert.equal(await page.status(), all);
    assert.equal((await page.focused()).role, "combobox");
    assert.equal(await page.fragment(), "");
  });

  scenario("keeps choices that would find nothing, but does not offer them", async (page) => {
    await openFinder(page);
    await statusAfter(page, () => page.type("combobox", LV.search, "logopēds"));
    const states = await page.run(() => finderRoles.find("checkbox").map((box) => [box.disabled, /\D0\D*$/.test(finderRoles.nameOf(box))]));
    assert.ok(states.some(([, none]) => none));
    assert.ok(states.every(([disabled, none]) => disabled === none), JSON.stringify(states));
  });

  scenario("on a phone in a sheet that promises what it will show", async (page) => {
    await openFinder(page, "", { width: 360 });
    assert.deepEqual(await page.all("checkbox"), []);
    await page.click("button", LV.filters);
    await page.get("dialog");
    await page.click("checkbox", /^Specializētā darbnīca/);
    const name = await page.until("the promise", async () => (await page.names("button", /^Rādīt: \d+ pakalpojum/))[0]);
    await page.click("button", name);
    await page.gone("dialog");
    assert.equal(total(await page.status()), Number(/\d+/.exec(name)[0]));
    await page.get("button", "Filtri (1)");
    assert.ok((await results(page)).length > 0);
  });

  scenario("on a phone: a sheet opened as soon as its button is there stays open", async (page) => {
    // What stands above the results was drawn twice while the first of them came, and took the open sheet with it.
    await openFinder(page, "", { width: 360 });
    await page.run(() => {
      const first = document.querySelector("service-finder");
      const again = first.cloneNode();
      again.addEventListener("service-finder-ready", () => {
        again.shadowRoot.querySelector(".filters-open").click();
        again.dataset.pressed = "";
      });
      first.replaceWith(again);
    });
    await page.until("the press", () => page.run(() => "pressed" in document.querySelector("service-finder").dataset));
    await page.ready();
    await page.get("dialog");
    assert.ok((await page.all("checkbox", /^Specializētā darbnīca/)).length > 0);
  });

  scenario("a page that changes its theme leaves the finder as it is", async (page) => {
    // A change of theme drew everything anew: what was unfolded closed, and the page's own button lost the focus.
    await openFinder(page);
    await page.run(() => {
      const finder = document.querySelector("service-finder");
      finder.shadowRoot.querySelector("input").dataset.seen = "before";
      finder.setAttribute("theme", "dark");
    });
    await page.until("the theme", () => page.run(() => getComputedStyle(document.querySelector("service-finder").shadowRoot.querySelector(".sf")).colorScheme === "dark"));
    assert.equal(await page.run(() => document.querySelector("service-finder").shadowRoot.querySelector("input").dataset.seen), "before");
  });
});
