// In the browser: one contender, one catalogue, and the clock. Every contender has `read` (the catalogue's bytes, not timed),
// `build`, and what it can of `ask`, `count` (with all facet counts), `filtered` (and three facets chosen).
import { documentsOf, peers } from "../peers.mjs";
import init, { Finder } from "/made/core.js";

/** Hits of each group that a page shows. */
const PAGE = 20;

function ours() {
  let finder;
  return {
    can: { count: true, filtered: true },
    async read(bytes) {
      await init({ module_or_path: "/made/core_bg.wasm" });
      finder = new Finder(bytes);
    },
    texts: () => finder.keystrokes().split("\n"),
    build: () => finder.build(),
    // Reasons and facet counts are part of every answer.
    ask: (i) => finder.ask(i),
    count: (i) => finder.ask(i),
    filtered: (i) => finder.ask_filtered(i),
    nothing: () => finder.ask_nothing(),
    rescue: () => finder.rescue(),
    suggest: (i) => finder.suggest(i),
    /** The longest slice of building a few services at a time. */
    slices(services) {
      let longest = 0;
      for (let done = false; !done; ) {
        const from = performance.now();
        done = finder.build_some(services);
        longest = Math.max(longest, performance.now() - from);
      }
      return longest;
    },
    memory() {
      const text = finder.text_bytes();
      const before = finder.live_bytes();
      finder.peak_bytes();
      finder.build();
      return { text, index: finder.live_bytes() - before, told: finder.index_bytes(), peak: finder.peak_bytes() - before };
    },
  };
}

function peer(name) {
  const peer = peers[name];
  let documents;
  let index;
  let texts;
  return {
    can: { count: Boolean(peer.count), filtered: Boolean(peer.filtered) },
    async read(bytes) {
      documents = documentsOf(JSON.parse(new TextDecoder().decode(bytes)));
      // The same keystrokes for everybody.
      await init({ module_or_path: "/made/core_bg.wasm" });
      const finder = new Finder(new Uint8Array(await (await fetch("/made/250.json")).arrayBuffer()));
      texts = finder.keystrokes().split("\n");
      finder.free();
    },
    texts: () => texts,
    async build() {
      index = await peer.build(documents);
    },
    ask: (i) => peer.search(index, texts[i], PAGE),
    count: (i) => peer.count(index, texts[i], PAGE),
    filtered: (i) => peer.filtered(index, texts[i], PAGE),
  };
}

let contender;

/** Runs `work` and answers how long it took, in milliseconds. What answers at once is not made to wait for a promise. */
async function timed(work) {
  const from = performance.now();
  const answer = work();
  if (answer instanceof Promise) await answer;
  return performance.now() - from;
}

window.bench = {
  ready: true,
  async read(name, size) {
    contender = name === "finder" ? ours() : peer(name);
    const answer = await fetch(`/made/${size}.json`);
    await contender.read(new Uint8Array(await answer.arrayBuffer()));
    return contender.can;
  },
  /** Builds `times` times; the quickest counts. */
  async build(times) {
    let best = Infinity;
    for (let i = 0; i < times; i += 1) best = Math.min(best, await timed(() => contender.build()));
    return best;
  },
  /**
   * The time of every keystroke, the quickest of up to `repeats`; fewer repeats, then fewer keystrokes (spread over all of
   * them), where they take longer than `budget` milliseconds in all.
   */
  async keystrokes(what, repeats, budget) {
    const all = contender.texts().length;
    // A stride that meets every keystroke once: whenever the time is up, what was asked is a fair part of all.
    const order = Array.from({ length: all }, (_, i) => (i * 89) % all);
    const best = new Array(all).fill(Infinity);
    const start = performance.now();
    for (let round = 0; round < repeats; round += 1) {
      for (const i of order) {
        if (performance.now() - start > budget) break;
        best[i] = Math.min(best[i], await timed(() => contender[what](i)));
      }
    }
    return { times: best.filter(Number.isFinite), of: all };
  },
  /** Something that is always the same; the quickest of `repeats`. */
  async once(what, repeats) {
    let best = Infinity;
    for (let i = 0; i < repeats; i += 1) best = Math.min(best, await timed(() => contender[what]()));
    return best;
  },
  slices: (services) => contender.slices(services),
  memory: () => contender.memory(),
};
