// How well search answers the judged queries, beside peers from npm on the same set. Each peer searches the same texts
// (synonyms and old place names included), in lower case and without diacritics, with prefixes and typing mistakes on.
// Figures as `finder rank` counts them: recall@10 of at most ten, MRR and nDCG@10; parts stand within their whole.
//
//   node quality.mjs          the judged queries, and those written by somebody who does not tune
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { create, insertMultiple, search as oramaSearch } from "@orama/orama";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";

const DEPTH = 10;
const root = new URL("../../", import.meta.url);
const read = (path) => JSON.parse(readFileSync(new URL(path, root), "utf8"));
const catalogue = read("data/latvia.json");
const files = ["lv.json", "en.json", "unseen.json"];

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const texts = (text) => (text == null ? [] : typeof text === "string" ? [text] : Object.values(text).flat());
const byId = (list) => new Map(list.map((record) => [record.id, record]));
const [types, audiences, regions] = [catalogue.types, catalogue.audiences, catalogue.regions].map(byId);
const municipalities = byId(catalogue.municipalities);
const services = byId(catalogue.services);

/** One service as flat, folded fields. */
function document(service) {
  const municipality = municipalities.get(service.municipality);
  const terms = [
    ...(service.types ?? []).map((id) => types.get(id)),
    ...(service.audiences ?? []).map((id) => audiences.get(id)),
  ];
  const contact = service.contact ?? {};
  const phones = [contact.phone, ...(contact.other_phones ?? [])].filter(Boolean);
  const place = [
    service.place,
    service.former_municipality,
    municipality?.name,
    municipality?.former,
    regions.get(municipality?.region)?.name,
  ];
  const join = (list) => fold(list.flatMap(texts).join(" "));
  return {
    id: service.id,
    name: join([service.name]),
    kind: join(terms.map((term) => term.name)),
    synonyms: join([...terms.map((term) => term.synonyms), service.keywords]),
    place: join(place),
    organisation: join([service.organisation]),
    address: join([service.address]),
    phone: phones.map((phone) => phone.replace(/^\+371/, "").replace(/\D/g, "")).join(" "),
    summary: join([service.summary]),
  };
}

const documents = catalogue.services.map(document);
const fields = Object.keys(documents[0]).filter((field) => field !== "id");
const boost = { name: 4, kind: 3, place: 2.5, phone: 4, synonyms: 1.5, summary: 1 };

const mini = new MiniSearch({ fields, idField: "id", processTerm: (term) => fold(term) });
mini.addAll(documents);
const fuse = new Fuse(documents, {
  keys: fields.map((name) => ({ name, weight: boost[name] ?? 1 })),
  ignoreDiacritics: true,
  ignoreLocation: true,
  useExtendedSearch: false,
});
const orama = create({ schema: Object.fromEntries(fields.map((field) => [field, "string"])) });
await insertMultiple(orama, documents);

const peers = {
  MiniSearch: (query) =>
    mini.search(fold(query), { boost, prefix: true, fuzzy: 0.2 }).map((hit) => hit.id),
  "Fuse.js": (query) => fuse.search(fold(query)).map((hit) => hit.item.id),
  Orama: async (query) =>
    (await oramaSearch(orama, { term: fold(query), boost, tolerance: 1, limit: 100 })).hits.map((hit) => hit.document.id),
};

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
  for (const [name, search] of Object.entries(peers)) {
    const sums = [0, 0, 0];
    for (const judged of queries) {
      figures(await search(judged.query), judged).forEach((value, i) => (sums[i] += value));
    }
    row(name, queries.length, sums.map((sum) => (sum / queries.length).toFixed(3)));
  }
}
