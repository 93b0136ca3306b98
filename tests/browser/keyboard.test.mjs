// The whole way by keyboard alone: WCAG 2.1.1, 2.1.2, 2.4.3, 2.4.7.

import assert from "node:assert/strict";

import { LV, openFinder, results, statusAfter } from "./lib/finder.mjs";
import { Key, inEachEngine } from "./lib/page.mjs";

/** Presses Tab until the focus is on something that matches. */
async function tabTo(page, what, matches, back = false) {
  const limit = 150;
  for (let presses = 0; presses < limit; presses += 1) {
    const focused = await page.focused();
    if (focused && matches(focused)) return focused;
    if (back) await page.driver.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();
    else await page.keys(Key.TAB);
  }
  throw new Error(`no ${what} within ${limit} presses of Tab; the focus is on ${JSON.stringify(await page.focused())}`);
}

inEachEngine("keyboard", ({ scenario }) => {
  scenario("from the search box to a phone number and back", async (page) => {
    await openFinder(page);
    await page.run(() => document.querySelector("a").focus());
    await tabTo(page, "search box", ({ role }) => role === "combobox");
    await statusAfter(page, () => page.keys("dienas centrs"));
    // The results change once more when the words have settled in the address; what matters is what is there.
    await tabTo(page, "kind of service", ({ role }) => role === "checkbox");
    await statusAfter(page, () => page.keys(Key.SPACE));
    const ids = await results(page);
    assert.ok(ids.length > 0);
    const card = await tabTo(page, "result", ({ role, id }) => role === "link" && id === ids[0]);
    await page.keys(Key.ENTER);
    await page.get("heading", card.name);
    await page.until("the focus on the heading", async () => (await page.focused()).name === card.name);
    await tabTo(page, "way back", ({ name }) => name === LV.back, true);
    await page.keys(Key.ENTER);
    await page.until("the focus back on the result", async () => (await page.focused())?.id === ids[0]);
  });

  scenario("every stop can be seen, and the last one leads out", async (page) => {
    await openFinder(page);
    const stops = [];
    await page.run(() => document.querySelector("a").focus());
    for (let presses = 0; presses < 400; presses += 1) {
      await page.keys(Key.TAB);
      const stop = await page.run(() => {
        let active = document.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        if (!active || !active.getRootNode().host) return null;
        const style = getComputedStyle(active);
        const box = active.getBoundingClientRect();
        // The ring may be on the label or card around a small or invisible control.
        const rings = [active, active.nextElementSibling, active.closest("label"), active.closest("[part~=result]"), active.parentElement].filter(Boolean)
          .map((element) => getComputedStyle(element)).some((style) => (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none");
        return { name: finderRoles.nameOf(active), role: finderRoles.roleOf(active), rings, seen: box.bottom > 0 && box.top < innerHeight, visibility: style.visibility };
      });
      if (!stop) break;
      stops.push(stop);
    }
    assert.ok(stops.length > 20 && stops.length < 400, `${stops.length} stops`);
    assert.deepEqual(stops.filter((stop) => !stop.name), [], "stops without a name");
    assert.deepEqual(stops.filter((stop) => !stop.rings), [], "stops without a focus ring");
    assert.deepEqual(stops.filter((stop) => !stop.seen), [], "stops outside the window");
  });

  scenario("Escape closes the sheet of filters, and the focus goes back to its button", async (page) => {
    await openFinder(page, "", { width: 360 });
    await page.run(() => document.querySelector("a").focus());
    await tabTo(page, "button of the filters", ({ name }) => /^Filtri/.test(name));
    await page.keys(Key.ENTER);
    await page.get("dialog");
    await tabTo(page, "checkbox", ({ role }) => role === "checkbox");
    await page.keys(Key.SPACE, Key.ESCAPE);
    await page.gone("dialog");
    await page.until("the focus", async () => /^Filtri \(1\)/.test((await page.focused())?.name));
  });
});
