// Every view in both languages and themes: axe-core without violations, and names as the engines themselves compute them.

import assert from "node:assert/strict";

import { violations } from "./lib/axe.mjs";
import { LV, openFinder, results } from "./lib/finder.mjs";
import { inEachEngine } from "./lib/page.mjs";

const VIEWS = {
  list: [""],
  empty: ["", "#sf?q=qqqqqzzz"],
  "one municipality": ["&municipality=LV-016"],
  service: ["", "#sf?open=service:jelgava-socialo-lietu-parvalde"],
  map: ["&view=map"],
  stories: ["&view=stories"],
  programme: ["&view=programme"],
};

const PAIRS = [["lv", "light", "dark"], ["en", "light", "dark"]];

const drawn = (page) => page.until("the view", () => page.run(() => document.querySelector("service-finder").shadowRoot.querySelectorAll("h2, h3, h4").length > 1));

inEachEngine("accessibility", ({ scenario, engine }) => {
  for (const [at, [name, [query, fragment]]] of Object.entries(VIEWS).entries()) {
    // Everything in one engine; in the others each view once, since axe looks at the same elements and colours there.
    const pairs = engine === "chromium" ? PAIRS : [at % 2 ? ["en", "dark"] : ["lv", "light"]];
    for (const [lang, ...themes] of pairs) {
      scenario(`axe: ${name}, ${lang}, ${themes.join(" and ")}`, async (page) => {
        await openFinder(page, `?lang=${lang}&theme=${themes[0]}${query}${fragment ?? ""}`);
        await drawn(page);
        for (const theme of themes) {
          await page.run((theme) => {
            document.querySelector("service-finder").setAttribute("theme", theme);
            document.documentElement.className = theme;
          }, theme);
          await page.until("the theme", () => page.run((theme) => getComputedStyle(document.querySelector("service-finder").shadowRoot.querySelector(".sf")).colorScheme === theme, theme));
          assert.deepEqual(await violations(page), [], theme);
        }
      });
    }
  }

  scenario("axe: the sheet of filters on a phone", async (page) => {
    await openFinder(page, "?theme=light", { width: 360 });
    await page.click("button", LV.filters);
    await page.get("dialog");
    assert.deepEqual(await violations(page), []);
  });

  scenario("axe: a catalogue that cannot be loaded", async (page) => {
    page.server.replace("/catalogue/latvia.json", () => ({ status: 404, body: "" }));
    page.expect(/^error: service-finder/);
    page.allow(/^browser: .*Failed to load resource/);
    await page.open("/test/hosts/finder.html?theme=dark");
    await page.get("button", LV.retry);
    assert.deepEqual(await violations(page), []);
  });

  scenario("roles and names are what the engine computes", async (page) => {
    await openFinder(page);
    assert.ok((await results(page)).length > 0);
    const [elements, ours] = await page.run(() => {
      // What is far below is not laid out yet, and then an engine computes nothing for it.
      const seen = finderRoles.interactive(document.querySelector("service-finder").shadowRoot.firstElementChild)
        .filter((element) => element.getBoundingClientRect().bottom < innerHeight);
      return [seen, seen.map((element) => [finderRoles.roleOf(element), finderRoles.nameOf(element)])];
    });
    const theirs = [];
    for (const element of elements) theirs.push([await element.getAriaRole(), (await element.getAccessibleName()).replace(/\s+/g, " ").trim()]);
    // Engines put spaces between parts of a name as they lay them out.
    const squeeze = (pairs) => pairs.map(([role, name]) => `${role} ${name.replace(/\s+/g, "")}`);
    assert.deepEqual(squeeze(theirs), squeeze(ours));
    assert.ok(elements.length >= 15, `${elements.length} elements`);
  });

  scenario("one status line announces, and headings do not skip a level", async (page) => {
    await openFinder(page);
    assert.equal((await page.all("status")).length, 1);
    const levels = await page.run(() => finderRoles.find("heading").map((heading) => Number(heading.localName.slice(1))));
    for (const [at, level] of levels.entries()) assert.ok(at === 0 || level <= levels[at - 1] + 1, `level ${levels[at - 1]} is followed by ${level}`);
  });
});
