// The finder in a frame: embed.html with attributes as query keys, and embed.js on the page around.

import assert from "node:assert/strict";
import { stat } from "node:fs/promises";
import { join } from "node:path";

import { LV, results } from "./lib/finder.mjs";
import { inEachEngine } from "./lib/page.mjs";
import { DIST } from "./lib/server.mjs";

const FRAMES = "/test/hosts/frames.html";

/**
 * Runs `script(finder, …)` with the finder in the frame with this id. From outside: not every driver survives what a finder
 * does to the history of its frame.
 */
const inFrame = (page, id, script, ...args) => page.run(`
  const finder = document.getElementById(arguments[0])?.contentDocument?.querySelector("service-finder");
  return (${script})(finder, ...Array.from(arguments).slice(1));`, id, ...args);

/** Waits until the finder in the frame can be used. */
const ready = (page, id) => page.until(`${id} ready`, () => page.run((id) => finderEvents.some((event) => event.name === "ready" && event.target === id), id));

const query = (page, id) => inFrame(page, id, (finder) => finder.query);
const asks = (page, id, wanted) => page.until(`${id} to ask ${JSON.stringify(wanted)}`, async () => JSON.stringify(await query(page, id)) === JSON.stringify(wanted));
const press = (page, id, label) => page.until(`${label}`, () => inFrame(page, id, (finder, label) => {
  const found = [...finder.shadowRoot.querySelectorAll("button")].find((button) => (button.getAttribute("aria-label") ?? button.textContent).startsWith(label));
  found?.click();
  return Boolean(found);
}, label));

/** Of the frame with this id: its height, and the height of what is in it where the page may look. */
const heights = (page, id) => page.run((id) => {
  const frame = document.getElementById(id);
  return { frame: frame.clientHeight, content: Math.ceil(frame.contentDocument?.body.getBoundingClientRect().height ?? 0) };
}, id);

const asHighAsContent = (page, id) => page.until(`frame ${id} as high as its content`, async () => {
  const { frame, content } = await heights(page, id);
  return frame > 700 && frame === content && frame;
});

