// Peers from npm, each set up once for all benchmarks: the same texts (synonyms and old place names included), in lower case
// and without diacritics, prefixes and typing mistakes on where a peer knows them. Runs in Node and in a browser.
import { create, insertMultiple, search as oramaSearch } from "@orama/orama";
import { Document } from "flexsearch";
import Fuse from "fuse.js";
import itemsjs from "itemsjs";
import MiniSearch from "minisearch";

/** What words are compared by. */
export const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const texts = (text) => (text == null ? [] : typeof text === "string" ? [text] : Object.values(text).flat());
const byId = (list) => new Map(list.map((record) => [record.id, record]));

/** A catalogue's services as flat, folded fields. */
export function documentsOf(catalogue) {
  const [types, audiences, regions, municipalities] = [
    catalogue.types,
    catalogue.audiences,
    catalogue.regions,
    catalogue.municipalities,
  ].map(byId);
  // What many services share is folded once, as a site would.
  const join = (list) => fold(list.flatMap(texts).join(" "));
  const shared = (records, text) => new Map(Array.from(records, ([id, record]) => [id, join(text(record))]));
  const [typeNames, typeSynonyms] = [shared(types, ({ name }) => [name]), shared(types, ({ synonyms }) => [synonyms])];
  const [forNames, forSynonyms] = [shared(audiences, ({ name }) => [name]), shared(audiences, ({ synonyms }) => [synonyms])];
  const places = shared(municipalities, ({ name, former, synonyms, region }) => [
    name,
    former,
    synonyms,
    regions.get(region)?.name,
  ]);
  const of = (map, ids = []) => ids.map((id) => map.get(id) ?? "");
  return catalogue.services.map((service) => {
    const contact = service.contact ?? {};
    const phones = [contact.phone, ...(contact.other_phones ?? [])].filter(Boolean);
    return {
      id: service.id,
      name: join([service.name]),
      kind: [...of(typeNames, service.types), ...of(forNames, service.audiences)].join(" "),
      synonyms: [...of(typeSynonyms, service.types), ...of(forSynonyms, service.audiences), join([service.keywords])].join(" "),
      place: [join([service.place, service.former_municipality]), places.get(service.municipality) ?? ""].join(" "),
      organisation: join([service.organisation]),
      address: join([service.address]),
      phone: phones.map((phone) => phone.replace(/^\+371/, "").replace(/\D/g, "")).join(" "),
      summary: join([service.summary]),
      types: service.types ?? [],
      audiences: service.audiences ?? [],
      region: municipalities.get(service.municipality)?.region ?? "",
      municipality: service.municipality ?? "",
    };
  });
}

const fields = ["name", "kind", "synonyms", "place", "organisation", "address", "phone", "summary"];
const facets = ["types", "audiences", "region", "municipality"];
const boost = { name: 4, kind: 3, place: 2.5, phone: 4, synonyms: 1.5, summary: 1 };

/**
 * By name: `build` makes an index of documents, `search` gives the ids found (at most `limit`), best first; `count` searches
 * and counts every value of every facet, `filtered` the same with three facets chosen, where the peer knows facets.
 */
export const peers = {
  MiniSearch: {
    typos: true,
    build(documents) {
      const index = new MiniSearch({ fields, idField: "id", processTerm: fold });
      index.addAll(documents);
      return index;
    },
    search: (index, text, limit) =>
      index.search(fold(text), { boost, prefix: true, fuzzy: 0.2 }).slice(0, limit).map((hit) => hit.id),
  },
  FlexSearch: {
    // Beginnings of words, any of the words; no typing mistakes.
    typos: false,
    build(documents) {
      const index = new Document({ document: { id: "id", index: fields }, tokenize: "forward" });
      for (const document of documents) index.add(document);
      return index;
    },
    search(index, text, limit) {
      const found = new Map(index.search(fold(text), { limit, suggest: true }).map(({ field, result }) => [field, result]));
      // It answers field by field: the fields' own order is all there is to merge them by.
      const byWeight = [...fields].sort((a, b) => (boost[b] ?? 1) - (boost[a] ?? 1));
      return [...new Set(byWeight.flatMap((field) => found.get(field) ?? []))].slice(0, limit);
    },
  },
  Orama: {
    typos: true,
    async build(documents) {
      const schema = Object.fromEntries(fields.map((field) => [field, "string"]));
      const index = create({ schema: { ...schema, types: "enum[]", audiences: "enum[]", region: "enum", municipality: "enum" } });
      await insertMultiple(index, documents, 10_000);
      return index;
    },
    search: async (index, text, limit) =>
      (await oramaSearch(index, { term: fold(text), properties: fields, boost, tolerance: 1, limit })).hits.map((hit) => hit.id),
    count: (index, text, limit) =>
      oramaSearch(index, { term: fold(text), properties: fields, boost, tolerance: 1, limit, facets: oramaFacets }),
    filtered: (index, text, limit) =>
      oramaSearch(index, {
        term: fold(text),
        properties: fields,
        boost,
        tolerance: 1,
        limit,
        facets: oramaFacets,
        where: {
          types: { containsAny: ["respite", "day-care-adults"] },
          audiences: { containsAny: ["families"] },
          region: { eq: "zemgale" },
        },
      }),
  },
  itemsjs: {
    // Whole words.
    typos: false,
    build: (documents) =>
      itemsjs(documents, {
        searchableFields: fields,
        aggregations: Object.fromEntries(facets.map((facet) => [facet, { size: 1000, conjunction: false }])),
      }),
    search: (index, text, limit) => itemsFound(index, text, limit).data.items.map((item) => item.id),
    count: itemsFound,
    filtered: (index, text, limit) =>
      itemsFound(index, text, limit, { types: ["respite", "day-care-adults"], audiences: ["families"], region: ["zemgale"] }),
  },
  "Fuse.js": {
    typos: true,
    build: (documents) =>
      new Fuse(documents, {
        keys: fields.map((name) => ({ name, weight: boost[name] ?? 1 })),
        ignoreDiacritics: true,
        ignoreLocation: true,
        useExtendedSearch: false,
      }),
    search: (index, text, limit) => index.search(fold(text), { limit }).map((hit) => hit.item.id),
  },
};

const oramaFacets = Object.fromEntries(facets.map((facet) => [facet, { limit: 1000 }]));

function itemsFound(index, text, limit, filters = {}) {
  return index.search({ query: fold(text), per_page: limit, filters });
}
