// The map of municipalities: by pointer, by keyboard alone, as tiles, as a table; in another country, and without a map.

import assert from "node:assert/strict";

import { violations } from "./lib/axe.mjs";
import { LV, openFinder, results, statusAfter } from "./lib/finder.mjs";
import { Key, inEachEngine } from "./lib/page.mjs";
import { readDist } from "./lib/server.mjs";

const LAKELAND = "/test/hosts/lakeland/lakeland.json";

/** Waits until the drawing is there. */
const drawn = (page) => page.until("the drawing", () => page.run(() => {
  const svg = document.querySelector("service-finder").shadowRoot.querySelector(".map-picture");
  return svg?.getAttribute("viewBox") && svg.querySelector("[data-unit] path[d]") && true;
}));

const openMap = async (page, query = "", options) => {
  await openFinder(page, `?view=map${query}`, options);
  await drawn(page);
};

/** Something about the drawing, asked in the page. */
const picture = (page, ask, ...args) => page.run(`return (${ask}).apply(null, [document.querySelector("service-finder").shadowRoot.querySelector(".map-picture"), ...arguments])`, ...args);

const unit = (page, id) => picture(page, (svg, id) => svg.querySelector(`[data-id="${id}"]`), id);

const frame = (page) => picture(page, (svg) => svg.getAttribute("viewBox").split(" ").map(Number));

/** Waits until the view has come to rest. */
const atRest = async (page) => {
  let before;
  await page.until("a view at rest", async () => {
    const now = JSON.stringify(await frame(page));
    const same = now === before;
    before = now;
    return same;
  });
  return frame(page);
};

/** Presses Tab until the focus is on the map. */
async function tabToMap(page) {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await page.focused())?.role === "option") return;
    await page.keys(Key.TAB);
  }
  throw new Error("Tab does not lead to the map");
}

