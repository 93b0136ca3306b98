// How long does a keystroke take that also counts every value of every facet? And one where three facets are chosen?
import { BUDGET, REPEATS, keystrokeColumns, keystrokesAsked, table } from "./run.mjs";

const asking = (what) => async ({ call, can }) => {
  if (!can[what]) return undefined;
  await call("build", 1);
  return call("keystrokes", what, REPEATS, BUDGET);
};
await table("one keystroke with all facet counts", keystrokeColumns, asking("count"), keystrokesAsked);
await table("the same with three facets chosen", keystrokeColumns, asking("filtered"), keystrokesAsked);
