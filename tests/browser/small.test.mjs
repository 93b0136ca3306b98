// Small windows and large fingers: WCAG 1.4.4, 1.4.10, 1.4.12, 2.5.8 (and 44 px, the size of a thumb).

import assert from "node:assert/strict";

import { LV, openFinder } from "./lib/finder.mjs";
import { inEachEngine } from "./lib/page.mjs";

/** Addresses of the views, and what is there when one has been drawn. */
const VIEWS = {
  "": '[part~="result"]',
  "?view=map": '[part~="municipality"]',
  "?view=stories": '[part~="story"]',
  "?view=programme": "article dl",
  "#sf?open=service:jelgava-socialo-lietu-parvalde": '[part~="detail"] dl',
  "#sf?q=qqqqqzzz": '[part~="results"] button',
};

/** What sticks out sideways. */
const sticking = (page) => page.run(() => {
  const width = document.documentElement.clientWidth;
  const all = Array.from(document.querySelector("service-finder").shadowRoot.querySelectorAll("*"));
  const clipped = (element) => {
    for (let up = element.parentElement; up; up = up.parentElement) if (getComputedStyle(up).overflowX !== "visible") return true;
    return false;
  };
  return {
    scrolls: document.documentElement.scrollWidth - width,
    elements: all.filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > width + 1 && !clipped(element))
      .map((element) => `${element.localName}.${element.getAttribute("class")}`).slice(0, 5),
  };
});

/**
 * Controls smaller than a thumb. Left out, as WCAG 2.5.8 does: links within a sentence, which are as high as its lines,
 * and the shapes of the map, for which the list below it does the same.
 */
const tooSmall = (page) => page.run(() => finderRoles.interactive(document.querySelector("service-finder").shadowRoot.firstElementChild).flatMap((element) => {
  if (element.matches("svg *")) return [];
  // A control that has a label is as large as the label.
  const boxes = [element, ...(element.labels ?? [])].map((each) => each.getBoundingClientRect());
  const [width, height] = [Math.max(...boxes.map((box) => box.width)), Math.max(...boxes.map((box) => box.height))];
  const sentence = element.closest("p, dd, li");
  const inSentence = getComputedStyle(element).display === "inline" && sentence && finderRoles.text(sentence).length > finderRoles.text(element).length;
  return inSentence || (width >= 43.5 && height >= 43.5) ? [] : [`${finderRoles.roleOf(element)} “${finderRoles.nameOf(element)}” ${Math.round(width)}×${Math.round(height)}`];
}));

inEachEngine("small", ({ scenario }) => {
  for (const [view, there] of Object.entries(VIEWS)) {
    scenario(`nothing scrolls sideways at 320 px, targets are large: ${view || "list"}`, async (page) => {
      await openFinder(page, view, { width: 320 });
      await page.until("the view", () => page.run((there) => document.querySelector("service-finder").shadowRoot.querySelector(there) !== null, there));
      assert.deepEqual(await sticking(page), { scrolls: 0, elements: [] });
      assert.deepEqual(await tooSmall(page), []);
    });
  }

  scenario("the list under the map chooses what its shapes choose", async (page) => {
    await openFinder(page, "?view=map", { width: 320 });
    const shapes = await page.until("the map", async () => {
      const names = await page.run(() => finderRoles.find("option").filter((option) => option.matches("svg *")).map((option) => finderRoles.nameOf(option).split(",")[0]));
      return names.length && names;
    });
    await page.press(await page.run(() => document.querySelector("service-finder").shadowRoot.querySelector(".map-list summary")));
    const listed = await page.until("the list", async () => {
      const names = await page.run(() => finderRoles.find("button").filter((button) => button.closest("details")).map(finderRoles.nameOf));
      return names.length >= shapes.length && names;
    });
    assert.deepEqual(shapes.filter((shape) => !listed.some((name) => name.startsWith(shape))), []);
    assert.deepEqual(await tooSmall(page), []);
  });

  scenario("the sheet of filters too", async (page) => {
    await openFinder(page, "", { width: 320 });
    await page.click("button", LV.filters);
    await page.get("dialog");
    assert.deepEqual(await sticking(page), { scrolls: 0, elements: [] });
    assert.deepEqual(await tooSmall(page), []);
  });

  scenario("large targets on a desktop", async (page) => {
    await openFinder(page);
    assert.deepEqual(await sticking(page), { scrolls: 0, elements: [] });
    assert.deepEqual(await tooSmall(page), []);
  });

  scenario("text twice as large (WCAG 1.4.4)", async (page) => {
    await openFinder(page, "", { width: 640 });
    await page.run(() => document.querySelector("service-finder").style.setProperty("--sf-font-size", "32px"));
    assert.deepEqual(await sticking(page), { scrolls: 0, elements: [] });
  });

  scenario("text spaced out (WCAG 1.4.12)", async (page) => {
    await openFinder(page, "", { width: 320 });
    await page.run(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important } p { margin-block-end: 2em !important }");
      document.querySelector("service-finder").shadowRoot.adoptedStyleSheets.push(sheet);
    });
    assert.deepEqual(await sticking(page), { scrolls: 0, elements: [] });
    const cut = await page.run(() => finderRoles.interactive(document.querySelector("service-finder").shadowRoot.firstElementChild)
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === "hidden").map(finderRoles.nameOf));
    assert.deepEqual(cut, []);
  });
});
