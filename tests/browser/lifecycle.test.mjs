// The element comes, moves and goes, often.

import assert from "node:assert/strict";

import { FINDER, LV, openFinder, results, statusAfter } from "./lib/finder.mjs";
import { inEachEngine } from "./lib/page.mjs";

/** Everything that waits for a task or a frame has had its turn. */
const settled = (page) => page.runAsync(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

/** Puts a finder on the page, waits until it can be used, takes it away; ten times so many times. */
const rounds = async (page, tens) => {
  for (let ten = 0; ten < tens; ten += 1) await tenRounds(page);
};

const tenRounds = (page) => page.runAsync(async () => {
  const here = document.getElementById("here");
  for (let round = 0; round < 10; round += 1) {
    const finder = document.createElement("service-finder");
    finder.setAttribute("catalogue", "/catalogue/latvia.json");
    here.append(finder);
    await new Promise((done) => setTimeout(done));
    await finder.ready;
    finder.remove();
    await new Promise((done) => setTimeout(done));
  }
});

/**
 * Bytes of the module's memory: its glue gives the module's exports to whoever starts it again.
 * By a script of the page: Firefox gives a driver's script modules of its own.
 */
async function wasmMemory(page) {
  await page.run(() => {
    const glue = performance.getEntriesByType("resource").map((entry) => entry.name).find((name) => /\/assets\/finder-[^/]*\.js$/.test(name));
    const script = document.createElement("script");
    script.type = "module";
    script.textContent = `import init from "${glue}"; window.finderMemory ??= (await init()).memory;`;
    document.head.append(script);
    script.remove();
  });
  return page.until("the memory", () => page.run(() => window.finderMemory?.buffer.byteLength));
}

inEachEngine("lifecycle", ({ scenario, engine }) => {
  scenario("removed and put back, it asks what it asked before", async (page) => {
    await openFinder(page);
    await statusAfter(page, () => page.type("combobox", LV.search, "logopēds"));
    const [status, ids] = [await page.status(), await results(page)];
    await page.run(() => {
      window.kept = document.querySelector("service-finder");
      kept.remove();
    });
    await settled(page);
    assert.equal(await page.run(() => kept.shadowRoot.querySelector('[part="root"]').childElementCount), 0);
    await page.run(() => document.getElementById("there").append(kept));
    await page.ready();
    await page.until("the same results", async () => (await page.status()) === status);
    assert.deepEqual(await results(page), ids);
  });

  scenario("moved, it stays as it is", async (page) => {
    await openFinder(page);
    await statusAfter(page, () => page.type("combobox", LV.search, "logopēds"));
    await page.run(() => {
      window.inside = document.querySelector("service-finder").shadowRoot.querySelector("input");
      document.getElementById("there").append(document.querySelector("service-finder"));
    });
    await settled(page);
    assert.ok(await page.run(() => inside.isConnected && inside.value === "logopēds"));
    assert.ok((await results(page)).length > 0);
  });

  scenario("removed while it is loading, it leaves nothing behind", async (page) => {
    const release = page.server.hold("/catalogue/latvia.json");
    await page.open(FINDER);
    await page.until("loading", async () => /Ielādē/.test(await page.status()));
    await page.run(() => {
      window.kept = document.querySelector("service-finder");
      kept.remove();
    });
    await settled(page);
    release();
    await settled(page);
    assert.deepEqual(await page.events(), []);
  });

  scenario("taken away by its own event, in the middle of a click", async (page) => {
    await openFinder(page);
    await page.run(() => addEventListener("service-finder-change", (event) => event.target.remove()));
    await page.click("checkbox", /^Zemgale/);
    await page.until("it gone", () => page.run(() => !document.querySelector("service-finder")));
    await settled(page);
  });

  scenario("attributes that change while it is there", async (page) => {
    await openFinder(page);
    await statusAfter(page, () => page.run(() => document.querySelector("service-finder").setAttribute("region", "zemgale")));
    assert.deepEqual(await page.query(), { region: ["zemgale"] });
    await statusAfter(page, () => page.run(() => document.querySelector("service-finder").removeAttribute("region")));
    assert.deepEqual(await page.query(), {});
    await page.run(() => document.querySelector("service-finder").setAttribute("heading-level", "4"));
    await page.until("the level", () => page.run(() => document.querySelector("service-finder").shadowRoot.querySelector("h4.title") !== null));
    page.expect(/^warn: service-finder: heading-level/);
    await page.run(() => document.querySelector("service-finder").setAttribute("heading-level", "9"));
    await page.until("the default", () => page.run(() => document.querySelector("service-finder").shadowRoot.querySelector("h2.title") !== null));
  });

  scenario("gone, it listens to nothing of the page's, in any engine", async (page) => {
    await page.open("/test/hosts/listening.html");
    await page.ready();
    const listening = () => page.run(() => Number(document.documentElement.title));
    const there = await listening();
    const leave = async () => {
      await page.run(() => {
        window.kept = document.querySelector("service-finder");
        kept.remove();
      });
      await settled(page);
      return listening();
    };
    const gone = await leave();
    assert.ok(gone < there, `${there} → ${gone}`);
    for (let round = 0; round < 3; round += 1) {
      await page.run(() => document.getElementById("here").append(kept));
      await page.ready();
      await page.run(() => kept.open("jelgava-socialo-lietu-parvalde"));
      await page.until("the record", async () => (await page.parts("detail")).length === 1);
      assert.equal(await leave(), gone);
    }
  });

  // WebKit, rarely, lost track of a memory that grows in the midst of calls between chunks.
  scenario("the ordinary catalogue needs no more memory than there is from the start", async (page) => {
    await openFinder(page);
    const before = await wasmMemory(page);
    await statusAfter(page, () => page.type("combobox", LV.search, "logopēds"));
    for (const [view, there] of [[LV.map, ".map-picture [data-unit]"], [LV.stories, ".story"], [LV.programme, ".programme"], [LV.list, ".card"]]) {
      await page.click("button", view);
      await page.until(view, () => page.run((there) => document.querySelector("service-finder").shadowRoot.querySelector(there) !== null, there));
    }
    await page.run(() => document.querySelector("service-finder").open("jelgava-socialo-lietu-parvalde"));
    await page.until("the record", async () => (await page.parts("detail")).length === 1);
    assert.equal(await wasmMemory(page), before);
  });

  scenario("a thousand times there and away, nothing grows", async (page) => {
    await openFinder(page);
    await page.run(() => document.querySelector("service-finder").remove());
    const measure = async () => {
      const memory = await wasmMemory(page);
      if (engine !== "chromium") return { memory };
      await page.driver.sendDevToolsCommand("HeapProfiler.collectGarbage");
      const { nodes, jsEventListeners } = await page.driver.sendAndGetDevToolsCommand("Memory.getDOMCounters", {});
      await page.driver.sendDevToolsCommand("HeapProfiler.collectGarbage");
      const { usedSize } = await page.driver.sendAndGetDevToolsCommand("Runtime.getHeapUsage", {});
      return { memory, nodes, jsEventListeners, usedSize };
    };
    // The module's memory only ever grows, beyond what it takes at first, and how full its pages get hangs on the order in
    // which the engine does things: so few rounds measure that order; many measure leaks. A leaked finder is a megabyte.
    const [warm, mounts] = [20, 80];
    await rounds(page, warm);
    const before = await measure();
    await rounds(page, mounts);
    const after = await measure();
    const perMount = (key) => (after[key] - before[key]) / (mounts * 10);
    assert.ok(perMount("memory") < 400, `wasm memory: ${before.memory} → ${after.memory}`);
    if (engine === "chromium") {
      assert.ok(after.nodes <= before.nodes + 20, `nodes: ${before.nodes} → ${after.nodes}`);
      assert.ok(after.jsEventListeners <= before.jsEventListeners + 5, `listeners: ${before.jsEventListeners} → ${after.jsEventListeners}`);
      // Less than 2 KB a mount is the engine's own bookkeeping; one leaked widget is hundreds.
      assert.ok(perMount("usedSize") < 2000, `heap: ${before.usedSize} → ${after.usedSize}`);
    }
    assert.equal(await page.run(() => document.getElementById("here").childElementCount), 0);
    // A thousand times some 100 ms, more on a busy machine: beyond what is taken for a hanging test.
  }, { timeout: 900_000 });
});
