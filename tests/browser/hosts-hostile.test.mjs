// Pages that fight everything on them, one hostility each: the finder works, and nothing of the page's breaks.

import assert from "node:assert/strict";

import { LV, total } from "./lib/finder.mjs";
import { Key, inEachEngine } from "./lib/page.mjs";

const at = (name) => `/test/hosts/hostile/${name}.html`;

/** Runs `script(finder, …)` with the page's finder, wherever it is, also in another shadow. */
const withFinder = (page, script, ...args) => page.run(`
  const find = (root) => {
    const found = root.querySelector("service-finder");
    if (found) return found;
    for (const element of root.querySelectorAll("*")) {
      const inside = element.shadowRoot && find(element.shadowRoot);
      if (inside) return inside;
    }
  };
  return (${script}).apply(null, [find(document)].concat(Array.prototype.slice.call(arguments)));`, ...args);

const status = (page) => withFinder(page, (finder) => finder?.shadowRoot?.querySelector("[part~=status]")?.textContent ?? "");
const ready = (page) => page.until("results", async () => total(await status(page)) > 0);
const part = (page, name) => withFinder(page, (finder, name) => finder.shadowRoot.querySelector(`[part~=${name}]`), name);

/** A visitor's way: words, a filter, a record, and back. */
async function works(page) {
  await ready(page);
  const all = total(await status(page));
  await page.type("combobox", LV.search, "logopēds");
  const some = await page.until("fewer", async () => {
    const now = total(await status(page));
    return now > 0 && now < all / 2 && now;
  });
  await page.click("checkbox", /^Zemgale/);
  await page.until("fewer still", async () => total(await status(page)) < some);
  await page.press(await withFinder(page, (finder) => finder.shadowRoot.querySelector("[part~=result] .card-link")));
  await page.until("the record", () => part(page, "detail"));
  await page.click("button", LV.back);
  await page.until("the results", async () => !(await part(page, "detail")));
}

/** Sizes and styles of things that pages reach by mistake. */
const looks = (page) => withFinder(page, (finder) => {
  const root = finder.shadowRoot;
  const style = (selector) => getComputedStyle(root.querySelector(selector));
  return {
    text: parseFloat(style(".sf").fontSize),
    width: root.querySelector(".sf").getBoundingClientRect().width,
    icon: root.querySelector(".view svg").getBoundingClientRect().width,
    turned: style("button").transform,
    heading: style("h2").textTransform,
    field: root.querySelector("input").getBoundingClientRect().height,
    list: finder.querySelector("a")?.checkVisibility(),
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  };
});

async function looksRight(page) {
  const look = await looks(page);
  assert.ok(look.text >= 16 && look.width > 300 && look.icon >= 16 && look.icon < 32 && look.field >= 40, JSON.stringify(look));
  assert.deepEqual([look.turned, look.heading, look.list, look.wide], ["none", "none", false, 0]);
}

