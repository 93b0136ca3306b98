// What the finder looks like: tokens, the example themes and their contrast, the page's typeface and colours.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { openFinder } from "./lib/finder.mjs";
import { inEachEngine } from "./lib/page.mjs";
import { DIST } from "./lib/server.mjs";

const THEMES = readdirSync(join(DIST, "themes")).filter((name) => name.endsWith(".css")).map((name) => name.slice(0, -4));
const source = (path) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");

/** What is written on what, by the names in tokens.css. WCAG 1.4.3: 4.5 to 1. */
const TEXTS = [
  ["text", "bg"], ["text", "panel"], ["text", "accent-soft"], ["text", "mark"], ["text", "warn-bg"], ["muted", "bg"], ["muted", "panel"],
  ["accent", "bg"], ["accent", "panel"], ["accent", "accent-soft"], ["on-accent", "accent"], ["warn", "warn-bg"], ["warn", "bg"],
];
/** Edges that tell what can be used, and the focus. WCAG 1.4.11: 3 to 1. */
const EDGES = [["control", "bg"], ["control", "panel"], ["focus", "bg"], ["focus", "panel"], ["accent", "bg"]];

/** The colours that the tokens come to, as [red, green, blue]. */
const colours = (page, names) => page.run((names) => {
  const root = document.querySelector("service-finder").shadowRoot.querySelector(".sf");
  const probe = root.appendChild(document.createElement("i"));
  const found = names.map((name) => {
    probe.style.color = `var(--_${name})`;
    return getComputedStyle(probe).color.match(/[\d.]+/g).slice(0, 3).map(Number);
  });
  probe.remove();
  return found;
}, names);

const luminance = (colour) => {
  const [red, green, blue] = colour.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = ([one, two]) => {
  const [more, less] = [luminance(one), luminance(two)].sort((a, b) => b - a);
  return (more + 0.05) / (less + 0.05);
};

/** Puts a theme on the page and waits until it counts. */
const dress = (page, theme) => page.runAsync((theme) => new Promise((done, failed) => {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: `/themes/${theme}.css`, onload: done, onerror: failed });
  document.head.append(link);
}), theme);

async function checked(page, least) {
  const wrong = [];
  for (const [pairs, limit] of [[TEXTS, least], [EDGES, 3]]) {
    for (const pair of pairs) {
      const ratio = contrast(await colours(page, pair));
      if (!(ratio >= limit)) wrong.push(`${pair.join(" on ")}: ${ratio.toFixed(2)}, should be ${limit}`);
    }
  }
  assert.deepEqual(wrong, []);
}

