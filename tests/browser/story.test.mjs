// A visitor watches a story, or reads it; nothing is contacted before they ask for it.

import assert from "node:assert/strict";

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { LV, catalogue, details, openFinder, results, statusAfter } from "./lib/finder.mjs";
import { Key, inEachEngine } from "./lib/page.mjs";

const CLIP = "?catalogue=/test/clip/catalogue.json";
const WATCH = "Skatīties video";
const CLOSE = "Aizvērt video";
const NOCOOKIE = "https://www.youtube-nocookie.com";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const open = (page, id, index = 0) => page.run((id, index) => document.querySelectorAll("service-finder")[index].open(id), id, index);
const inFinder = (page, selector, index = 0) => page.run((selector, index) => document.querySelectorAll("service-finder")[index].shadowRoot.querySelector(selector), selector, index);
const frame = (page) => page.until("the frame", async () => (await inFinder(page, "iframe"))?.getAttribute("src"));

/** Every request the browser has made to another host, by its own log where it keeps one. */
async function abroad(page) {
  const own = new URL(page.server.origin).host;
  const foreign = (address) => /^(https?|wss?):/.test(address) && new URL(address).host !== own;
  if (page.engine === "chromium") {
    const entries = await page.driver.manage().logs().get("performance");
    const messages = entries.map((entry) => JSON.parse(entry.message).message);
    return messages.filter(({ method }) => method === "Network.requestWillBeSent").map(({ params }) => params.request.url).filter(foreign);
  }
  return (await page.run(() => performance.getEntriesByType("resource").map((entry) => entry.name))).filter(foreign);
}

/** What was asked for on purpose is looked at by the test itself; nothing else may have been. */
function done(page) {
  page.asks(NOCOOKIE, "https://player.vimeo.com/", "https://video.example.org/");
  // The film's site is not reached from here; the page's own words are unchanged by that.
  page.allow(/^browser: .*(youtube|vimeo|video\.example)/);
}

