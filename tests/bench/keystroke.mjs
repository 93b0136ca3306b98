// What does a keystroke cost in the whole widget? A phone's width, 10 000 generated services, a processor four times slower.
// Keys are pressed as a visitor presses them; the browser's own trace says what each cost until the letter is on the screen:
// handlers, style and layout in the task that handles the key and in the first frame after it; then those two with all that
// the browser does in them for any page; and what follows in tasks of its own.
// Beside it the same keys in a page that holds nothing but one box: what the browser takes by itself on this machine.
//
// Times are of the main thread alone (what else the machine does is not in them), slowed down as the browser does it.
//
//   SERVICES=376 RATE=4 node keystroke.mjs
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, quantile } from "./browser.mjs";
import { serve } from "./serve.mjs";

const root = new URL("../../", import.meta.url).pathname;
const dist = process.env.FINDER_DIST ?? join(root, "dist");
const rate = Number(process.env.RATE ?? 4);
const services = Number(process.env.SERVICES ?? 10_000);
const typed = ["dienas centrs bērniem", "grupu maja jelgava", "logopeds", "man vajag atpūsties"];
const BARE = `data:text/html,<meta name=viewport content="width=device-width"><input id=q>`;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Types everything on a page; `box`: where the search box is. Answers the trace. */
async function trace(url, box, ready) {
  const driver = await chromium();
  const events = [];
  try {
    const send = (method, params = {}) => driver.sendDevToolsCommand(method, params);
    const press = async (letter) => {
      await send("Input.dispatchKeyEvent", { type: "keyDown", text: letter, unmodifiedText: letter, key: letter });
      await send("Input.dispatchKeyEvent", { type: "keyUp", key: letter });
    };
    const empty = async () => {
      await driver.executeScript(`const box = ${box}; box.value = ""; box.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));`);
      await pause(600);
    };
    await send("Emulation.setDeviceMetricsOverride", { width: 390, height: 844, deviceScaleFactor: 2, mobile: true });
    await driver.get(url);
    await driver.wait(() => driver.executeScript(`return ${box} && true`), 60_000);
    await driver.executeScript(`${box}.focus()`);
    // What words need is loaded at the first letter: that is not what is asked here.
    await press("z");
    await driver.wait(() => driver.executeScript(`return ${ready}`), 60_000);
    await empty();
    const cdp = await driver.createCDPConnection("page");
    const completed = new Promise((resolve) => {
      cdp._wsConnection.on("message", (data) => {
        const { method, params } = JSON.parse(data.toString());
        if (method === "Tracing.dataCollected") events.push(...params.value);
        if (method === "Tracing.tracingComplete") resolve();
      });
    });
    await send("Emulation.setCPUThrottlingRate", { rate });
    await cdp.send("Tracing.start", { transferMode: "ReportEvents", categories: "toplevel,devtools.timeline" });
    for (const text of typed) {
      for (const letter of text) {
        await press(letter);
        // A visitor's pace; suggestions and rows that wait for a breath come within it.
        await pause(450);
      }
      await empty();
    }
    await cdp.send("Tracing.end", {});
    await completed;
    return events;
  } finally {
    await driver.quit();
  }
}

/** Milliseconds of the main thread. */
const took = (event) => (event.tdur ?? event.dur ?? 0) / 1000;
/** What runs of a page's own, and what its style sheets and elements make the browser do. */
const PAGE = new Set(["FunctionCall", "UpdateLayoutTree", "Layout"]);
/** The same with what is done before anything can be painted, whatever has changed. */
const FRAME = new Set(["UpdateLayoutTree", "Layout", "PrePaint", "Layerize", "Commit"]);

