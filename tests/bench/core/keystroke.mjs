// How long does one keystroke take? Twelve queries typed letter by letter. The finder answers with the first page of hits in
// order, why each of them matched, and the counts of all facets; peers with the first twenty hits in order, nothing else.
import { BUDGET, REPEATS, keystrokeColumns, keystrokesAsked, table } from "./run.mjs";

const ask = async ({ call }) => {
  await call("build", 1);
  return call("keystrokes", "ask", REPEATS, BUDGET);
};
await table("one keystroke", keystrokeColumns, ask, keystrokesAsked);
