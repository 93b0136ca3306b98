// The loader on its own, with a stand-in for the Rust module: what happens before, without and after it.

import assert from "node:assert/strict";

import { inEachEngine } from "./lib/page.mjs";

const PAGE = "/test/hosts/stub.html";
const GLUE = "/test/stub/glue.mjs";
const WASM = "/test/stub/empty.wasm";

const started = (page) => page.get("button", /^mounted/);
const stub = (page) => page.run(() => globalThis.stub ?? { copies: 0, mounts: 0, unmounts: 0, calls: [] });
/** Every callback and microtask now waiting has run. */
const settled = (page) => page.runAsync(() => new Promise((done) => setTimeout(done)));
const errorEvent = (page) => page.until("the error event", async () => (await page.events("error"))[0]);

/** What every failure has in common: the page's own content, one event, one line in the console. */
async function failed(page, code, saying) {
  const event = await errorEvent(page);
  assert.equal(event.detail.code, code);
  assert.match(event.detail.message, saying);
  assert.ok(event.bubbles && event.composed);
  assert.equal((await page.events("error")).length, 1);
  await page.get("link", "the list");
  await page.get("status", /Meklētāju neizdevās palaist/);
  page.expect(new RegExp(`^error: service-finder \\(${code}\\)`));
  page.allow(/^browser: .*Failed to load resource/, /^policy:/, /^browser: .*Content Security Policy/);
  const rejected = await page.runAsync(() => document.querySelector("service-finder").ready.then(() => "kept", (error) => error.code));
  assert.equal(rejected, code);
}

