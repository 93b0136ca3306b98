// How much memory does an index take, beside the texts it is of? The finder's: what its allocator counts. Peers': heap used
// after collection, with the index, less that with the documents alone.
import { table } from "./run.mjs";

let text;
const columns = [
  ["index", ({ index }) => index / 1e6, "MB"],
  ["beside the text", ({ index }) => index / text, "×"],
];
await table(
  "memory",
  columns,
  async ({ call, driver }) => {
    const own = await call("memory").catch(() => undefined);
    if (own) {
      text = own.text;
      return own;
    }
    const heap = async () => {
      await driver.sendDevToolsCommand("HeapProfiler.enable", {});
      await driver.sendDevToolsCommand("HeapProfiler.collectGarbage", {});
      const used = await driver.sendAndGetDevToolsCommand("Runtime.getHeapUsage", {});
      return used.usedSize + (used.backingStorageSize ?? 0);
    };
    const before = await heap();
    await call("build", 1);
    return { index: (await heap()) - before };
  },
  ({ text, peak }) => (text ? `text ${(text / 1e6).toFixed(2)} MB; at most ${(peak / 1e6).toFixed(1)} MB while it is built` : ""),
);
