// How well search answers the judged queries, beside peers from npm on the same set. Each peer searches the same texts
// (synonyms and old place names included), in lower case and without diacritics, with prefixes and typing mistakes on.
// Figures as `finder rank` counts them: recall@10 of at most ten, MRR and nDCG@10; parts stand within their whole.
//
//   node quality.mjs               the judged queries, and those written by somebody who does not tune (ten minutes)
//   node quality.mjs unseen.json   one set of them
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { documentsOf, peers } from "./peers.mjs";

const DEPTH = 10;
const root = new URL("../../", import.meta.url);
const read = (path) => JSON.parse(readFileSync(new URL(path, root), "utf8"));
const catalogue = read("data/latvia.json");
const chosen = process.argv.slice(2);
const files = chosen.length ? chosen : ["lv.json", "en.json", "everyday.json", "unseen.json"];

const byId = (list) => new Map(list.map((record) => [record.id, record]));
const [types, services] = [catalogue.types, catalogue.services].map(byId);
const documents = documentsOf(catalogue);
const built = await Promise.all(Object.entries(peers).map(async ([name, peer]) => [name, peer, await peer.build(documents)]));

/** Hits asked for: parts come together in their whole, so more than are counted. */
const LIMIT = 100;

/** The place a service is shown in; what a social service office runs stands for itself. */
function whole(id) {
  const above = services.get(services.get(id)?.part_of);
  const isOffice = above?.types?.some((type) => types.get(type)?.role === "way-in");
  return above && !isOffice ? whole(above.id) : id;
}

function figures(ids, judged) {
  const places = [];
  for (const id of ids) {
    const place = places.find((known) => known.whole === whole(id));
    if (place) place.ids.push(id);
    else places.push({ whole: whole(id), ids: [id] });
  }
  const relevant = new Set(judged.relevant);
  const hits = places
    .slice(0, DEPTH)
    .map((place) => [...new Set([place.whole, ...place.ids])].filter((id) => relevant.has(id)).length);
  const gain = (place) => 1 / Math.log2(place + 2);
  const best = new Set(judged.relevant.map(whole)).size;
  const ideal = Array.from({ length: Math.min(best, DEPTH) }, (_, place) => gain(place)).reduce((a, b) => a + b, 0);
  const first = hits.findIndex((n) => n > 0);
  return [
    Math.min(1, hits.reduce((a, b) => a + b, 0) / Math.min(DEPTH, relevant.size)),
    first < 0 ? 0 : 1 / (first + 1),
    Math.min(1, hits.reduce((sum, n, place) => sum + (n > 0 ? gain(place) : 0), 0) / ideal),
  ];
}

const ours = spawnSync(
  "cargo",
  ["finder", "rank", "data/latvia.json", ...files.map((file) => `tests/ranking/${file}`)],
  { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
);
const cell = (text, width) => String(text).padStart(width);
console.log(`${"".padEnd(14)}${cell("queries", 9)}${cell("recall@10", 11)}${cell("MRR", 8)}${cell("nDCG@10", 9)}`);
for (const file of files) {
  console.log(file);
  const line = (ours.stdout ?? "").split("\n").find((text) => text.startsWith(file));
  const [, ...own] = line?.trim().split(/\s+/) ?? [];
  const row = (name, count, values) =>
    console.log(`  ${name.padEnd(12)}${cell(count, 9)}${cell(values[0], 11)}${cell(values[1], 8)}${cell(values[2], 9)}`);
  row("finder", own[0] ?? "–", own.slice(1).concat("–", "–", "–"));
  const queries = read(`tests/ranking/${file}`);
  for (const [name, peer, index] of built) {
    const sums = [0, 0, 0];
    for (const judged of queries) {
      figures(await peer.search(index, judged.query, LIMIT), judged).forEach((value, i) => (sums[i] += value));
    }
    row(name, queries.length, sums.map((sum) => (sum / queries.length).toFixed(3)));
  }
}
