// Several finders on one page.

import assert from "node:assert/strict";

import { CATALOGUE, LV, results, statusAfter, total } from "./lib/finder.mjs";
import { inEachEngine } from "./lib/page.mjs";

const PAGE = "/test/hosts/two.html";

inEachEngine("several", ({ scenario }) => {
  scenario("each has its own language, query and place in the address; the downloads are shared", async (page) => {
    page.server.requests.length = 0;
    await page.open(PAGE);
    await page.ready(0);
    await page.ready(1);
    for (const once of [CATALOGUE, page.server.requests.find((path) => path.endsWith(".wasm"))]) {
      assert.equal(page.server.requests.filter((path) => path === once).length, 1, once);
    }
    assert.match(await page.status(0), /pakalpojum/);
    assert.match(await page.status(1), /service/);
    assert.deepEqual(await page.query(1), { region: ["vidzeme"] });
    const second = await page.status(1);
    await statusAfter(page, () => page.type("combobox", LV.search, "centrs"), 0);
    assert.equal(await page.status(1), second);
    await page.until("the first one's address", async () => (await page.fragment()) === "#sf?q=centrs");
    const first = await page.status(0);
    await statusAfter(page, () => page.type("combobox", "What are you looking for?", "respite"), 1);
    assert.equal(await page.status(0), first);
  });

  scenario("a link is read by the finder whose key it has", async (page) => {
    await page.open(`${PAGE}#b?region=zemgale`);
    await page.ready(0);
    await page.ready(1);
    assert.deepEqual([await page.query(0), await page.query(1)], [{}, { region: ["zemgale"] }]);
  });

  scenario("one can leave while the other goes on", async (page) => {
    await page.open(PAGE);
    await page.ready(0);
    await page.ready(1);
    await page.run(() => document.getElementById("one").remove());
    await statusAfter(page, () => page.type("combobox", "What are you looking for?", "respite"));
    assert.ok(total(await page.status()) > 0 && (await results(page)).length > 0);
  });
});