inEachEngine("story", ({ scenario, engine }) => {
  scenario("nothing leaves the page before the visitor starts a film", async (page) => {
    await openFinder(page, "?view=stories");
    await page.get("heading", /Stāsti par .atelpas brīdi/);
    await open(page, "story:zemgale-stasti-atelpas-bridis");
    await page.get("button", "Skatīties atskaņošanas sarakstu");
    await page.get("paragraph", "Sākot video, jūsu pārlūks sazināsies ar YouTube (Google). Pirms tam tur netiek sūtīts nekas.");
    assert.equal(await inFinder(page, "iframe, video, img"), null);
    assert.deepEqual(await abroad(page), []);
    await page.click("button", "Skatīties atskaņošanas sarakstu");
    assert.equal(await frame(page), `${NOCOOKIE}/embed/videoseries?list=PLJUcFI4XQ3kkoNqEKyYElEfTQJyTSu01F&rel=0&autoplay=1`);
    if (engine === "chromium") {
      // Where the browser keeps a log of all requests: what the visitor asked for, and nothing else.
      const asked = await page.until("the request", async () => {
        const asked = await abroad(page);
        return asked.length && asked;
      });
      assert.ok(asked.every((address) => address.startsWith(NOCOOKIE)), `${asked}`);
    }
    const [played] = await page.events("play");
    assert.deepEqual(played.detail, { id: "zemgale-stasti-atelpas-bridis" });
    assert.equal(await page.run(() => localStorage.length), 0);
    done(page);
  });

  for (const [id, address] of [
    ["film", `${NOCOOKIE}/embed/abcdefghijk?rel=0&autoplay=1`],
    ["vimeo", "https://player.vimeo.com/video/123456789?dnt=1&autoplay=1"],
    ["peertube", "https://video.example.org/videos/embed/aB1-c?p2p=0&autoplay=1"],
  ]) {
    scenario(`the player of ${id}, and the link beside it where its site is blocked`, async (page) => {
      await openFinder(page, CLIP);
      await open(page, `story:${id}`);
      await page.click("button", WATCH);
      assert.equal(await frame(page), address);
      const iframe = await inFinder(page, "iframe");
      assert.equal(await iframe.getAttribute("referrerpolicy"), "strict-origin-when-cross-origin");
      assert.match(await iframe.getAttribute("title"), /^Video: /);
      // No such site is reached from here: the text and the link remain.
      await page.get("link", /^Atvērt vietnē/);
      await page.get("heading", "Video teksts");
      await page.get("paragraph", "Video teksta versija vēl nav pieejama.");
      done(page);
    });
  }

  scenario("focus goes into the player and back, and Escape closes it", async (page) => {
    await openFinder(page, CLIP);
    await open(page, "story:film");
    await page.get("button", WATCH);
    await page.run(() => document.querySelector("service-finder").shadowRoot.querySelector(".play").focus());
    await page.keys(Key.ENTER);
    await frame(page);
    assert.deepEqual(await page.focused(), { role: "group", name: "Video: Filma par atelpu", part: null, id: "film" });
    await page.keys(Key.ESCAPE);
    await page.until("no frame", async () => !(await inFinder(page, "iframe")));
    assert.equal((await page.focused()).name, WATCH);
    // The page is still open: Escape closed the player alone.
    await page.get("heading", "Filma par atelpu");
    await page.click("button", WATCH);
    await page.click("button", CLOSE);
    await page.until("no frame", async () => !(await inFinder(page, "iframe")));
    assert.equal((await page.focused()).name, WATCH);
    done(page);
  });

  scenario("a choice is remembered only where it was ticked, and can be forgotten", async (page) => {
    await openFinder(page, CLIP);
    await open(page, "story:film");
    await page.click("checkbox", "Turpmāk šajā ierīcē YouTube (Google) video rādīt uzreiz");
    await page.click("button", WATCH);
    await frame(page);
    assert.equal(await page.run(() => localStorage.getItem("service-finder-video")), "YouTube (Google)");
    await page.click("button", LV.back);
    await open(page, "story:series");
    // Shown, but not played by itself.
    assert.equal(await frame(page), `${NOCOOKIE}/embed/videoseries?list=PLinvented_for-tests&rel=0`);
    await page.click("button", "Vairs nerādīt YouTube (Google) video uzreiz");
    assert.equal(await page.run(() => localStorage.length), 0);
    await page.get("button", "Skatīties atskaņošanas sarakstu");
    await page.click("button", LV.back);
    // Another site was never chosen.
    await open(page, "story:vimeo");
    await page.get("button", WATCH);
    assert.equal(await inFinder(page, "iframe"), null);
    done(page);
  });

  scenario("starting one film stops another", async (page) => {
    await page.open("/test/hosts/films.html");
    await page.ready(0);
    await page.ready(1);
    await open(page, "story:film", 0);
    await open(page, "story:vimeo", 1);
    const play = (index) => page.until("the button", async () => {
      const button = await inFinder(page, ".play", index);
      if (button) await page.press(button);
      return button;
    });
    await play(0);
    await page.until("the first frame", () => inFinder(page, "iframe", 0));
    await play(1);
    await page.until("the second frame", () => inFinder(page, "iframe", 1));
    assert.equal(await inFinder(page, "iframe", 0), null);
    done(page);
  });

  scenario("where the page's policy forbids frames, the film becomes a link", async (page) => {
    page.expect(/^policy: (frame-src|child-src)/);
    page.allow(/^browser: /);
    await page.open("/test/hosts/film.html");
    await page.ready();
    await open(page, "story:film");
    await page.click("button", WATCH);
    await page.get("paragraph", "Šī lapa neļauj rādīt video šeit. Atveriet to tā vietnē.");
    assert.equal(await inFinder(page, "iframe"), null);
    const link = await page.get("link", /^Atvērt vietnē youtube\.com/);
    assert.equal(await link.getAttribute("href"), "https://www.youtube.com/watch?v=abcdefghijk");
    assert.match((await page.focused()).name, /^Atvērt vietnē youtube\.com/);
    done(page);
  });

  scenario("a page that wants links gets links", async (page) => {
    await openFinder(page, `${CLIP}&video=link`);
    await open(page, "story:film");
    const link = await page.get("link", /^Skatīties video/);
    assert.equal(await link.getAttribute("href"), "https://www.youtube.com/watch?v=abcdefghijk");
    assert.deepEqual(await page.all("button", WATCH), []);
  });

  scenario("a value of video that is not known is the default, and is told", async (page) => {
    page.expect(/^warn: service-finder: video must be click or link/);
    await openFinder(page, `${CLIP}&video=now`);
    await open(page, "story:film");
    await page.get("button", WATCH);
  });

  scenario("a file plays here with captions, and a line of its text starts it there", async (page) => {
    await openFinder(page, CLIP);
    await open(page, "story:clip");
    await page.get("paragraph", "Video ir šajā vietnē; neviens cits netiek iesaistīts.");
    assert.equal((await page.all("checkbox")).length, 0);
    const before = page.server.requests.length;
    assert.ok(!page.server.requests.slice(before).includes("/test/clip/clip.webm"));
    await page.click("button", WATCH);
    const tracks = await page.until("the film", () => page.run(() => {
      const video = document.querySelector("service-finder").shadowRoot.querySelector("video");
      return video && Array.from(video.querySelectorAll("track"), ({ kind, srclang, label, src }) => [kind, srclang, label, new URL(src).pathname]);
    }));
    assert.deepEqual(tracks.map(([kind, lang, , path]) => [kind, lang, path]), [
      ["captions", "lv", "/test/clip/captions.vtt"],
      ["descriptions", "lv", "/test/clip/descriptions.vtt"],
      ["chapters", "lv", "/test/clip/chapters.vtt"],
    ]);
    assert.match(tracks[0][2], /latviešu/i);
    const plays = await page.run(() => document.createElement("video").canPlayType('video/webm; codecs="vp8"'));
    if (!plays) {
      // Said, not hidden: this engine, as it is installed here, has no decoder.
      await page.get("status", "Šo video pārlūks nevar atskaņot. Lasiet tekstu vai atveriet failu.");
      return;
    }
    await page.until("the film's length", () => page.run(() => Math.round(document.querySelector("service-finder").shadowRoot.querySelector("video").duration) === 10));
    assert.equal(await page.run(() => document.querySelector("service-finder").shadowRoot.activeElement.localName), "video");
    await page.until("the captions", () => page.run(() => document.querySelector("service-finder").shadowRoot.querySelector("video").textTracks[0].cues?.length === 3));
    await page.click("button", "Skatīties no 0:06");
    await page.until("the sixth second", () => page.run(() => document.querySelector("service-finder").shadowRoot.querySelector("video").currentTime >= 6));
    await page.keys(Key.ESCAPE);
    await page.until("no film", async () => !(await inFinder(page, "video")));
    // From the text alone, too.
    await page.click("button", "Skatīties no 0:03");
    await page.until("the third second", () => page.run(() => document.querySelector("service-finder").shadowRoot.querySelector("video")?.currentTime >= 3));
  });

  scenario("a story is text: what is known, what is not, and what is said in it", async (page) => {
    await openFinder(page, CLIP);
    await open(page, "story:clip");
    const [opened] = await page.until("the event", async () => {
      const events = await page.events("open");
      return events.length && events;
    });
    assert.deepEqual(opened.detail, { kind: "story", id: "clip", title: "Diena Ozola namā" });
    const facts = await page.until("the facts", () => page.run(() => {
      const rows = document.querySelector("service-finder").shadowRoot.querySelectorAll('[part~="detail"] .fact');
      return rows.length && Array.from(rows, finderRoles.text);
    }));
    assert.deepEqual(facts.slice(0, 3), ["Ilgums 1 minūte", "Valodas latviešu", "Subtitri jā (latviešu)"]);
    await page.get("heading", "Video teksts");
    assert.match(await page.run(() => document.querySelector("service-finder").shadowRoot.querySelector(".transcript").textContent), /Kāds smejas par zilonīti\./);
    await open(page, "story:film");
    await page.get("heading", "Filma par atelpu");
    await page.get("paragraph", "Video teksta versija vēl nav pieejama.");
    assert.deepEqual((await page.events("open")).map(({ detail }) => detail.title), ["Diena Ozola namā", "Filma par atelpu"]);
  });

  scenario("words that are only in a story's text find it, from the list of services too", async (page) => {
    await openFinder(page, CLIP);
    await statusAfter(page, () => page.type("combobox", LV.search, "zilonīti"));
    await page.click("button", /^Atbilst arī 1 videostāsts/);
    await page.get("heading", "Diena Ozola namā");
    await page.until("the focus on the story", async () => (await page.focused())?.id === "clip");
  });

  scenario("a story leads to its services, and a service to its stories", async (page) => {
    await openFinder(page, CLIP);
    await open(page, "story:clip");
    await page.click("link", "Ozola nams");
    await page.get("heading", "Ozola nams");
    await page.click("link", "Diena Ozola namā");
    await page.get("heading", "Diena Ozola namā");
  });

  scenario("the seven themes of the Zemgale playlist lead to services of their kind", async (page) => {
    await openFinder(page, "?view=stories&region=zemgale");
    await page.get("heading", /Stāsti par .atelpas brīdi/);
    const { services } = await catalogue();
    const themes = await page.run(() => Array.from(document.querySelector("service-finder").shadowRoot.querySelectorAll('[part~="story"]'), ({ dataset }) => dataset.id).filter((id) => id.startsWith("zemgale-stasti-")));
    assert.equal(themes.length, 7);
    for (const theme of themes) {
      await open(page, `story:${theme}`);
      const button = await page.get("button", /^Pakalpojumi: /);
      await page.press(button);
      const ids = await page.until("the results", async () => {
        const ids = await results(page);
        return ids.length && ids;
      });
      const { type } = await page.query();
      for (const id of ids) {
        const service = services.find((service) => service.id === id);
        assert.ok(service.types.some((kind) => type.includes(kind)) || services.some((part) => part.part_of === id && part.types.some((kind) => type.includes(kind))), `${theme}: ${id}`);
      }
      assert.equal((await page.focused()).id, ids[0]);
    }
  });

  scenario("stories follow the same facets", async (page) => {
    await openFinder(page, `${CLIP}&view=stories`);
    const stories = () => page.run(() => Array.from(document.querySelector("service-finder").shadowRoot.querySelectorAll('[part~="story"]'), ({ dataset }) => dataset.id));
    await page.until("all stories", async () => (await stories()).length === 6);
    await page.run(() => (document.querySelector("service-finder").query = { view: "stories", type: ["respite"] }));
    await page.until("stories of respite", async () => String(await stories()) === "clip,film,series");
    await page.run(() => (document.querySelector("service-finder").query = { view: "stories", type: ["respite"], region: ["north"] }));
    await page.until("stories of the north", async () => String(await stories()) === "clip,film");
    await page.run(() => (document.querySelector("service-finder").query = { view: "stories", audience: ["families"], type: ["respite"], municipality: ["XX-001"] }));
    await page.until("stories for families", async () => (await stories()).includes("clip"));
  });

  scenario("what arrives later leaves a playing film alone", async (page) => {
    const part = await details();
    const release = page.server.hold(part);
    await openFinder(page);
    await open(page, "story:zemgale-stasti-atelpas-bridis");
    await page.click("button", "Skatīties atskaņošanas sarakstu");
    await frame(page);
    await page.run(() => (document.querySelector("service-finder").shadowRoot.querySelector("iframe").marked = true));
    await page.until("the details to be asked for", () => page.server.requests.includes(part));
    release();
    await page.until("the details", () => page.run((part) => performance.getEntriesByType("resource").some(({ name, responseEnd }) => name.endsWith(part) && responseEnd > 0), part));
    // They are there for good once a service's page shows them; until then the film goes on.
    assert.ok(await page.run(() => document.querySelector("service-finder").shadowRoot.querySelector("iframe").marked));
    done(page);
  });

  scenario("axe: a story before and while it plays, a service with hours, a chart", async (page) => {
    await openFinder(page, CLIP);
    await page.driver.executeScript(AXE);
    const violations = () => page.runAsync(async () => {
      const rules = { region: { enabled: false } };
      const found = await axe.run("service-finder", { rules, runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join()}`);
    });
    await open(page, "story:clip");
    await page.get("button", WATCH);
    assert.deepEqual(await violations(), []);
    await page.click("button", WATCH);
    await page.get("button", CLOSE);
    assert.deepEqual(await violations(), []);
    await page.click("button", LV.back);
    await open(page, "oak");
    await page.get("heading", "Avoti");
    assert.deepEqual(await violations(), []);
    await page.click("button", LV.back);
    await page.run(() => (document.querySelector("service-finder").query = { view: "programme" }));
    await page.get("table", /Cilvēki ar atbalstu/);
    assert.deepEqual(await violations(), []);
  });
});