/** What each keystroke of a trace cost. */
function costs(events) {
  const input = events.filter(({ name, args }) => name === "EventDispatch" && args?.data?.type === "input");
  const { pid, tid } = input[0] ?? {};
  const own = events.filter((event) => event.pid === pid && event.tid === tid && event.ph === "X");
  const tasks = own.filter(({ name }) => name === "RunTask" || name === "ThreadControllerImpl::RunTask").sort((a, b) => a.ts - b.ts);
  const within = (event, outer) => event.ts >= outer.ts && event.ts + (event.dur ?? 0) <= outer.ts + outer.dur;
  const frames = own.filter(({ name }) => FRAME.has(name));
  const pages = own.filter(({ name }) => PAGE.has(name));
  // What runs within something else counts once.
  const outermost = (list) => list.filter((event) => !list.some((outer) => outer !== event && within(event, outer)));
  return input.flatMap((event, i) => {
    const handling = tasks.find((task) => within(event, task));
    if (!handling) return [];
    const until = input[i + 1]?.ts ?? Infinity;
    const after = tasks.filter((task) => task.ts >= handling.ts + handling.dur && task.ts < until);
    // The first frame: the next task that has anything to do with one.
    const frame = after.find((task) => frames.some((event) => within(event, task)));
    const sum = (list) => list.reduce((sum, event) => sum + took(event), 0);
    const shown = [handling, frame].filter(Boolean);
    const page = outermost(pages.filter((event) => shown.some((task) => within(event, task))));
    const named = (...names) => sum(page.filter(({ name }) => names.includes(name)));
    const rest = after.filter((task) => task !== frame);
    return [
      {
        handlers: named("FunctionCall"),
        layout: named("UpdateLayoutTree", "Layout"),
        page: sum(page),
        handling: took(handling),
        frame: frame ? sum(outermost(frames.filter((event) => within(event, frame)))) : 0,
        longest: Math.max(0, ...rest.map(took)),
        rest: sum(rest),
      },
    ];
  });
}

const folder = mkdtempSync(join(tmpdir(), "finder-keystroke-"));
const catalogue = join(folder, "catalogue.json");
const known = join(process.env.FINDER_BENCH || join(root, "target", "bench"), `${services}.json`);
if (existsSync(known)) copyFileSync(known, catalogue);
else execFileSync("cargo", ["finder", "generate", "data/latvia.json", String(services), catalogue], { cwd: root });
const server = await serve(dist, { also: { "/bench/": new URL(".", import.meta.url).pathname, "/made/": folder } });
try {
  const shadow = `document.querySelector("service-finder")?.shadowRoot`;
  const bare = costs(await trace(BARE, `document.querySelector("#q")`, "true"));
  const page = `${server.url}/bench/keystroke.html?catalogue=/made/catalogue.json`;
  // Words are there once something that has none of them was looked for.
  const finder = costs(await trace(page, `${shadow}?.querySelector("#q")`, `${shadow}.querySelector("mark, .rescue")`));
  console.log(`a keystroke in the widget: ${services} services, ${rate}x CPU slowdown, ${finder.length} keystrokes; milliseconds of the main thread`);
  console.log(`  ${"".padEnd(58)}${["median", "p95", "most"].map((title) => title.padStart(8)).join("")}   nothing but a box`);
  for (const [what, key, more] of [
    ["handlers", "handlers", ""],
    ["style and layout", "layout", ""],
    ["handlers, style and layout", "page", "(goal 8)"],
    ["the task with the key's events, all of it", "handling", ""],
    ["the frame that shows it up to painting", "frame", ""],
    ["longest task that follows (answer, rows, suggestions)", "longest", ""],
    ["all that follows", "rest", ""],
  ]) {
    const cells = (rows, parts) => parts.map((part) => quantile(rows.map((row) => row[key]), part).toFixed(1).padStart(8)).join("");
    console.log(`  ${what.padEnd(58)}${cells(finder, [0.5, 0.95, 1])}   ${cells(bare, [0.5, 0.95])}  ${more}`);
  }
} finally {
  server.close();
  rmSync(folder, { recursive: true, force: true });
}
