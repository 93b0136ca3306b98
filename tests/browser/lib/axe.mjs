// axe-core on the finder: the rules it is held to, in one place.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong, one line each. */
export async function violations(page) {
  if (!(await page.run(() => "axe" in window))) await page.driver.executeScript(AXE);
  const found = await page.runAsync(async () => {
    const { violations } = await axe.run("service-finder", {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      // The page around has its own landmarks; the widget is a part of it.
      rules: { region: { enabled: false } },
    });
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map((node) => `${node.target.flat().join(" ")} ${node.any[0]?.message ?? ""}`).join(" | ")}`);
  });
  return found;
}
