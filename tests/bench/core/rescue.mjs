// How long does a way out of a query without results take: which filter or word to drop and what that gives, the nearest
// spelling that has results, neighbouring municipalities that have the service? Peers have none.
import { quantile } from "../browser.mjs";
import { table } from "./run.mjs";

const columns = [
  ["rescue", ({ rescue }) => rescue, "ms"],
  ["suggestions, median", ({ suggest }) => quantile(suggest.times, 0.5), "ms"],
  ["suggestions, p95", ({ suggest }) => quantile(suggest.times, 0.95), "ms"],
];
await table(
  "rescue, and suggestions while typing (the finder alone: peers have no rescue)",
  columns,
  async ({ call }) => {
    await call("build", 1);
    return { rescue: await call("once", "rescue", 7), suggest: await call("keystrokes", "suggest", 5, 20_000) };
  },
  undefined,
  ["finder"],
);
