// Three ways in, each descending into the next: the element, the frame, the list. Whatever fails, the visitor has a list and
// a link, and the page has one event with a code and one line in the console that names the cure.

import assert from "node:assert/strict";

import { FINDER, LV, openFinder } from "./lib/finder.mjs";
import { inEachEngine } from "./lib/page.mjs";

/** What the module's files are called in this build. */
const assets = async (page) => {
  const { files } = await (await fetch(`${page.server.origin}/manifest.json`)).json();
  const find = (pattern) => `/${files.find(({ path }) => pattern.test(path)).path}`;
  return { glue: find(/^assets\/finder-[0-9a-f]+\.js$/), wasm: find(/^assets\/finder_bg-[0-9a-f]+\.wasm$/) };
};

const frameIn = (page) => page.run(() => {
  const frame = document.querySelector("service-finder").shadowRoot.querySelector("iframe");
  return frame && { shown: getComputedStyle(frame).visibility === "visible", title: frame.title, height: frame.clientHeight, status: frame.contentDocument?.querySelector("service-finder")?.shadowRoot?.querySelector("[part~=status]")?.textContent };
});

/** The list and its link are there; one event, one line of ours that matches. */
async function descended(page, code, cure) {
  const event = await page.until("the error event", async () => (await page.events("error"))[0]);
  assert.equal(event.detail.code, code);
  await page.get("link", "the list");
  const ours = (await page.said()).filter((text) => /^(error|warn): service-finder/.test(text));
  assert.equal(ours.length, 1, ours.join("\n"));
  assert.match(ours[0], cure);
  assert.ok(ours[0].startsWith(`error: service-finder (${code}): `));
  assert.equal((await page.events("error")).length, 1);
  assert.equal((await page.events("ready")).length, 0);
  page.expect(new RegExp(`^error: service-finder \\(${code}\\)`));
  page.allow(/^policy:/, /^browser: .*(Content Security Policy|Failed to load resource|net::ERR)/);
}

