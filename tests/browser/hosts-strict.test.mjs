// Pages with a strict Content Security Policy, and pages that take the finder from another origin.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { LV, results, statusAfter } from "./lib/finder.mjs";
import { inEachEngine } from "./lib/page.mjs";
import { DIST } from "./lib/server.mjs";

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; require-trusted-types-for 'script'";

/** Every view, a record and a story, so that all of the finder's code that touches the page has run. */
async function everything(page) {
  await page.ready();
  await statusAfter(page, () => page.type("combobox", LV.search, "logopēds"));
  assert.ok((await results(page)).length > 0);
  await page.click("button", LV.clear);
  for (const view of [LV.map, LV.programme, LV.stories]) await page.click("button", view);
  await openStory(page);
  await page.until("the story", async () => (await page.parts("detail")).length === 1);
  await page.click("button", LV.list).catch(() => page.click("button", LV.back));
  await page.run((id) => document.querySelector("service-finder").open(id), "jelgava-socialo-lietu-parvalde");
  await page.until("the record", async () => (await page.parts("detail")).length === 1);
}

/** Opens the first story; the list of them may be drawn anew meanwhile. */
const openStory = (page) => page.until("a story", () => page.run(() => {
  const finder = document.querySelector("service-finder");
  const story = finder.shadowRoot.querySelector("[part~=story][data-id]");
  if (story) finder.open(`story:${story.dataset.id}`);
  return Boolean(story);
}));

const elsewhere = (server, more = "") => `/test/hosts/elsewhere.html?from=${server.origin}${more}`;
const loader = async () => {
  const { version, files } = JSON.parse(await readFile(join(DIST, "manifest.json"), "utf8"));
  const name = `service-finder-${version}.js`;
  return { name, integrity: files.find(({ path }) => path === name).integrity };
};

inEachEngine("strict hosts", ({ scenario }) => {
  scenario("the policy of the pages below is the one that is promised", async (page) => {
    await page.open("/test/blank.html");
    const sent = async (path) => (await fetch(page.server.origin + path)).headers.get("content-security-policy");
    assert.equal(await sent("/test/hosts/strict.html"), POLICY);
    assert.equal(await sent("/test/hosts/strict-no-types.html"), `${POLICY}; trusted-types 'none'`);
  });

  // Listed is what the page's own policy was told of: nothing.
  for (const name of ["strict", "strict-no-types"]) {
    scenario(`${name}: everything works, and nothing is refused`, async (page) => {
      await page.open(`/test/hosts/${name}.html`);
      await everything(page);
    });
  }

  scenario("where frames are closed, a video is a link", async (page) => {
    await page.open("/test/hosts/strict.html?video=link");
    await page.ready();
    await page.click("button", LV.stories);
    await openStory(page);
    const address = await page.until("the link", () => page.run(() => document.querySelector("service-finder").shadowRoot.querySelector("[part~=detail] a[href^='https://']")?.href));
    assert.match(address, /^https:\/\/(www\.)?(youtube\.com|youtu\.be|youtube-nocookie\.com)\//);
    assert.equal(await page.run(() => document.querySelector("service-finder").shadowRoot.querySelectorAll("iframe, video").length), 0);
  });

  scenario("with integrity and crossorigin, from the same origin", async (page) => {
    const { name, integrity } = await loader();
    await page.open(elsewhere(page.server, `&script=/${name}&integrity=${encodeURIComponent(integrity)}`));
    await page.ready();
    assert.ok((await results(page)).length > 0);
  });

  scenario("from another origin, with integrity: all parts come from there", async (page) => {
    const other = await page.elsewhere();
    const { name, integrity } = await loader();
    page.server.requests.length = 0;
    await page.open(elsewhere(other, `&script=/${name}&integrity=${encodeURIComponent(integrity)}`));
    await everything(page);
    assert.deepEqual(page.server.requests.filter((path) => !path.startsWith("/test/")), []);
    assert.ok(other.requests.some((path) => path.endsWith(".wasm")) && other.requests.includes("/catalogue/latvia.json"));
  });

  scenario("a loader that was changed on its way is not run: the list", async (page) => {
    const { integrity } = await loader();
    const other = await page.elsewhere();
    other.replace("/service-finder.js", () => ({ type: "text/javascript", body: "window.changed = true;" }));
    page.allow(/integrity/i, /^uncaught: could not load/);
    await page.open(elsewhere(other, `&integrity=${encodeURIComponent(integrity)}`));
    await page.until("the refusal", async () => (await page.said()).some((text) => text.startsWith("uncaught: could not load")));
    assert.equal(await page.run(() => window.changed ?? false), false);
    await page.get("link", "the list");
  });

  for (const [what, allows, code] of [
    ["the module", (path) => !path.endsWith(".wasm"), "network"],
    ["the script", (path) => !path.startsWith("/assets/finder-"), "script"],
    ["the catalogue", (path) => !path.startsWith("/catalogue/"), "network"],
  ]) {
    scenario(`another origin that does not allow ${what} to be read: the list, and the cure`, async (page) => {
      const other = await page.elsewhere({ cors: allows });
      page.expect(new RegExp(`^error: service-finder \\(${code}\\): could not load ${other.origin}/.*from another origin: with CORS`));
      page.allow(/^browser: .*(CORS|net::ERR_FAILED|Failed to load)/);
      await page.open(elsewhere(other));
      await page.until("the error", async () => (await page.events("error")).length === 1);
      await page.get("link", "the list");
    });
  }

  scenario("no file holds what a strict policy refuses", async (page) => {
    await page.open("/test/blank.html");
    const files = (await readdir(DIST, { recursive: true })).filter((path) => /\.(js|html)$/.test(path));
    assert.ok(files.length > 10);
    for (const path of files) {
      const text = await readFile(join(DIST, path), "utf8");
      if (path.endsWith(".js")) {
        assert.doesNotMatch(text, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|srcdoc|\beval\(|new Function|[^`\w]Function\(|setAttribute\("on|javascript:/, path);
      } else {
        assert.doesNotMatch(text, /<style|\sstyle=|\son[a-z]+=|javascript:/i, path);
        // Structured data is no script.
        for (const [, attributes, inside] of text.matchAll(/<script(?! type="application\/ld\+json")([^>]*)>(.*?)<\/script>/gs)) assert.ok(/src=/.test(attributes) && !inside.trim(), path);
      }
    }
  });
});