inEachEngine("map", ({ scenario, engine }) => {
  scenario("the whole way by keyboard alone (WCAG 2.1.1, 2.4.3)", async (page) => {
    await openMap(page);
    await page.run(() => document.querySelector("a").focus());
    await tabToMap(page);
    const focused = async () => (await page.focused())?.name ?? "";
    await page.keys(Key.HOME);
    assert.match(await focused(), /^Aizkraukles novads, \d+ pakalpojum\S+, nav izvēlēts$/);
    await page.keys(Key.END);
    assert.match(await focused(), /^Ventspils valstspilsēta, /);
    await page.keys("dob");
    assert.match(await focused(), /^Dobeles novads, \d+ pakalpojum\S+, nav izvēlēts$/);
    // A space within a name is a letter, and what has the focus is not described by its own name again. At once, since a pause
    // ends a word.
    await page.keys(Key.HOME);
    const typed = await page.run(() => {
      const root = document.querySelector("service-finder").shadowRoot;
      for (const key of "jelgavas v") root.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      return [root.activeElement.ariaLabel, root.activeElement.querySelector("title")];
    });
    assert.deepEqual([/^Jelgavas valstspilsēta, /.test(typed[0]), typed[1]], [true, null]);
    assert.equal((await page.query()).municipality, undefined);
    // Nor does it choose in the midst of another word.
    await page.run(() => document.querySelector("service-finder").shadowRoot.querySelector('[data-id="LV-026"][role="option"]').focus());
    await page.keys(Key.ARROW_RIGHT);
    assert.match(await focused(), /^Jelgavas novads, /);
    await page.keys(Key.ARROW_LEFT, Key.ARROW_LEFT);
    assert.match(await focused(), /^Saldus novads, /);
    await page.keys(Key.ARROW_RIGHT);
    await statusAfter(page, () => page.keys(Key.ENTER));
    assert.match(await focused(), /^Dobeles novads, \d+ pakalpojum\S+, izvēlēts$/);
    assert.deepEqual((await page.query()).municipality, ["LV-026"]);
    await statusAfter(page, () => page.keys(Key.ARROW_RIGHT, Key.SPACE));
    assert.deepEqual((await page.query()).municipality, ["LV-026", "LV-041"]);
    await statusAfter(page, () => page.keys(Key.ESCAPE));
    assert.equal((await page.query()).municipality, undefined);
    assert.match(await focused(), /^Jelgavas novads, .*nav izvēlēts$/);
    // One stop: the next Tab leaves the map, and Shift+Tab comes back to where it was.
    await page.keys(Key.TAB);
    assert.notEqual((await page.focused())?.role, "option");
    await page.driver.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();
    assert.match(await focused(), /^Jelgavas novads, /);
    assert.equal(await picture(page, (svg) => svg.querySelectorAll('[tabindex="0"]').length), 1);
  });

  scenario("names and roles are what the engine computes", async (page) => {
    await openMap(page);
    const dobele = await unit(page, "LV-026");
    assert.equal(await dobele.getAriaRole(), "option");
    assert.match(await dobele.getAccessibleName(), /^Dobeles novads, \d+ pakalpojum\S+, nav izvēlēts$/);
    const box = await picture(page, (svg) => svg);
    assert.equal(await box.getAriaRole(), "listbox");
    assert.equal(await box.getAccessibleName(), "Pašvaldību karte");
    assert.equal((await page.all("option")).length >= 42, true);
  });

  for (const [form, width] of [["shapes", 1280], ["shapes", 768], ["shapes", 700], ["shapes", 390], ["tiles", 1280], ["tiles", 390], ["tiles", 320]]) {
    scenario(`no label lies on another: ${form}, ${width} px`, async (page) => {
      await openMap(page, `#sf?view=map&map=${form}`, { width });
      const [clashes, seen] = await picture(page, (svg) => {
        const texts = Array.from(svg.querySelectorAll("[data-label] text")).filter((text) => text.getAttribute("display") !== "none" && text.textContent);
        // The letters themselves: engines disagree about how much of the line around them belongs to a text's box.
        const boxes = texts.map((text) => {
          const [x, y, size, width] = [text.x.baseVal[0].value, text.y.baseVal[0].value, parseFloat(getComputedStyle(text).fontSize), text.getComputedTextLength()];
          // What hangs below the line in a name is part of it: at 768 px *Jelgava* once lay on the number of *Jelgavas novads*.
          const below = text.classList.contains("name") ? 0.5 : 0.36;
          return [text.textContent, { left: x - width / 2, right: x + width / 2, top: y - 0.36 * size, bottom: y + below * size }];
        });
        const clashes = [];
        for (const [at, [a, one]] of boxes.entries()) for (const [b, other] of boxes.slice(at + 1)) {
          if (one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom) clashes.push(`${a} ${b}`);
        }
        return [clashes, boxes.length];
      });
      assert.deepEqual(clashes, []);
      if (form === "tiles") {
        const names = await picture(page, (svg) => Array.from(svg.querySelectorAll("[data-label] > .name"), (text) => text.textContent));
        assert.equal(new Set(names).size, names.length, `tiles that read alike: ${names}`);
      }
      assert.ok(seen >= (form === "tiles" ? 84 : width < 400 ? 15 : 40), `${seen} labels`);
    });
  }

  scenario("phones get tiles of 40 px and no sideways scrolling; the form is kept in the link", async (page) => {
    for (const width of [320, 390]) {
      await openMap(page, "", { width });
      const least = await picture(page, (svg) => Math.min(...Array.from(svg.querySelectorAll("[data-unit] > path:last-of-type"), (path) => {
        const box = path.getBoundingClientRect();
        return Math.min(box.width, box.height);
      })));
      assert.ok(least >= 40, `${least} px at ${width}`);
      assert.ok(await page.run(() => document.documentElement.scrollWidth <= innerWidth), "no sideways scrolling");
      // On tall phones it once stayed in view over the results below it.
      assert.equal(await page.run(() => getComputedStyle(document.querySelector("service-finder").shadowRoot.querySelector(".map")).position), "static");
      await page.run(() => document.querySelector("service-finder").shadowRoot.querySelector(".map-list summary").click());
      await page.until("the table", async () => (await page.all("table")).length === 1);
      assert.ok(await page.run(() => document.documentElement.scrollWidth <= innerWidth), "no sideways scrolling with the table");
    }
    await page.click("button", "Kontūras");
    await page.until("outlines", () => picture(page, (svg) => svg.classList.contains("map-shapes")));
    assert.match(await page.fragment(), /map=shapes/);
    await page.click("button", "Flīzes");
    await page.until("tiles", () => picture(page, (svg) => svg.classList.contains("map-tiles")));
    assert.match(await page.fragment(), /map=tiles/);
    assert.deepEqual(await page.run(() => [localStorage.length, document.cookie]), [0, ""]);
  });

  scenario("into a region and back; the page scrolls as ever", async (page) => {
    await openMap(page);
    const whole = await frame(page);
    await page.click("button", "Zemgale");
    await page.until("less of it", async () => (await frame(page))[2] < whole[2]);
    const region = await atRest(page);
    assert.ok(region[2] < whole[2] * 0.75, `${region}`);
    const paler = () => picture(page, (svg) => svg.querySelectorAll("[data-unit][data-out]").length);
    assert.equal(await paler(), 42 - 6, "what lies outside is paler");
    await page.click("button", "Rīga un apkārtne");
    const city = await atRest(page);
    assert.ok(city[2] < region[2]);
    await page.click("button", "Visa karte");
    await page.until("all of it", async () => JSON.stringify(await frame(page)) === JSON.stringify(whole));
    assert.equal(await paler(), 0);
    await page.click("button", "Tuvināt");
    await page.until("closer", async () => (await frame(page))[2] < whole[2]);
    await atRest(page);
    await page.click("button", "Tālināt");
    await page.until("all of it", async () => JSON.stringify(await frame(page)) === JSON.stringify(whole));
    // Wheel and fingers stay the page's.
    const taken = await picture(page, (svg) => {
      const wheel = new WheelEvent("wheel", { bubbles: true, composed: true, cancelable: true, deltaY: 100 });
      const touch = new Event("touchmove", { bubbles: true, composed: true, cancelable: true });
      svg.dispatchEvent(wheel);
      svg.dispatchEvent(touch);
      return [wheel.defaultPrevented, touch.defaultPrevented, getComputedStyle(svg).touchAction];
    });
    assert.deepEqual(taken, [false, false, "auto"]);
  });

  scenario("a region asked for is where the map begins", async (page) => {
    await openMap(page, "&region=zemgale");
    const [, , width] = await frame(page);
    assert.ok(width < 750, `${width}`);
    await page.click("button", "Visa karte");
    await atRest(page);
    assert.equal(await picture(page, (svg) => svg.querySelectorAll("[data-unit][data-out]").length), 42 - 6, "still only Zemgale");
  });

  if (engine === "chromium") {
    scenario("no motion where less of it is wanted", async (page) => {
      await page.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { features: [{ name: "prefers-reduced-motion", value: "reduce" }] });
      try {
        await openMap(page);
        await page.click("button", "Zemgale");
        const [first, later] = [await frame(page), await atRest(page)];
        assert.deepEqual(first, later);
        assert.ok(first[2] < 750);
      } finally {
        await page.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { features: [] });
      }
    });
  }

  scenario("a result marks its municipality, and the other way round", async (page) => {
    await openMap(page, "&municipality=LV-016,LV-026");
    const lit = () => picture(page, (svg) => svg.querySelector(".map-lit").dataset.id);
    const marked = () => page.run(() => Array.from(document.querySelector("service-finder").shadowRoot.querySelectorAll(".card[data-lit]"), (card) => card.dataset.id));
    const [first] = await page.until("results", async () => {
      const found = await results(page);
      return found.length > 5 && found;
    });
    await page.run((id) => document.querySelector("service-finder").shadowRoot.querySelector(`.card[data-id="${id}"] a`).focus(), first);
    await page.until("its municipality", async () => /^LV-0(16|26)$/.test(await lit()));
    await tabToMapByScript(page, "LV-026");
    await page.until("the municipality", async () => (await lit()) === "LV-026");
    const cards = await page.until("its results", async () => {
      const found = await marked();
      return found.length && found;
    });
    assert.ok(cards.length < (await results(page)).length, "not all of them");
  });

  scenario("the same as a table, by name and by number", async (page) => {
    await openMap(page);
    await page.press(await page.run(() => document.querySelector("service-finder").shadowRoot.querySelector(".map-list summary")));
    const rows = () => page.run(() => Array.from(document.querySelector("service-finder").shadowRoot.querySelectorAll(".twin-table tbody tr"), (row) => [row.cells[0].textContent, Number(row.cells[1].textContent)]));
    await page.until("the table", async () => (await rows()).length === 42);
    const names = (await rows()).map(([name]) => name);
    assert.deepEqual(names.slice(0, 3), ["Aizkraukles novads", "Alūksnes novads", "Augšdaugavas novads"]);
    await page.click("button", "Pakalpojumu skaits");
    const counts = (await rows()).map(([, count]) => count);
    assert.deepEqual(counts, counts.toSorted((a, b) => b - a));
    const sorted = await page.run(() => Array.from(document.querySelector("service-finder").shadowRoot.querySelectorAll(".twin-table th[aria-sort]"), (head) => [head.textContent, head.ariaSort]));
    assert.deepEqual(sorted, [["Pakalpojumu skaits", "descending"]]);
    await statusAfter(page, () => page.click("button", "Bauskas novads"));
    assert.deepEqual((await page.query()).municipality, ["LV-016"]);
    // The map says the same.
    assert.match(await picture(page, (svg) => svg.querySelector('[data-id="LV-016"]').getAttribute("aria-label")), /, izvēlēts$/);
  });

  scenario("numbers on the map follow the other filters", async (page) => {
    await openMap(page);
    const numbers = () => picture(page, (svg) => Array.from(svg.querySelectorAll("[data-label] > .n"), (text) => Number(text.textContent)).reduce((a, b) => a + b));
    const all = await numbers();
    await statusAfter(page, () => page.type("combobox", LV.search, "dienas centrs"));
    await page.until("smaller numbers", async () => (await numbers()) < all);
  });

  scenario("a municipality the page has chosen for good", async (page) => {
    await openMap(page, "&municipality=LV-016&lock=municipality");
    assert.equal(await picture(page, (svg) => svg.ariaDisabled), "true");
    assert.equal(await picture(page, (svg) => svg.querySelectorAll('[data-unit]:not([aria-disabled="true"])').length), 0);
    const before = await page.status();
    await page.pressAt(await picture(page, (svg) => svg.querySelector('[data-label="LV-026"] .n')));
    await picture(page, (svg) => svg.querySelector('[data-id="LV-026"]').focus());
    await page.keys(Key.ENTER, Key.ESCAPE);
    assert.equal(await page.status(), before);
    assert.deepEqual((await page.query()).municipality, ["LV-016"]);
  });

  scenario("a page for one region shows that region", async (page) => {
    await openMap(page, "&region=zemgale&lock=region");
    assert.equal(await picture(page, (svg) => svg.querySelectorAll("[data-unit]").length), 6);
    assert.equal((await page.all("button", "Visa karte")).length, 1);
    assert.equal((await page.all("button", "Vidzeme")).length, 0);
  });

  scenario("another country: an invented one", async (page) => {
    await openMap(page, `&catalogue=${LAKELAND}&lang=en`);
    assert.equal(await picture(page, (svg) => svg.querySelectorAll("[data-unit]").length), 7);
    const port = await unit(page, "QZ-C");
    assert.equal(await port.getAccessibleName(), "Lakeport, 4 services, not chosen");
    await picture(page, (svg) => svg.querySelector('[data-id="QZ-02"]').focus());
    await page.keys(Key.ARROW_RIGHT);
    assert.match((await page.focused()).name, /^Lakeport/);
    await page.keys(Key.ARROW_RIGHT);
    assert.match((await page.focused()).name, /^Heron Bay County, 3 services/);
    await statusAfter(page, () => page.keys(Key.ENTER));
    assert.deepEqual((await page.query()).municipality, ["QZ-03"]);
    await page.click("button", "Tiles");
    await page.until("tiles", () => picture(page, (svg) => svg.classList.contains("map-tiles")));
    assert.deepEqual(await violations(page), []);
  });

  scenario("a catalogue of one region, and one without a map", async (page) => {
    const { readFile } = await import("node:fs/promises");
    const whole = JSON.parse(await readFile(new URL("hosts/lakeland/lakeland.json", import.meta.url), "utf8"));
    const answer = (catalogue) => () => ({ type: "application/json", body: JSON.stringify(catalogue) });
    const west = { ...whole, regions: whole.regions.filter(({ id }) => id === "west"), municipalities: whole.municipalities.filter(({ region }) => region === "west").map((place) => ({ ...place, neighbours: place.neighbours.filter((id) => ["QZ-01", "QZ-02", "QZ-04", "QZ-C"].includes(id)) })) };
    west.services = whole.services.filter(({ municipality }) => west.municipalities.some(({ id }) => id === municipality)).map(({ residence, ...service }) => service);
    page.server.replace(LAKELAND, answer(west));
    await openMap(page, `&catalogue=${LAKELAND}&lang=en`);
    assert.equal(await picture(page, (svg) => svg.querySelectorAll("[data-unit]").length), 4);
    assert.equal((await page.all("button", "West")).length, 0);
    const { map, ...without } = whole;
    page.server.replace(LAKELAND, answer(without));
    await openFinder(page, `?catalogue=${LAKELAND}&lang=en`);
    assert.ok((await results(page)).length > 0);
    assert.equal((await page.all("button", "Map")).length, 0);
    await page.click("button", "Municipalities: West");
    await statusAfter(page, () => page.click("checkbox", /^Lakeport/));
    assert.deepEqual((await page.query()).municipality, ["QZ-C"]);
  });

  scenario("shapes are loaded when the map is first shown; a map that fails leaves the table", async (page) => {
    const isMap = (path) => /\.map-[0-9a-f]+\.json$/.test(path);
    const from = page.server.requests.length;
    await openFinder(page);
    assert.deepEqual(page.server.requests.slice(from).filter(isMap), []);
    await page.click("button", LV.map);
    await drawn(page);
    const [shapes] = page.server.requests.slice(from).filter(isMap);
    const manifest = JSON.parse(await readDist("manifest.json"));
    const size = JSON.stringify(manifest).includes(shapes.slice(1)) && (await import("node:fs")).statSync(new URL(`${shapes.slice(1)}.br`, `file://${(await import("./lib/server.mjs")).DIST}/`)).size;
    assert.ok(size > 0 && size <= 6 * 1024, `${size} bytes of geometry`);
    page.server.replace(shapes, () => ({ status: 404, body: "" }));
    page.expect(/could not load .*\.map-/);
    page.allow(/^browser: .*Failed to load resource/);
    await openFinder(page, "?view=map");
    await page.until("the sentence", () => page.run(() => {
      const map = document.querySelector("service-finder").shadowRoot.querySelector(".map");
      return map !== null && /Karti neizdevās ielādēt/.test(finderRoles.text(map));
    }));
    await page.press(await page.run(() => document.querySelector("service-finder").shadowRoot.querySelector(".map-list summary")));
    await statusAfter(page, () => page.click("button", "Bauskas novads"));
  });

  scenario("a finger or a pointer on the tab fetches the map before it is pressed", async (page) => {
    const from = page.server.requests.length;
    await openFinder(page);
    await page.driver.actions().move({ origin: await page.get("button", LV.map) }).perform();
    await page.until("code and shapes", () => {
      const asked = page.server.requests.slice(from);
      return asked.some((path) => /finder_map-/.test(path)) && asked.some((path) => /\.map-[0-9a-f]+\.json$/.test(path));
    });
    assert.equal(await picture(page, (svg) => svg), null);
  });

  scenario("between list and map the results stay as they are", async (page) => {
    await openFinder(page);
    await page.run(() => (window.first = document.querySelector("service-finder").shadowRoot.querySelector(".card")));
    await page.click("button", LV.map);
    await drawn(page);
    await page.click("button", LV.list);
    await page.until("no map", async () => (await picture(page, (svg) => svg)) === null);
    assert.ok(await page.run(() => first.isConnected && document.querySelector("service-finder").shadowRoot.querySelector(".card") === first));
  });

  scenario("a choice is seen at once and answered when it is painted; one taken back at once is none", async (page) => {
    await openMap(page);
    const press = (...ids) => page.run((ids) => {
      const finder = document.querySelector("service-finder");
      return ids.map((id) => {
        const unit = finder.shadowRoot.querySelector(`[data-unit][data-id="${id}"]`);
        unit.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
        return [unit.getAttribute("aria-selected"), finder.query.municipality ?? null];
      });
    }, ids);
    assert.deepEqual(await press("LV-026", "LV-016", "LV-026"), [["true", null], ["true", null], ["false", null]]);
    await page.until("the answer", async () => JSON.stringify((await page.query()).municipality) === '["LV-016"]');
    assert.match(await picture(page, (svg) => svg.querySelector('[data-id="LV-016"]').getAttribute("aria-label")), /, izvēlēts$/);
    assert.match(await picture(page, (svg) => svg.querySelector('[data-id="LV-026"]').getAttribute("aria-label")), /, nav izvēlēts$/);
    assert.equal((await page.events("change")).length, 1);
  });

  scenario("axe: chosen and in part, as tiles, with the table", async (page) => {
    await openMap(page, "&municipality=LV-026&region=zemgale&theme=light");
    await page.press(await page.run(() => document.querySelector("service-finder").shadowRoot.querySelector(".map-list summary")));
    assert.deepEqual(await violations(page), []);
    await page.click("button", "Flīzes");
    await page.until("tiles", () => picture(page, (svg) => svg.classList.contains("map-tiles")));
    assert.deepEqual(await violations(page), []);
  });
});

/** Gives a municipality the focus as Tab would. */
const tabToMapByScript = (page, id) => picture(page, (svg, id) => svg.querySelector(`[data-id="${id}"]`).focus(), id);
