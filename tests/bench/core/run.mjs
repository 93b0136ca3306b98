// What the questions about the core share: a browser with one contender on a page, and tables with ratios.
//
//   SIZES=250,10000 PEERS=finder,MiniSearch node core/keystroke.mjs
//
// FINDER_BENCH: the folder that `cargo xtask bench core/` makes (the core as wasm, catalogues by size).
import { chromium, quantile } from "../browser.mjs";
import { serve } from "../serve.mjs";

const made = process.env.FINDER_BENCH ?? new URL("../../../target/bench", import.meta.url).pathname;

/** Who answers. The finder's core is first: ratios are to it. */
export const contenders = process.env.PEERS?.split(",") ?? ["finder", "MiniSearch", "FlexSearch", "Orama", "itemsjs", "Fuse.js"];

/** Numbers of services. */
export const sizes = (process.env.SIZES?.split(",") ?? ["250", "10000", "100000"]).map(Number);

/** Whoever has no answer after this many seconds is given up. */
const PATIENCE = Number(process.env.PATIENCE ?? 180);

/**
 * Calls `ask(page)` for a contender that has read a catalogue of `size` services, on a page of its own; answers what it
 * answers, or `{ gaveUp }` with what to say. `page.call(name, ...args)` calls a function of `page.mjs`.
 */
export async function withContender(name, size, ask) {
  const server = await serve(new URL("..", import.meta.url).pathname, {
    also: { "/made/": made },
    // A page on its own has a clock of 5 microseconds instead of 100.
    headers: { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" },
  });
  const driver = await chromium();
  try {
    await driver.manage().setTimeouts({ script: PATIENCE * 1000 });
    await driver.get(`${server.url}/core/page.html`);
    await driver.wait(() => driver.executeScript("return crossOriginIsolated && window.bench?.ready"), 30_000);
    const call = async (what, ...args) => {
      const answer = await driver.executeAsyncScript(
        `const [what, args, done] = arguments;
        Promise.resolve().then(() => bench[what](...args)).then((value) => done({ value }), (error) => done({ error: String(error) }));`,
        what,
        args,
      );
      if (answer.error) throw new Error(`${name}: ${answer.error}`);
      return answer.value;
    };
    const can = await call("read", name, size);
    return await ask({ call, can, driver });
  } catch (error) {
    if (error.name === "ScriptTimeoutError" || error.name === "TimeoutError") return { gaveUp: `given up after ${PATIENCE} s` };
    if (/crash|disconnected|not reachable/i.test(error.message)) return { gaveUp: "out of memory" };
    throw error;
  } finally {
    await driver.quit().catch(() => {});
    server.close();
  }
}

const ratio = (value, own) => (Number.isFinite(value / own) ? `${(value / own).toFixed(value / own < 10 ? 1 : 0)}×` : "");

/**
 * Asks every contender at every size and prints a table. `columns`: what is printed of an answer, as
 * `[title, (answer) => number | undefined, unit]`; each with its ratio to the finder's. `note(answer)`: a word more.
 */
export async function table(title, columns, ask, note = () => "", who = contenders) {
  console.log(title);
  for (const size of sizes) {
    console.log(`${size.toLocaleString("en").replaceAll(",", " ")} services`.padEnd(20) + columns.map(([title]) => title.padStart(22)).join(""));
    let own;
    for (const name of who) {
      const answer = await withContender(name, size, (page) => ask(page, size));
      if (name === "finder") own = answer;
      const cells = columns.map(([, value, unit]) => {
        const is = answer && !answer.gaveUp ? value(answer) : undefined;
        if (is === undefined) return "—".padStart(22);
        const beside = own && !own.gaveUp ? ratio(is, value(own)) : "";
        return `${format(is)} ${unit}`.padStart(14) + beside.padStart(8);
      });
      console.log(`  ${name.padEnd(18)}${cells.join("")}  ${answer?.gaveUp ?? (answer ? note(answer) : "")}`);
    }
  }
}

const format = (value) => (value < 10 ? value.toFixed(3) : value < 1000 ? value.toFixed(1) : value.toFixed(0));

/** Times of keystrokes as a table's columns. */
export const keystrokeColumns = [
  ["median", (answer) => quantile(answer.times, 0.5), "ms"],
  ["p95", (answer) => quantile(answer.times, 0.95), "ms"],
];

/** How many keystrokes were asked, where it was not all of them. */
export const keystrokesAsked = ({ times, of }) => (times.length < of ? `${times.length} of ${of} keystrokes, spread over all` : "");

/** Repeats of a keystroke, and milliseconds that all of them may take together. */
export const REPEATS = 7;
export const BUDGET = Number(process.env.BUDGET ?? 40_000);