inEachEngine("loader", ({ scenario }) => {
  scenario("shows the page's own content until the finder is ready", async (page) => {
    const release = page.server.hold(WASM);
    await page.open(PAGE);
    await page.get("link", "the list");
    assert.deepEqual(await page.all("button"), []);
    release();
    await started(page);
    await page.gone("link", "the list");
    const [ready] = await page.events("ready");
    assert.deepEqual([ready.detail.services, ready.bubbles, ready.composed], [0, true, true]);
  });

  for (const style of ["", "display: flex", "display: grid; gap: 20px"]) {
    scenario(`moves nothing while it gets ready, and takes over the focus: ${style || "as it is"}`, async (page) => {
      const [wasm, catalogue] = [page.server.hold(WASM), page.server.hold("/test/hosts/catalogue.json")];
      await page.open(PAGE);
      const place = () => page.run((style) => {
        document.querySelector("service-finder").style.cssText = style;
        const link = document.querySelector("service-finder a");
        link.focus();
        return JSON.stringify(link.getBoundingClientRect());
      }, style);
      const before = await place();
      wasm();
      await page.until("the finder", async () => (await stub(page)).mounts === 1);
      assert.equal(await place(), before);
      catalogue();
      await page.gone("link", "the list");
      // The next Tab leads on from where the list was.
      assert.equal(await page.run(() => document.activeElement.localName), "service-finder");
    });
  }

  scenario("says that it is loading where the page offers nothing", async (page) => {
    const release = page.server.hold(WASM);
    await page.open("/test/hosts/stub-no-script.html");
    await page.run(() => {
      document.querySelector("service-finder").textContent = "";
      document.head.append(Object.assign(document.createElement("script"), { type: "module", src: "/test/stub/service-finder.js" }));
    });
    await page.get("status", /Meklētājs tiek ielādēts/);
    release();
    await started(page);
    await page.gone("status");
  });

  scenario("starts every download at once, and each only once for two finders", async (page) => {
    await page.open("/test/hosts/stub-no-script.html");
    page.server.requests.length = 0;
    const release = [GLUE, WASM].map((path) => page.server.hold(path));
    await page.run(() => {
      const first = document.querySelector("service-finder");
      const second = first.cloneNode(true);
      second.id = "two";
      second.setAttribute("url-key", "other");
      document.getElementById("there").append(second);
      document.head.append(Object.assign(document.createElement("script"), { type: "module", src: "/test/stub/service-finder.js" }));
    });
    await page.until("all requests", () => [GLUE, WASM, "/test/hosts/catalogue.json"].every((path) => page.server.requests.includes(path)));
    release.forEach((go) => go());
    await page.until("two finders", async () => (await stub(page)).mounts === 2);
    assert.equal((await stub(page)).copies, 1);
    for (const path of [GLUE, WASM, "/test/hosts/catalogue.json"]) {
      assert.equal(page.server.requests.filter((asked) => asked === path).length, 1, path);
    }
  });

  // WebKit downloads twice what a page announces for `fetch`: there it must not be announced.
  for (const path of ["/index.html", "/embed.html"]) {
    scenario(`downloads what ${path} announces once`, async (page) => {
      page.server.requests.length = 0;
      await page.open(path);
      await page.get("combobox");
      const asked = page.server.requests.filter((asked) => /finder_bg|\/finder-|latvia\.json/.test(asked));
      assert.deepEqual(asked.toSorted(), [...new Set(asked)].toSorted());
      assert.ok(asked.length >= 2, `${asked}`);
    });
  }

  scenario("does not mount into an element that has been removed meanwhile", async (page) => {
    const release = page.server.hold(WASM);
    await page.open(PAGE);
    await page.run(() => customElements.whenDefined("service-finder"));
    await page.run(() => document.getElementById("one").remove());
    release();
    await page.until("the module", async () => (await stub(page)).copies === 1);
    await settled(page);
    assert.equal((await stub(page)).mounts, 0);
  });

  scenario("keeps its state when it is moved", async (page) => {
    await page.open(PAGE);
    await started(page);
    await page.run(() => document.getElementById("there").append(document.getElementById("one")));
    await settled(page);
    await page.run(() => {
      const there = document.getElementById("here");
      there.moveBefore?.(document.getElementById("one"), null);
    });
    await settled(page);
    const { mounts, unmounts } = await stub(page);
    assert.deepEqual([mounts, unmounts], [1, 0]);
  });

  scenario("leaves with everything and comes back with its query", async (page) => {
    await page.open(PAGE);
    await started(page);
    await page.run(() => {
      window.kept = document.getElementById("one");
      kept.query = { q: "logopēds" };
      kept.remove();
    });
    await settled(page);
    assert.equal((await stub(page)).unmounts, 1);
    await page.run(() => document.getElementById("there").append(kept));
    await started(page);
    assert.deepEqual(await page.run(() => kept.query), { q: "logopēds" });
    assert.deepEqual((await stub(page)).calls.filter((call) => /^(un)?mount$/.test(call)), ["mount", "unmount", "mount"]);
  });

  scenario("takes over what a script set before the tag was known", async (page) => {
    await page.open("/test/hosts/stub-no-script.html");
    await page.run(() => {
      const finder = document.getElementById("one");
      finder.query = { q: "Bauska" };
      document.head.append(Object.assign(document.createElement("script"), { type: "module", src: "/test/stub/service-finder.js" }));
    });
    await started(page);
    assert.deepEqual(await page.query(), { q: "Bauska" });
    assert.equal(await page.run(() => Object.hasOwn(document.getElementById("one"), "query")), false);
  });

  scenario("keeps what a script asks for until the finder can do it", async (page) => {
    const release = page.server.hold(WASM);
    await page.open(PAGE);
    await page.run(() => {
      const finder = document.getElementById("one");
      finder.query = { q: "x" };
      finder.reset();
      finder.query = { region: "zemgale" };
      finder.open("service:a");
    });
    release();
    await started(page);
    assert.deepEqual((await stub(page)).calls.slice(0, 3), ["mount", "set_query", "open service:a"]);
    assert.deepEqual(await page.query(), { region: "zemgale" });
  });

  scenario("keeps what was asked for when it is moved about before it is ready", async (page) => {
    const release = page.server.hold("/test/hosts/catalogue.json");
    await page.open(PAGE);
    await started(page);
    await page.run(() => {
      window.kept = document.getElementById("one");
      kept.query = { q: "x" };
      kept.open("story:b");
      kept.remove();
    });
    await settled(page);
    await page.run(() => document.getElementById("there").append(kept));
    await page.until("the second mount", async () => (await stub(page)).mounts === 2);
    release();
    await page.gone("link", "the list");
    assert.deepEqual((await stub(page)).calls.slice(-3), ["mount", "set_query", "open story:b"]);
    await page.run(() => kept.remove());
    await settled(page);
    await page.run(() => document.getElementById("there").append(kept));
    await page.until("the third mount", async () => (await stub(page)).mounts === 3);
    assert.deepEqual((await stub(page)).calls.slice(-2), ["mount", "set_query"]);
  });

  scenario("tells the finder what it was given, and what changes", async (page) => {
    await page.open(PAGE);
    await started(page);
    const { config } = await stub(page);
    assert.equal(config.catalogue, `${page.server.origin}/test/hosts/catalogue.json`);
    assert.deepEqual(config.attributes, { catalogue: "/test/hosts/catalogue.json" });
    assert.deepEqual([config.lang, config.ownsUrl, config.reducedData], ["lv", true, false]);
    await page.run(() => {
      const finder = document.getElementById("one");
      finder.setAttribute("theme", "dark");
      finder.setAttribute("theme", "dark");
      finder.setAttribute("lang", "en");
      finder.removeAttribute("lang");
      finder.setAttribute("data-mine", "1");
    });
    assert.deepEqual((await stub(page)).calls.filter((call) => call.startsWith("attribute")), ["attribute theme=dark", "attribute lang=en", "attribute lang=lv"]);
  });

  scenario("finds the page's language beyond shadow roots", async (page) => {
    await page.open("/test/hosts/stub-no-script.html");
    await page.run(() => {
      const outer = document.createElement("div");
      outer.lang = "en-GB";
      const host = document.createElement("section");
      host.attachShadow({ mode: "open" }).append(document.getElementById("one"));
      outer.append(host);
      document.getElementById("there").append(outer);
      document.head.append(Object.assign(document.createElement("script"), { type: "module", src: "/test/stub/service-finder.js" }));
    });
    await page.get("button", "mounted (en-GB)");
  });

  scenario("starts anew with another catalogue", async (page) => {
    await page.open(PAGE);
    await started(page);
    await page.run(() => document.getElementById("one").setAttribute("catalogue", "/test/hosts/catalogue.json?2"));
    await page.until("the second catalogue", async () => (await stub(page)).config?.catalogue.endsWith("?2"));
    assert.deepEqual([(await stub(page)).mounts, (await stub(page)).unmounts], [2, 1]);
  });

  scenario("gives the URL's key to the first finder, and on when that one leaves", async (page) => {
    page.expect(/^warn: service-finder: another finder on this page owns url-key "sf"/);
    await page.open(PAGE);
    await started(page);
    await page.run(() => {
      const second = document.getElementById("one").cloneNode(true);
      second.id = "two";
      document.getElementById("there").append(second);
    });
    await page.until("the second finder", async () => (await stub(page)).mounts === 2);
    assert.equal((await stub(page)).config.ownsUrl, false);
    await page.run(() => {
      document.getElementById("one").remove();
      document.getElementById("there").append(document.getElementById("two").cloneNode(true));
    });
    await page.until("the third finder", async () => (await stub(page)).mounts === 3);
    assert.equal((await stub(page)).config.ownsUrl, true);
    assert.equal((await page.said()).length, 1);
  });

  scenario("survives a second copy of the script, and names another version once", async (page) => {
    page.expect(/^warn: service-finder: version 0\.0\.0 is already on this page, so version 9\.9\.9 is not used/);
    await page.open(PAGE);
    await started(page);
    await page.runAsync(() => Promise.all([import("/test/stub/service-finder.js?again"), import("/test/stub/service-finder-other.js")]));
    assert.equal(await page.run(() => customElements.get("service-finder").version), "0.0.0");
    assert.equal((await stub(page)).copies, 1);
  });

  scenario("puts the page's content back when the glue is missing, and can try again", async (page) => {
    page.server.replace(GLUE, () => ({ status: 404, body: "" }));
    await page.open(PAGE);
    await failed(page, "script", /glue\.mjs.*script-src/);
    page.server.restore();
    await page.click("button", "Mēģināt vēlreiz");
    await started(page);
    assert.equal(await page.run(() => document.activeElement.localName), "service-finder");
    await page.gone("link", "the list");
    assert.equal(await page.runAsync(() => document.querySelector("service-finder").ready.then(() => "kept")), "kept");
  });

  scenario("puts the page's content back when the wasm does not arrive, and can try again", async (page) => {
    page.server.replace(WASM, () => ({ status: 404, body: "" }));
    await page.open(PAGE);
    await failed(page, "network", /empty\.wasm.*connect-src/);
    page.server.restore();
    await page.click("button", "Mēģināt vēlreiz");
    await started(page);
  });

  scenario("starts although the server does not know the type of wasm", async (page) => {
    page.server.replace(WASM, () => ({ type: "application/octet-stream", body: Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]) }));
    await page.open(PAGE);
    await started(page);
  });

  scenario("tells of a damaged file", async (page) => {
    page.server.replace(WASM, () => ({ type: "application/wasm", body: Buffer.from([0, 97, 115, 109, 1, 0, 0, 0, 99]) }));
    await page.open(PAGE);
    await failed(page, "wasm-unsupported", /too old, or the file is damaged/);
    assert.deepEqual(await page.all("button"), []);
  });

  scenario("names the cure where a policy forbids WebAssembly, before any download", async (page) => {
    page.server.requests.length = 0;
    await page.open("/test/hosts/stub-no-wasm.html");
    await failed(page, "wasm-blocked", /'wasm-unsafe-eval'/);
    assert.ok(!page.server.requests.includes(WASM));
    assert.deepEqual(await page.all("button"), []);
  });

  scenario("names the missing attribute, and starts when it comes", async (page) => {
    await page.open("/test/hosts/stub-no-script.html");
    await page.run(() => {
      document.querySelector("service-finder").removeAttribute("catalogue");
      document.head.append(Object.assign(document.createElement("script"), { type: "module", src: "/test/stub/service-finder.js" }));
    });
    await failed(page, "no-catalogue", /attribute catalogue/);
    await page.run(() => document.querySelector("service-finder").setAttribute("catalogue", "/test/hosts/catalogue.json"));
    await started(page);
  });

  scenario("does not mind in which order a framework makes it", async (page) => {
    await page.open(PAGE);
    await started(page);
    // In a task of the page's own: after a driver's script WebKit does not count microtasks as later.
    await page.run(() => setTimeout(() => {
      document.getElementById("one").remove();
      const finder = document.createElement("service-finder");
      document.getElementById("there").append(finder);
      finder.setAttribute("region", "vidzeme");
      finder.setAttribute("catalogue", "/test/hosts/catalogue.json");
    }));
    await page.until("the second finder", async () => (await stub(page)).mounts === 2);
    assert.equal((await stub(page)).config.attributes.region, "vidzeme");
    assert.deepEqual(await page.events("error"), []);
  });

  scenario("falls back as a whole after a panic, and starts a fresh module on request", async (page) => {
    await page.open(PAGE);
    await started(page);
    await page.run(() => {
      const second = document.getElementById("one").cloneNode(true);
      second.id = "two";
      second.setAttribute("url-key", "");
      document.getElementById("there").append(second);
    });
    await page.until("two finders", async () => (await stub(page)).mounts === 2);
    await page.run(() => document.getElementById("one").shadowRoot.querySelector("button").focus());
    page.expect(/^uncaught: .*unreachable/i);
    page.allow(/^browser: .*unreachable/);
    await page.press(await page.run(() => document.getElementById("one").shadowRoot.querySelector("button")));
    await page.until("two error events", async () => (await page.events("error")).length === 2);
    assert.deepEqual((await page.events("error")).map((event) => [event.target, event.detail.code]), [["one", "panic"], ["two", "panic"]]);
    assert.equal((await page.all("link", "the list")).length, 2);
    await page.press((await page.all("button", "Mēģināt vēlreiz"))[0]);
    await started(page);
    assert.equal((await stub(page)).copies, 2);
    // The other still offers its own retry, on the same fresh copy.
    await page.click("button", "Mēģināt vēlreiz");
    await page.until("both again", async () => (await page.all("button", /^mounted/)).length === 2);
    assert.equal((await stub(page)).copies, 2);
  });
});