inEachEngine("embed", ({ scenario, engine }) => {
  scenario("embed.js is at most 1 KB", async (page) => {
    await page.open("/test/blank.html");
    assert.ok((await stat(join(DIST, "embed.js"))).size <= 1024);
  });

  scenario("attributes are query keys, and the page has a title and a language", async (page) => {
    await page.open("/embed.html?lang=en&region=zemgale&type=respite&theme=dark&heading-level=3&lock=region");
    await page.ready();
    assert.deepEqual(await page.query(), { region: ["zemgale"], type: ["respite"] });
    assert.deepEqual(await page.run(() => [document.documentElement.lang, document.title]), ["en", "Social service finder"]);
    assert.equal(await page.run(() => getComputedStyle(document.documentElement).colorScheme), "dark");
    assert.equal((await page.all("button", /^Remove filter/)).length, 1);
    assert.ok(await page.run(() => document.querySelector("service-finder").shadowRoot.querySelector("h3.title") !== null));
  });

  scenario("without any key it is the whole finder in Latvian", async (page) => {
    await page.open("/embed.html");
    await page.ready();
    assert.deepEqual(await page.run(() => [document.documentElement.lang, document.title]), ["lv", "Sociālo pakalpojumu meklētājs"]);
    assert.ok((await results(page)).length > 0);
    assert.equal(await page.run(() => document.querySelector("service-finder").shadowRoot.querySelector("h1.title") !== null), true);
  });

  scenario("a key that is none is told, and a look is a name, never an address", async (page) => {
    page.expect(/^warn: service-finder: embed\.html knows q, region, .* not regions=zemgale/, /not look=https:\/\/elsewhere\.example\/a/);
    await page.open("/embed.html?regions=zemgale&look=https://elsewhere.example/a");
    await page.ready();
    assert.equal(await page.run(() => document.querySelectorAll("link[rel=stylesheet]").length), 1);
  });

  scenario("no link can show somebody else's catalogue under this address", async (page) => {
    const other = await page.elsewhere();
    page.expect(/^error: service-finder \(network\)/);
    page.allow(/^policy: connect-src/, /^browser: .*Content Security Policy/, /^browser: .*Failed to load/);
    other.requests.length = 0;
    await page.open(`/embed.html?catalogue=${encodeURIComponent(`${other.origin}/catalogue/latvia.json`)}`);
    await page.until("the error", async () => (await page.events("error")).length === 1);
    assert.deepEqual(other.requests, []);
    assert.ok((await page.all("link")).length > 0);
  });

  scenario("the whole list is in it before any script", async (page) => {
    const text = await (await fetch(`${page.server.origin}/embed.html`)).text();
    assert.match(/<service-finder[^>]*>(.*)<\/service-finder>/s.exec(text)[1], /<a href=/);
    await page.open("/test/blank.html");
  });

  scenario("several frames, each as high as its content, which never scrolls", async (page) => {
    await page.open(FRAMES);
    await ready(page, "one");
    await ready(page, "two");
    assert.deepEqual(await query(page, "one"), { region: ["zemgale"] });
    const [one, two] = [await asHighAsContent(page, "one"), await asHighAsContent(page, "two")];
    assert.notEqual(one, two);
    assert.equal(await inFrame(page, "one", (finder) => getComputedStyle(finder.ownerDocument.documentElement).overflowY), "hidden");
    await press(page, "one", LV.stories);
    await page.until("another height", async () => {
      const { frame, content } = await heights(page, "one");
      return frame === content && frame !== one;
    });
    assert.equal((await heights(page, "two")).frame, two);
  });

  scenario("without the script: a fixed height, and scrolling inside", async (page) => {
    await page.open("/test/hosts/frame-alone.html");
    await page.until("results", () => inFrame(page, "one", (finder) => Boolean(finder?.shadowRoot?.querySelector("[part~=result]"))));
    const inside = await inFrame(page, "one", (finder) => {
      const root = finder.ownerDocument.documentElement;
      return [getComputedStyle(root).overflowY, root.scrollHeight > root.clientHeight, root.scrollWidth <= root.clientWidth];
    });
    assert.deepEqual(inside, ["visible", true, true]);
    assert.equal((await heights(page, "one")).frame, 720);
  });

  scenario("a link to the page goes on into the frame that owns its key", async (page) => {
    await page.open(`${FRAMES}#b?region=kurzeme`);
    await ready(page, "one");
    await asks(page, "two", { region: ["kurzeme"] });
    await asks(page, "one", { region: ["zemgale"] });
    assert.equal(await page.fragment(), "#b?region=kurzeme");
    await page.run(() => (location.hash = "#sf?region=latgale"));
    await asks(page, "one", { region: ["latgale"] });
  });

  scenario("what a page says leads the frame nowhere", async (page) => {
    await page.open(FRAMES);
    await ready(page, "one");
    const before = await inFrame(page, "one", (finder) => finder.ownerDocument.URL);
    await page.run(() => {
      const frame = document.getElementById("one").contentWindow;
      for (const said of ["javascript:top.led=1", "jsf?region=kurzeme", "/list.html", "#other?region=kurzeme", {}, 7]) frame.postMessage({ sf: said }, "*");
      frame.postMessage({ sf: "#sf?region=latgale" }, "*");
    });
    await asks(page, "one", { region: ["latgale"] });
    assert.equal(await inFrame(page, "one", (finder) => finder.ownerDocument.URL), `${before.split("#")[0]}#sf?region=latgale`);
    assert.equal(await page.run(() => window.led ?? 0), 0);
  });

  scenario("what a visitor asks in a frame stands in the page's link; an anchor of the page's own stays until then", async (page) => {
    await page.open(`${FRAMES}#mine`);
    await ready(page, "one");
    assert.equal(await page.fragment(), "#mine");
    await press(page, "one", LV.remove("Zemgale"));
    await page.until("the link", async () => (await page.fragment()) === "#sf");
    await press(page, "one", LV.map);
    await page.until("the view in the link", async () => (await page.fragment()) === "#sf?view=map");
    await page.run(() => history.back());
    await page.until("the link before", async () => (await page.fragment()) === "#sf");
    await asks(page, "one", {});
  });

  scenario("the demo page with a frame", async (page) => {
    await page.open("/demo/frame.html");
    const height = await page.until("a frame as high as its content", () => page.run(() => {
      const frame = document.querySelector("iframe");
      return frame.clientHeight > 1000 && frame.clientHeight === Math.ceil(frame.contentDocument.body.getBoundingClientRect().height);
    }));
    assert.ok(height);
    assert.equal(await page.run(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
  });

  scenario("events come out on the frame", async (page) => {
    await page.open(FRAMES);
    await ready(page, "one");
    await press(page, "one", LV.remove("Zemgale"));
    const change = await page.until("the change", async () => (await page.events("change"))[0]);
    assert.deepEqual([change.target, change.bubbles, change.composed], ["one", true, true]);
    assert.equal(change.detail.total, await inFrame(page, "one", (finder) => parseInt(finder.shadowRoot.querySelector("[part~=status]").textContent, 10)));
  });

  scenario("frames of another origin; nobody else is heard", async (page) => {
    const other = await page.elsewhere({});
    await page.open("/test/hosts/frames-none.html");
    await page.run((origin) => {
      for (const [id, source] of [["true", `${origin}/embed.html?region=zemgale`], ["false", `${origin}/test/hosts/false-frame.html?/embed.html`]]) {
        const frame = document.createElement("iframe");
        frame.id = frame.title = id;
        frame.width = "800";
        frame.height = "700";
        frame.src = source;
        document.body.append(frame);
      }
    }, other.origin);
    await ready(page, "true");
    const height = (id) => page.run((id) => document.getElementById(id).clientHeight, id);
    await page.until("a height of its own", async () => (await height("true")) > 1000);
    // A frame of ours may speak for itself; the page's own window and another frame may not speak for it.
    await page.until("all that was said", () => page.run(() => window.heard === 2));
    assert.ok((await height("true")) < 9000);
    assert.equal(await height("false"), 9999);
  });

  scenario("in a frame taller than the window, the sheet of filters opens where the visitor is", async (page) => {
    await page.open("/test/hosts/frame-narrow.html");
    await ready(page, "one");
    await page.until("a tall frame", () => page.run(() => document.getElementById("one").clientHeight > 2 * innerHeight));
    const sheet = () => inFrame(page, "one", (finder) => {
      const sheet = finder.shadowRoot.querySelector("dialog[open]")?.getBoundingClientRect();
      if (!sheet) return undefined;
      const start = document.getElementById("one").getBoundingClientRect().top + document.getElementById("one").clientTop;
      return { top: start + sheet.top, bottom: start + sheet.bottom, height: innerHeight };
    });
    const inWindow = () => page.until("the sheet in the window", async () => {
      const at = await sheet();
      return at && at.top >= -1 && at.bottom <= at.height + 1 && at;
    });
    await press(page, "one", "Filtri");
    const at = await inWindow();
    assert.ok(at.bottom - at.top > 200, `${engine}: ${JSON.stringify(at)}`);
    // The frame's height follows the results behind the sheet, and on a slow machine they came after it: it had been left
    // where the frame's end was when it opened.
    const height = () => page.run(() => document.getElementById("one").clientHeight);
    for (const change of ["fewer", "all again"]) {
      const before = await height();
      await inFrame(page, "one", (finder) => finder.shadowRoot.querySelector("dialog[open] input").click());
      await page.until(`another height for ${change}`, async () => (await height()) !== before);
      await inWindow();
    }
  });
});
