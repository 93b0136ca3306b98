// How long does it take to make an index of a catalogue that is in memory?
import { table, withContender, contenders, sizes } from "./run.mjs";

const times = (size) => (size > 50_000 ? 2 : size > 5_000 ? 4 : 10);
await table("build", [["index", ({ build }) => build, "ms"]], async ({ call }, size) => ({ build: await call("build", times(size)) }));
if (contenders.includes("finder")) {
  console.log("the finder's index is built in slices, so that a page stays responsive: the longest");
  for (const size of sizes) {
    const [small, large] = await withContender("finder", size, async ({ call }) => [await call("slices", 20), await call("slices", 500)]);
    console.log(`  ${size} services: ${small.toFixed(2)} ms at 20 services a slice (as the widget does), ${large.toFixed(2)} ms at 500`);
  }
}
