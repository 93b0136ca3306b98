// One browser session per engine, started from the drivers found on this machine; nothing is ever downloaded.

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";

import { Builder, Capabilities } from "selenium-webdriver";

export const ENGINES = ["chromium", "firefox", "webkit"];

/** The engines to test in: those named by ENGINE (comma-separated), else all. */
export function chosenEngines() {
  const chosen = (process.env.ENGINE || ENGINES.join(",")).split(",").map((name) => name.trim());
  for (const name of chosen) {
    if (!ENGINES.includes(name)) throw new Error(`ENGINE: expected some of ${ENGINES.join(", ")}, found ${name}`);
  }
  return chosen;
}

const TOOLS = fileURLToPath(new URL("../../../target/tools/bin", import.meta.url));

function program(...names) {
  const folders = [...(process.env.PATH ?? "").split(delimiter), join(process.env.HOME ?? "", ".cargo/bin"), TOOLS];
  for (const name of names) {
    for (const folder of folders) {
      if (folder && existsSync(join(folder, name))) return join(folder, name);
    }
  }
  throw new Error(`not found: ${names.join(" or ")}; \`cargo xtask test\` installs it or says how`);
}

/** WebKitGTK's test browser stands outside PATH, in a folder with the library's version in its name. */
function miniBrowser() {
  for (const library of ["/usr/lib", "/usr/libexec", ...subfolders("/usr/lib")]) {
    for (const folder of subfolders(library)) {
      if (/\/webkit(2gtk-4|gtk-6)\.\d+$/.test(folder) && existsSync(join(folder, "MiniBrowser"))) return join(folder, "MiniBrowser");
    }
  }
  throw new Error("not found: MiniBrowser of WebKitGTK; `cargo xtask test` installs it or says how");
}

function subfolders(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name));
}

const SETTINGS = {
  chromium: (profile, { withoutWasm }) => ({
    browserName: "chrome",
    "goog:loggingPrefs": { browser: "ALL", performance: "ALL" },
    "goog:chromeOptions": {
      binary: program("chromium", "chromium-browser", "google-chrome"),
      args: [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
        "--lang=lv", `--js-flags=--expose-gc${withoutWasm ? " --jitless" : ""}`, `--user-data-dir=${profile}`,
      ],
    },
  }),
  firefox: (profile, { withoutWasm }) => ({
    browserName: "firefox",
    "moz:firefoxOptions": {
      binary: program("firefox-esr", "firefox"),
      args: ["-headless"],
      prefs: { "intl.accept_languages": "lv", "app.update.enabled": false, "ui.prefersReducedMotion": 0, "javascript.options.wasm": !withoutWasm },
    },
  }),
  webkit: () => ({
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation"] },
  }),
};

const DRIVERS = {
  chromium: (port) => [program("chromedriver"), [`--port=${port}`]],
  firefox: (port) => [program("geckodriver"), ["--port", `${port}`, "--websocket-port", "0", "--log", "fatal"]],
  webkit: (port) => [program("WebKitWebDriver"), [`--port=${port}`]],
};

/** Starts a browser; `withoutWasm`: as where an administrator has switched WebAssembly off. `stop()` ends it and all that was started for it. */
export async function startBrowser(engine, options = {}) {
  const children = [];
  const profile = mkdtempSync(join(tmpdir(), `service-finder-${engine}-`));
  const stop = async (driver) => {
    // A browser that no longer answers must not keep the tests from ending.
    await Promise.race([driver?.quit().catch(() => {}), pause(10_000)]);
    for (const child of children.reverse()) await ended(child);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  let driver;
  try {
    // A home of its own keeps WebKit from the caches of the machine's user, and from earlier runs.
    const environment = { ...process.env, LANG: "C.UTF-8", XDG_CACHE_HOME: profile, XDG_DATA_HOME: profile };
    if (engine === "webkit") {
      const [screen, display] = await startScreen();
      children.push(screen);
      Object.assign(environment, { DISPLAY: `:${display}`, GDK_BACKEND: "x11", LIBGL_ALWAYS_SOFTWARE: "1", NO_AT_BRIDGE: "1", WEBKIT_DISABLE_COMPOSITING_MODE: "1" });
    }
    const port = await freePort();
    const [path, args] = DRIVERS[engine](port);
    const child = spawn(path, args, { env: environment, stdio: "ignore" });
    children.push(child);
    const address = `http://127.0.0.1:${port}`;
    await answering(address, child);
    driver = await new Builder().disableEnvironmentOverrides()
      .usingServer(address)
      .withCapabilities(new Capabilities(SETTINGS[engine](profile, options)))
      .build();
    await driver.manage().setTimeouts({ script: 30_000, pageLoad: 30_000, implicit: 0 });
    return { driver, stop: () => stop(driver) };
  } catch (error) {
    await stop(driver);
    throw error;
  }
}

/** A virtual screen that chooses its own free number. */
async function startScreen() {
  const screen = spawn(program("Xvfb"), ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const display = await new Promise((resolve, reject) => {
    let said = "";
    screen.stdio[3].on("data", (data) => {
      said += data;
      if (said.includes("\n")) resolve(said.trim());
    });
    screen.on("error", reject);
    screen.on("exit", (code) => reject(new Error(`Xvfb ended with code ${code}`)));
  });
  return [screen, display];
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject).listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function answering(address, child) {
  const until = Date.now() + 20_000;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${child.spawnfile} ended with code ${child.exitCode}`);
    const ready = await fetch(`${address}/status`).then((answer) => answer.ok, () => false);
    if (ready) return;
    if (Date.now() > until) throw new Error(`${child.spawnfile} does not answer`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.on("exit", resolve));
  child.kill();
  await Promise.race([exit, pause(5_000)]);
  child.kill("SIGKILL");
  await exit;
}

/** Does not keep the process alive by itself. */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms).unref());
