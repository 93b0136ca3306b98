// How does the cost grow? The same measured at several sizes, and a line through the logarithms: an exponent of 1 means ten
// times the services cost ten times as much.
import { quantile } from "../browser.mjs";
import { withContender } from "./run.mjs";

const sizes = [1_000, 3_000, 10_000, 30_000, 100_000];
const rows = [];
for (const size of sizes) {
  rows.push(
    await withContender("finder", size, async ({ call }) => {
      // First of all: it is told from what there is without an index.
      const { index } = await call("memory");
      const build = await call("build", size > 50_000 ? 2 : 4);
      const { times } = await call("keystrokes", "ask", 7, 60_000);
      const { times: filtered } = await call("keystrokes", "filtered", 7, 60_000);
      const nothing = await call("once", "nothing", 15);
      return {
        "build, ms": build,
        "keystroke, median, ms": quantile(times, 0.5),
        "keystroke, p95, ms": quantile(times, 0.95),
        "three facets chosen, p95, ms": quantile(filtered, 0.95),
        "all facets, no words, ms": nothing,
        "index, MB": index / 1e6,
      };
    }),
  );
}

/** The slope of the line that lies nearest to the points. */
function slope(xs, ys) {
  const mean = (list) => list.reduce((a, b) => a + b, 0) / list.length;
  const [mx, my] = [mean(xs), mean(ys)];
  return xs.reduce((sum, x, i) => sum + (x - mx) * (ys[i] - my), 0) / xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
}

console.log(`${"how cost grows".padEnd(30)}${sizes.map((size) => String(size).padStart(10)).join("")}${"exponent".padStart(10)}${"of the last three".padStart(19)}`);
for (const what of Object.keys(rows[0])) {
  const values = rows.map((row) => row[what]);
  const [xs, ys] = [sizes.map(Math.log), values.map(Math.log)];
  const cells = values.map((value) => (value < 10 ? value.toFixed(3) : value.toFixed(1)).padStart(10)).join("");
  console.log(`${what.padEnd(30)}${cells}${slope(xs, ys).toFixed(2).padStart(10)}${slope(xs.slice(-3), ys.slice(-3)).toFixed(2).padStart(19)}`);
}
