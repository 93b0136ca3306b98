// One headless Chromium for a benchmark, with the DevTools commands that throttle it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Builder } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";

/** Starts Chromium with an empty profile. Ends with `await browser.quit()`. */
export async function chromium() {
  const profile = mkdtempSync(join(tmpdir(), "finder-bench-"));
  const options = new chrome.Options();
  options.setChromeBinaryPath(process.env.CHROMIUM ?? "/usr/bin/chromium");
  options.addArguments(
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    `--user-data-dir=${profile}`,
  );
  const service = new chrome.ServiceBuilder(process.env.CHROMEDRIVER ?? "/usr/bin/chromedriver");
  const driver = await new Builder().forBrowser("chrome").setChromeOptions(options).setChromeService(service).build();
  const quit = driver.quit.bind(driver);
  driver.quit = async () => {
    await quit();
    rmSync(profile, { recursive: true, force: true });
  };
  return driver;
}

/** Slow 4G as Lighthouse has it: 1.6 Mbit/s down, 750 kbit/s up, 150 ms round trip; and a processor four times slower. */
export async function throttle(driver, { network = true, cpu = 4 } = {}) {
  await driver.sendDevToolsCommand("Network.enable", {});
  await driver.sendDevToolsCommand("Network.setCacheDisabled", { cacheDisabled: true });
  if (network) {
    await driver.sendDevToolsCommand("Network.emulateNetworkConditions", {
      offline: false,
      latency: 150,
      downloadThroughput: (1.6 * 1024 * 1024) / 8,
      uploadThroughput: (750 * 1024) / 8,
    });
  }
  await driver.sendDevToolsCommand("Emulation.setCPUThrottlingRate", { rate: cpu });
}

/** `share` of the values lie at or below the answer (0.5: the median). */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}