inEachEngine("descent", ({ scenario, engine }) => {
  scenario("a policy without 'wasm-unsafe-eval' that has room for frames: the finder in a frame", async (page) => {
    await page.open("/test/hosts/no-wasm-frames.html?region=zemgale#sf?region=kurzeme");
    const [error] = await page.until("the error event", async () => {
      const events = await page.events("error");
      return events.length && events;
    });
    assert.equal(error.detail.code, "wasm-blocked");
    await page.until("the finder in the frame", async () => (await frameIn(page))?.shown);
    await page.gone("link", "the list");
    const frame = await page.until("its results", async () => {
      const frame = await frameIn(page);
      return /\d/.test(frame.status) && frame.height > 1000 && frame;
    });
    assert.equal(frame.title, "Pakalpojumu meklētājs");
    // The page's attributes and its link went along, and the page hears that a finder is ready after all.
    assert.deepEqual(await page.run(() => document.querySelector("service-finder").shadowRoot.querySelector("iframe").contentDocument.querySelector("service-finder").query), { region: ["kurzeme"] });
    assert.equal((await page.events("ready")).length, 1);
    assert.equal((await page.events("error")).length, 1);
    page.expect(/^error: service-finder \(wasm-blocked\): .*add 'wasm-unsafe-eval' to its script-src/);
    page.allow(/^policy: script-src/, /^browser: .*Content Security Policy/);
    assert.equal((await page.said()).filter((text) => text.includes("service-finder (")).length, 1);
  });

  scenario("a policy without 'wasm-unsafe-eval' and without frames: the list", async (page) => {
    await page.open("/test/hosts/no-wasm.html");
    await descended(page, "wasm-blocked", /add 'wasm-unsafe-eval' to its script-src/);
    assert.equal((await frameIn(page))?.shown ?? false, false);
  });

  scenario("a policy that lets the loader in, but not the rest", async (page) => {
    await page.open("/test/hosts/no-glue.html");
    await descended(page, "script", /allowed by the page's script-src/);
  });

  scenario("a policy without scripts, or a page whose scripts were stripped: the list, in the page and in the frame", async (page) => {
    await page.open("/test/hosts/no-script.html");
    page.allow(/^browser: .*(Content Security Policy|sandboxed)/);
    const seen = await page.until("both lists", () => page.run(() => {
      const framed = document.getElementById("frame").contentDocument?.querySelector("service-finder a[href]");
      const link = document.querySelector("service-finder a[href]");
      return framed && { known: Boolean(customElements.get("service-finder")), link: link.getBoundingClientRect().height > 0, framed: framed.getBoundingClientRect().height > 0 };
    }));
    assert.deepEqual(seen, { known: false, link: true, framed: true });
  });

  scenario("a browser without WebAssembly", async (page) => {
    await page.open("/test/hosts/without-wasm.html");
    await descended(page, "wasm-unsupported", /has no WebAssembly, or it is switched off/);
  });

  scenario("the connection breaks in the module", async (page) => {
    const { wasm } = await assets(page);
    page.server.replace(wasm, () => ({ type: "application/wasm", headers: { "content-length": "900000" }, body: Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]), cut: true }));
    await page.open(FINDER);
    await descended(page, "network", /could not load .*\.wasm: is it there, and allowed by the page's connect-src/);
    page.server.restore();
    await page.click("button", LV.retry);
    await page.gone("link", "the list");
  });

  scenario("the connection breaks in the script", async (page) => {
    const { glue } = await assets(page);
    page.server.replace(glue, () => ({ type: "text/javascript", headers: { "content-length": "50000" }, body: "let a = 1;", cut: true }));
    await page.open(FINDER);
    await descended(page, "script", /could not load .*\.js: is it there/);
    page.server.restore();
    await page.click("button", LV.retry);
    await page.gone("link", "the list");
  });

  scenario("the connection breaks in the catalogue", async (page) => {
    page.server.replace("/catalogue/latvia.json", () => ({ type: "application/json", headers: { "content-length": "200000" }, body: '{"format":', cut: true }));
    await page.open(FINDER);
    await descended(page, "network", /could not load .*latvia\.json.*is it there, and allowed by the page's connect-src/);
    page.server.restore();
    await page.click("button", LV.retry);
    await page.gone("link", "the list");
  });

  scenario("what is no catalogue", async (page) => {
    page.server.replace("/catalogue/latvia.json", () => ({ type: "application/json", body: "<!doctype html>" }));
    await page.open(FINDER);
    await descended(page, "catalogue", /latvia\.json: .*`finder check` names everything to mend/);
  });

  scenario("a panic of the real module", async (page) => {
    await openFinder(page);
    // A setter that throws in the midst of the module's work leaves it in no state to go on: its next step panics.
    await page.run(() => {
      Object.defineProperty(CharacterData.prototype, "data", { configurable: true, set() { throw new Error("the test's"); } });
      const input = document.querySelector("service-finder").shadowRoot.querySelector("input");
      for (const text of ["a", "ab", "abc"]) {
        input.value = text;
        input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      }
    });
    const event = await page.until("the error event", async () => (await page.events("error"))[0]);
    assert.equal(event.detail.code, "panic");
    await page.get("link", "the list");
    assert.equal((await page.events("error")).length, 1);
    page.expect(/^error: service-finder \(panic\): .*take its newest version, or report this: panicked at/);
    page.allow(/^(uncaught|unhandled): /, /^browser: /);
    assert.equal((await page.said()).filter((text) => text.startsWith("error: service-finder")).length, 1, engine);
  });
});

inEachEngine("descent where WebAssembly is switched off", ({ scenario, engine }) => {
  scenario("the list, and one line that says so", async (page) => {
    await page.open(FINDER);
    assert.equal(await page.run(() => typeof WebAssembly), "undefined");
    await descended(page, "wasm-unsupported", /has no WebAssembly, or it is switched off/);
  }, { skip: engine === "webkit" && "WebKitGTK has no switch; the page without-wasm.html stands for it" });
}, { withoutWasm: true });