inEachEngine("themes", ({ scenario }) => {
  for (const scheme of ["light", "dark"]) {
    scenario(`contrast of the default, ${scheme}`, async (page) => {
      await openFinder(page, `?theme=${scheme}`);
      await checked(page, 4.5);
    });
    for (const theme of THEMES) {
      scenario(`contrast of ${theme}, ${scheme}`, async (page) => {
        await openFinder(page, `?theme=${scheme}`);
        await dress(page, theme);
        await checked(page, theme === "contrast" ? 7 : 4.5);
      });
    }
  }

  scenario("four themes at least, each with every colour", async (page) => {
    await page.open("/test/blank.html");
    assert.ok(THEMES.length >= 4 && THEMES.includes("contrast") && THEMES.includes("latvija"));
    const tokens = [...source("docs/theming.md").matchAll(/`(--sf-[a-z0-9-]+)`/g)].map(([, name]) => name);
    const colours = tokens.filter((name) => /accent|background|panel|text|muted|line|mark|warning|focus|map/.test(name));
    for (const theme of THEMES) {
      const text = readFileSync(join(DIST, "themes", `${theme}.css`), "utf8");
      for (const name of colours) assert.ok(text.includes(`${name}: light-dark(`), `${theme} ${name}`);
    }
  });

  scenario("every token is documented, and every documented token counts", async (page) => {
    await page.open("/test/blank.html");
    const written = new Set([...source("docs/theming.md").matchAll(/--sf-[a-z0-9-]+/g)].map(([name]) => name));
    const read = new Set(["tokens", "shades", "base", "app"].flatMap((name) => [...source(`src/components/${name}.css`).matchAll(/var\((--sf-[a-z0-9-]+)/g)].map(([, name]) => name)));
    assert.deepEqual([...read].filter((name) => !written.has(name)), []);
    assert.deepEqual([...written].filter((name) => !read.has(name)), []);
  });

  scenario("a theme in a frame is a name in its address", async (page) => {
    await page.open("/embed.html?look=latvija&theme=light");
    await page.ready();
    await page.until("the look", async () => `${(await colours(page, ["accent"]))[0]}` === "140,29,52");
  });

  scenario("the page's typeface is the finder's; the page's size and colour are not", async (page) => {
    await openFinder(page);
    const style = () => page.run(() => {
      const finder = document.querySelector("service-finder");
      document.body.style.cssText = "font: italic 700 9px/3 fantasy; color: red; text-transform: uppercase; letter-spacing: 1em";
      const { fontFamily, fontSize, fontStyle, color, textTransform, letterSpacing } = getComputedStyle(finder.shadowRoot.querySelector(".date"));
      return { fontFamily, size: parseFloat(fontSize) > 12, fontStyle, red: color === "rgb(255, 0, 0)", textTransform, letterSpacing };
    });
    assert.deepEqual(await style(), { fontFamily: "fantasy", size: true, fontStyle: "normal", red: false, textTransform: "none", letterSpacing: "normal" });
  });

  scenario("tokens for font, size, radius, space and density", async (page) => {
    await openFinder(page);
    const look = () => page.run(() => {
      const root = document.querySelector("service-finder").shadowRoot;
      const [sf, card, button] = [".sf", ".card", ".lang"].map((selector) => getComputedStyle(root.querySelector(selector)));
      return { font: sf.fontFamily, size: sf.fontSize, radius: card.borderTopLeftRadius, padding: parseFloat(card.paddingTop), target: root.querySelector(".lang").getBoundingClientRect().height, button: button.fontFamily };
    });
    const before = await look();
    await page.run(() => (document.querySelector("service-finder").style.cssText = "--sf-font: serif; --sf-font-size: 20px; --sf-radius: 3px; --sf-space: 10px; --sf-density: .5"));
    const after = await look();
    assert.deepEqual({ ...after, target: 0 }, { font: "serif", size: "20px", radius: "3px", padding: 5, target: 0, button: "serif" });
    assert.equal(before.padding, parseFloat(before.size));
    // However dense, a thumb still hits.
    assert.ok(after.target >= 44);
  });

  scenario("::part() reaches what stands for a record", async (page) => {
    await openFinder(page);
    await page.run(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("service-finder::part(result) { border-top-width: 7px } service-finder::part(root) { padding-top: 9px } service-finder::part(facets) { outline: 5px solid red } service-finder::part(status) { letter-spacing: 3px } service-finder::part(search) { opacity: .9 }");
      document.adoptedStyleSheets = [sheet];
    });
    // What stands beside the results comes after them.
    await page.until("the facets", () => page.run(() => document.querySelector("service-finder").shadowRoot.querySelector("[part~=facets]") !== null));
    const found = await page.run(() => {
      const root = document.querySelector("service-finder").shadowRoot;
      const style = (part) => getComputedStyle(root.querySelector(`[part~=${part}]`));
      return [style("result").borderTopWidth, style("root").paddingTop, style("facets").outlineWidth, style("status").letterSpacing];
    });
    assert.deepEqual(found, ["7px", "9px", "5px", "3px"]);
  });

  scenario("light and dark follow the page's color-scheme", async (page) => {
    await openFinder(page);
    const dark = async () => luminance((await colours(page, ["bg"]))[0]) < 0.2;
    for (const [scheme, wanted] of [["dark", true], ["light", false]]) {
      await page.run((scheme) => (document.body.style.colorScheme = scheme), scheme);
      assert.equal(await dark(), wanted);
    }
  });
});
