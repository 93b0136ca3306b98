// The page object: what a visitor does and sees, by role and name.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";

import { Key, Origin } from "selenium-webdriver";

import { chosenEngines, startBrowser } from "./engines.mjs";
import { startServer } from "./server.mjs";

export { Key };

/** How long to wait for anything: far more than a slow machine needs, and never waited out when all is well. */
const PATIENCE = 20_000;

/**
 * Tests of one user action, in each engine: one browser for all of them.
 *
 * `options` are those of `startBrowser`. `define({ scenario, engine })` calls `scenario(name, async (page) => …)`; each ends with a quiet console.
 */
export function inEachEngine(title, define, options) {
  for (const engine of chosenEngines()) {
    describe(`${title} (${engine})`, () => {
      let browser;
      let server;
      before(async () => {
        server = await startServer();
        browser = await startBrowser(engine, options);
        await browser.driver.manage().window().setRect({ x: 0, y: 0, width: 1280, height: 1000 });
      });
      after(async () => {
        await browser?.stop();
        await server?.stop();
      });
      const scenario = (name, act, options = {}) => it(name, { timeout: 120_000, ...options }, async () => {
        server.restore();
        const page = new Page(browser.driver, server, engine);
        try {
          await act(page);
          await page.quiet();
        } catch (error) {
          // A fault inside the finder is told by the console; what the test saw of it is only what came after.
          throw await page.explained(error);
        } finally {
          await page.forget();
        }
      });
      define({ scenario, engine });
    });
  }
}

const asName = (name) => {
  if (name === undefined || name === null) return null;
  return name instanceof RegExp ? { pattern: name.source, flags: name.flags } : { exact: name };
};

export class Page {
  #expected = [];
  #allowed = [];
  #asked = [];
  #origins = [];
  #others = [];

  constructor(driver, server, engine) {
    this.driver = driver;
    this.server = server;
    this.engine = engine;
  }

  /** Opens a page of dist/, or of the tests (`/test/hosts/…`). With `width`, in a viewport that wide. */
  async open(path, { width } = {}) {
    await this.driver.switchTo().defaultContent();
    // Another page between, or a changed fragment alone would not load anything. A test begins on it.
    if (!(await this.driver.getCurrentUrl()).endsWith("/test/blank.html")) await this.driver.get(`${this.server.origin}/test/blank.html`);
    if (!width) return this.driver.get(this.server.origin + path);
    await this.driver.get(`${this.server.origin}/test/frame.html?width=${width}&src=${encodeURIComponent(path)}`);
    await this.driver.switchTo().frame(await this.until("the frame", async () => (await this.driver.findElements({ css: "iframe" }))[0]));
    await this.until("the framed page", () => this.run(() => document.readyState === "complete" && location.href !== "about:blank"));
  }

  /** Runs a function in the page; elements may go in and come out. */
  run(script, ...args) {
    const text = typeof script === "function" ? `return (${script}).apply(null, arguments)` : script;
    return this.driver.executeScript(text, ...args);
  }

  /** Runs an async function in the page and awaits it. */
  async runAsync(script, ...args) {
    const result = await this.driver.executeAsyncScript(
      `const done = arguments[arguments.length - 1];
       Promise.resolve((${script}).apply(null, Array.from(arguments).slice(0, -1))).then((value) => done({ value }), (error) => done({ error: String(error) }));`,
      ...args,
    );
    if (result.error) throw new Error(result.error);
    return result.value;
  }

  /** Waits until `check` gives something true, and gives that. */
  async until(what, check) {
    let last;
    try {
      return await this.driver.wait(async () => {
        try {
          return (last = await check());
        } catch (error) {
          // The page is drawn anew between looking and touching: look again.
          if (!/stale ?element|no ?such ?element|detached|no longer attached|not ?interactable|obscures|intercepted/i.test(`${error.name} ${error.message}`)) throw error;
          last = error.message;
          return false;
        }
      }, PATIENCE);
    } catch (error) {
      if (!/timed out|Wait timed/i.test(error.message)) throw error;
      const outline = await this.run(() => finderRoles.outline().slice(0, 120).join("\n")).catch(() => "");
      throw new Error(`waited in vain for ${what}; last: ${JSON.stringify(last)}\n${outline}`);
    }
  }

  /** Elements now there with a role and, if given, a name (a string: exactly; a pattern). */
  all(role, name, within) {
    return this.run((role, name, within) => finderRoles.find(role, name, within), role, asName(name), within ?? null);
  }

  /** The one element with a role and name, waited for. */
  get(role, name, within) {
    return this.until(`one ${role} ${name ?? ""}`, async () => {
      const found = await this.all(role, name, within);
      if (found.length > 1) throw new Error(`${found.length} elements are ${role} ${name}`);
      return found[0];
    });
  }

  /** Waits until there is none. */
  gone(role, name) {
    return this.until(`no ${role} ${name ?? ""}`, async () => (await this.all(role, name)).length === 0);
  }

  async click(role, name, within) {
    await this.until(`a click on ${role} ${name}`, async () => {
      const found = await this.all(role, name, within);
      if (found.length > 1) throw new Error(`${found.length} elements are ${role} ${name}`);
      if (!found.length) return false;
      await this.press(found[0]);
      return true;
    });
  }

  /** Clicks where a finger would, after bringing the place into the middle of the window. */
  async press(element) {
    await this.run((element) => element.scrollIntoView({ block: "center", behavior: "instant" }), element);
    await element.click();
  }

