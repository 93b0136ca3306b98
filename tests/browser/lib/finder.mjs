// Words of the interface and steps that several tests take, in the finder's two languages.

import { readDist } from "./server.mjs";

export const CATALOGUE = "/catalogue/latvia.json";
export const FINDER = "/test/hosts/finder.html";

/** A record whose page shows some of its details. */
export const OFFICE = "jelgava-socialo-lietu-parvalde";

export const LV = {
  search: "Ko jūs meklējat?",
  clear: "Notīrīt meklēšanu",
  clearAll: "Notīrīt visu",
  filters: /^Filtri/,
  list: "Saraksts",
  map: "Karte",
  stories: "Stāsti",
  programme: "Programmas",
  nothing: "Nekas neatbilst",
  searching: "Meklē…",
  retry: "Mēģināt vēlreiz",
  back: "Atpakaļ uz rezultātiem",
  failed: "Pakalpojumus neizdevās ielādēt.",
  nationwide: "Visā Latvijā",
  remove: (name) => `Noņemt filtru: ${name}`,
};

const EN_SEARCHING = "Searching…";

/** The first file of the catalogue as plain JSON: what the file that a page names has prepared. */
export const catalogue = async () => JSON.parse(await readDist(`catalogue/${JSON.parse(await readDist("catalogue/latvia.json")).plain}`));

/** The path of the part that brings the services' details. */
export const details = async () => `/catalogue/${(await catalogue()).parts.find(({ kind }) => kind === "details").url}`;

/**
 * Keeps back what a finder fetches ahead and joins to the catalogue, so that it stays as it was until a test releases it.
 * Gives the function that does.
 */
export async function holdParts(page) {
  // The words' part is asked for only where nothing prepared has them.
  const parts = (await catalogue()).parts.filter(({ kind }) => kind !== "language" && kind !== "words");
  const releases = parts.map(({ url }) => page.server.hold(`/catalogue/${url}`));
  return () => releases.forEach((release) => release());
}

/** The first number of the status line: how many services answer. */
export const total = (status) => Number(/\d+/.exec(status)?.[0] ?? (/Nekas/.test(status) ? 0 : NaN));

/** Waits until the status line says something else than before, and gives it. */
export async function statusAfter(page, act, index = 0) {
  const before = await page.status(index);
  await act();
  return page.until("another number of results", async () => {
    const now = await page.status(index);
    // What a search needs may still be on its way.
    return now !== before && ![LV.searching, EN_SEARCHING].includes(now) && now;
  });
}

/** The results' ids, in order. */
export const results = (page, index = 0) => page.run((index) => {
  const root = document.querySelectorAll("service-finder")[index].shadowRoot;
  return Array.from(root.querySelectorAll('[part~="result"][data-id]')).filter((element) => element.checkVisibility()).map((element) => element.dataset.id);
}, index);

/** Opens the page and waits until the finder can be used. */
export async function openFinder(page, query = "", options) {
  await page.open(FINDER + query, options);
  await page.ready();
}