inEachEngine("hostile hosts", ({ scenario }) => {
  for (const name of ["unset", "root-size", "globals", "rtl"]) {
    scenario(`${name}: works and looks right`, async (page) => {
      await page.open(at(name));
      await works(page);
      await looksRight(page);
    });
  }

  scenario("rtl: the interface runs from left to right, as its languages do", async (page) => {
    await page.open(at("rtl"));
    await ready(page);
    const [icon, field] = await withFinder(page, (finder) => [".search-field .icon", ".search-field input"].map((selector) => finder.shadowRoot.querySelector(selector).getBoundingClientRect().left));
    assert.ok(icon < field + 40, `${icon} ${field}`);
    assert.equal(await withFinder(page, (finder) => getComputedStyle(finder.shadowRoot.querySelector(".sf")).direction), "ltr");
  });

  scenario("z-index: the sheet of filters lies above the page's banner", async (page) => {
    await page.open(at("z-index"), { width: 400 });
    await ready(page);
    await page.click("button", LV.filters);
    const hit = await page.until("the sheet", () => withFinder(page, (finder) => {
      const sheet = finder.shadowRoot.querySelector("dialog[open]")?.getBoundingClientRect();
      return sheet && document.elementFromPoint(200, innerHeight - 20)?.localName;
    }));
    assert.equal(hit, "service-finder");
  });

  scenario("z-index: works", async (page) => {
    await page.open(at("z-index"));
    await works(page);
  });

  scenario("prototypes: works, and uses nothing that the page put in place", async (page) => {
    await page.open(at("prototypes"));
    await works(page);
    await looksRight(page);
    await withFinder(page, (finder) => {
      window.kept = finder;
      finder.parentNode.removeChild(finder);
    });
    await page.until("nothing left", () => page.run(() => kept.shadowRoot.querySelector("[part=root]").childElementCount === 0));
    assert.equal(await page.run(() => window.removals), 0);
  });

  // The drivers themselves rely on JSON, so the page is looked at from outside.
  scenario("to-json: works", async (page) => {
    await page.open(`/test/frame.html?width=1200&src=${at("to-json")}`);
    const inside = (script, ...args) => page.run(`
      const finder = document.querySelector("iframe").contentDocument.querySelector("service-finder");
      const root = finder?.shadowRoot;
      return (${script}).apply(null, [root].concat(Array.from(arguments)));`, ...args);
    const count = async () => total(await inside((root) => root?.querySelector("[part~=status]")?.textContent ?? ""));
    const all = await page.until("results", async () => (await count()) > 0 && count());
    await inside((root) => {
      const input = root.querySelector("input");
      input.value = "logopēds";
      input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    });
    await page.until("fewer", async () => (await count()) > 0 && (await count()) < all);
    await inside((root) => root.querySelector("[part~=result] .card-link").click());
    await page.until("the record", () => inside((root) => Boolean(root.querySelector("[part~=detail]"))));
    await page.until("its link", () => page.run(() => /open=service/.test(document.querySelector("iframe").contentWindow.location.hash)));
    // What a script of the page gets is a plain object all the same.
    assert.equal(await inside((root) => root.host.query.q), "logopēds");
  });

  scenario("stops-on-document: works all the same, and the page still hears", async (page) => {
    await page.open(at("stops-on-document"));
    await works(page);
    // Keys that the finder means to keep from the browser, and a choice that is a press of the mouse.
    await page.click("button", LV.clear);
    const box = await page.get("combobox", LV.search);
    await box.sendKeys("logop");
    await page.get("listbox");
    await page.keys(Key.ARROW_DOWN);
    await page.until("a suggestion chosen", () => withFinder(page, (finder) => finder.shadowRoot.querySelector("[role=option][aria-selected=true]") !== null));
    await page.press(await withFinder(page, (finder) => finder.shadowRoot.querySelector("[role=option]")));
    await page.gone("listbox");
    assert.deepEqual(await page.run(() => [...window.stopped].filter((name) => /^(click|keydown|mousedown)$/.test(name)).sort()), ["click", "keydown", "mousedown"]);
    // A tick is one tick, and two are none.
    for (const ticked of [true, false]) {
      await page.click("checkbox", /^Kurzeme/);
      await page.until("the tick", async () => (await withFinder(page, (finder) => (finder.query.region ?? []).includes("kurzeme"))) === ticked);
    }
  });

  scenario("stops-on-window: the list stays, and its links open records", async (page) => {
    await page.open(at("stops-on-window"));
    await ready(page);
    await page.press(await withFinder(page, (finder) => finder.shadowRoot.querySelector("[part~=result] .card-link")));
    await page.until("the record", () => part(page, "detail"));
    assert.match(await page.fragment(), /^#sf\?open=service:/);
    await page.run(() => history.back());
    await page.until("the results", async () => !(await part(page, "detail")));
    // Typing is neither a click nor a key for the page.
    const all = total(await status(page));
    await page.type("combobox", LV.search, "logopēds");
    await page.until("fewer", async () => total(await status(page)) < all);
  });

  scenario("jquery: works, and what themes do with it does not reach in", async (page) => {
    await page.open(at("jquery"));
    await works(page);
    await looksRight(page);
    assert.equal(await withFinder(page, (finder) => finder.shadowRoot.querySelectorAll(".form-control").length), 0);
  });

  scenario("base: the catalogue is read from there, links stay on this page", async (page) => {
    await page.open(at("base"));
    await works(page);
    const [link] = await withFinder(page, (finder) => [finder.shadowRoot.querySelector("[part~=result] .card-link").href]);
    assert.ok(link.startsWith(`${page.server.origin}${at("base")}#sf?`), link);
  });

  scenario("two-versions: the first serves, the other is named once", async (page) => {
    page.expect(/^warn: service-finder: version \d+\.\d+\.\d+ is already on this page, so version 9\.9\.9 is not used\. Include the script once$/);
    await page.open(at("two-versions"));
    await works(page);
    assert.equal((await page.said()).length, 1);
  });

  scenario("router: made by innerHTML, taken away and made again", async (page) => {
    await page.open(`${at("router")}?finder`);
    await works(page);
    await page.click("link", "Home");
    await page.until("the other page", () => page.run(() => !document.querySelector("service-finder")));
    await page.click("link", "Services");
    await works(page);
    await page.run(() => history.back());
    await page.until("an answer", () => page.run(() => document.querySelector("#page").textContent.length > 0));
  });

  scenario("details: opened by a visitor", async (page) => {
    await page.open(at("details"));
    await page.until("it ready", () => withFinder(page, (finder) => finder.ready.then(() => true)));
    assert.equal(await page.run(() => document.querySelector("details").open), false);
    await page.press(await page.run(() => document.querySelector("summary")));
    await works(page);
    await looksRight(page);
  });

  scenario("shadow: inside another one", async (page) => {
    await page.open(at("shadow"));
    await works(page);
    await looksRight(page);
  });

  scenario("tab: opened later, it has its whole width", async (page) => {
    await page.open(at("tab"));
    await page.until("it ready", () => withFinder(page, (finder) => finder.ready.then(() => true)));
    await page.click("button", "Services");
    await page.until("two columns", () => withFinder(page, (finder) => finder.shadowRoot.querySelector(".sf").classList.contains("wide")));
    await works(page);
    await looksRight(page);
  });

  scenario("nothing of the page's is changed by a finder on it", async (page) => {
    await page.open("/test/hosts/stub-no-script.html");
    const [before, after] = await page.runAsync(async () => {
      const outside = () => JSON.stringify({
        globals: Object.keys(window).join(" "), cookies: document.cookie, kept: localStorage.length,
        head: document.head.outerHTML, attributes: document.body.getAttributeNames(), children: document.body.childElementCount,
        sheets: document.styleSheets.length, adopted: document.adoptedStyleSheets.length,
        methods: [Array, Object, Element, Node, EventTarget, History, Promise].map((type) => Object.getOwnPropertyNames(type.prototype).join(" ")),
      });
      const before = outside();
      document.querySelector("service-finder").setAttribute("catalogue", "/catalogue/latvia.json");
      await import("/service-finder.js");
      await document.querySelector("service-finder").ready;
      return [before, outside()];
    });
    assert.equal(after, before);
  });
});