  /** Clicks at an element's middle, also where drivers do not count it as something to click: shapes. */
  async pressAt(element) {
    const [x, y] = await this.run((element) => {
      element.scrollIntoView({ block: "center", behavior: "instant" });
      const box = element.getBoundingClientRect();
      return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
    }, element);
    await this.driver.actions().move({ x, y, origin: Origin.VIEWPORT }).click().perform();
  }

  /** Types into a box and leaves it, so that no suggestions lie over what comes next. */
  async type(role, name, text) {
    const box = await this.get(role, name);
    await box.clear();
    await box.sendKeys(text, Key.TAB);
  }

  keys(...keys) {
    return this.driver.actions().sendKeys(...keys).perform();
  }

  focused() {
    return this.run(() => finderRoles.focused());
  }

  /** Names of the elements with a role. */
  names(role, name, within) {
    return this.run((role, name, within) => finderRoles.find(role, name, within).map(finderRoles.nameOf), role, asName(name), within ?? null);
  }

  text(element) {
    return this.run((element) => finderRoles.text(element), element);
  }

  /** Waits until the finder (the nth on the page) can be used, and all of the first page of results is there. */
  async ready(index = 0) {
    await this.runAsync(async (index) => {
      await customElements.whenDefined("service-finder");
      await document.querySelectorAll("service-finder")[index].ready;
    }, index);
    await this.until("all of the first results", () => this.run((index) => !document.querySelectorAll("service-finder")[index]?.shadowRoot.querySelector("[aria-busy]"), index));
  }

  /** Elements with a part, in the nth finder. */
  parts(part, index = 0) {
    return this.run((part, index) => {
      const root = document.querySelectorAll("service-finder")[index].shadowRoot;
      return Array.from(root.querySelectorAll(`[part~="${part}"]`)).filter((element) => element.checkVisibility());
    }, part, index);
  }

  /** The announced number of results. */
  async status(index = 0) {
    return this.run((index) => {
      // Before the tag is known there is no shadow root.
      const root = document.querySelectorAll("service-finder")[index].shadowRoot;
      return Array.from(root?.querySelectorAll('[part~="status"]') ?? [], (element) => finderRoles.text(element)).join(" | ");
    }, index);
  }

  /** The query, as a script of the page sees it. */
  query(index = 0) {
    return this.run((index) => document.querySelectorAll("service-finder")[index].query, index);
  }

  fragment() {
    return this.run(() => decodeURIComponent(location.hash));
  }

  events(name) {
    return this.run((name) => finderEvents.filter((event) => !name || event.name === name), name ?? null);
  }

  /** What the console was told during this test, and what nobody caught. */
  async said() {
    const all = await this.run(() => Object.keys(sessionStorage).sort().map((key) => sessionStorage.getItem(key)).join("\u0000"));
    return all.split("\u0000").filter(Boolean);
  }

  /** Announces that the console will say this; it then must. */
  expect(...patterns) {
    this.#expected.push(...patterns);
  }

  /** Announces what only some engines say. */
  allow(...patterns) {
    this.#allowed.push(...patterns);
  }

  /** Starts a server of another origin, as one that holds the finder for other sites; it ends with the test. */
  async elsewhere(options = { cors: true }) {
    const server = await startServer(options);
    this.#others.push(server);
    this.#origins.push(server.origin);
    return server;
  }

  /** Announces addresses, by their beginnings, that the visitor of this test asks for: a film's site. */
  asks(...beginnings) {
    this.#asked.push(...beginnings);
  }

  /** Nothing was said to the console but what the test expects, and nobody else was contacted. */
  async quiet() {
    const texts = await this.said();
    if (this.engine === "chromium") {
      const logs = await this.driver.manage().logs().get("browser");
      // What the page itself said is in the list already; here is what the browser says of its own.
      for (const entry of logs) {
        if (entry.level.name === "SEVERE" && !/^\S+\/test\/listener\.js /.test(entry.message)) texts.push(`browser: ${entry.message}`);
      }
    }
    const unexpected = texts.filter((text) => ![...this.#expected, ...this.#allowed].some((pattern) => pattern.test(text)));
    assert.deepEqual(unexpected, [], "the console");
    for (const pattern of this.#expected) assert.ok(texts.some((text) => pattern.test(text)), `the console did not say ${pattern}:\n${texts.join("\n")}`);
    const foreign = await this.run((origins) => performance.getEntriesByType("resource").map((entry) => entry.name)
      .filter((name) => /^(https?|wss?):/.test(name) && ![location.origin, ...origins].includes(new URL(name).origin)), this.#origins);
    assert.deepEqual(foreign.filter((name) => !this.#asked.some((beginning) => name.startsWith(beginning))), [], "requests that leave the page's origin");
  }

  /** An error, with what the console said before it. */
  async explained(error) {
    const texts = await this.said().catch(() => []);
    if (texts.length > 0 && error instanceof Error && !(error instanceof assert.AssertionError && error.message === "the console")) {
      error.message += `\nThe console:\n${texts.map((text) => `  ${text}`).join("\n")}`;
    }
    return error;
  }

  /** Leaves nothing to the next test. */
  async forget() {
    await this.driver.switchTo().defaultContent().catch(() => {});
    // Away first: downloads that the page leaves behind fail, and some engines tell it.
    await this.driver.get(`${this.server.origin}/test/blank.html`).catch(() => {});
    await this.run(() => (sessionStorage.clear(), localStorage.clear())).catch(() => {});
    if (this.engine === "chromium") await this.driver.manage().logs().get("browser").catch(() => {});
    for (const server of this.#others) await server.stop();
  }
}
