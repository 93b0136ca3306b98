// The static pages: valid HTML, valid structured data, whole links, no script; read with any browser, or none.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, normalize } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";

import { HtmlValidate, formatterFactory } from "html-validate";
import ts from "typescript";

import { inEachEngine } from "./lib/page.mjs";
import { DIST } from "./lib/server.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const folder = (name) => readdirSync(join(DIST, name)).filter((file) => file.endsWith(".html")).map((file) => `${name}/${file}`);
const PAGES = ["list.html", ...folder("service"), ...folder("story")];
const read = (file) => readFileSync(join(DIST, file), "utf8");

/** The validator and its rules: the standard's own; what is a matter of taste is left out. */
const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: { "long-title": "off", "no-inline-style": "off" },
});

const data = (html) => Array.from(html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs), ([, text]) => JSON.parse(text));

/** What a value is made of, whatever it says: records of one shape are valid or not together. */
const shape = (value) => {
  if (Array.isArray(value)) return `[${[...new Set(value.map(shape))].join()}]`;
  if (value && typeof value === "object") return `{${Object.entries(value).map(([key, inner]) => `${key}:${key === "@type" ? inner : shape(inner)}`).join()}}`;
  return typeof value;
};

/** What TypeScript says of JSON-LD held against the vocabulary of schema.org, as schema-dts has it. */
function refused(documents) {
  const file = join(HERE, "structured-data.ts");
  const text = `import type { Graph, Thing, WithContext } from "schema-dts";\n${documents
    .map((document, at) => `export const document${at}: ${"@graph" in document ? "Graph" : "WithContext<Thing>"} = ${JSON.stringify(document)};`).join("\n")}\n`;
  const options = { strict: true, noEmit: true, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, target: ts.ScriptTarget.ESNext, types: [], skipLibCheck: true };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (name, ...rest) => (name === file ? ts.createSourceFile(name, text, ts.ScriptTarget.ESNext) : getSourceFile.call(host, name, ...rest));
  host.fileExists = (name) => name === file || fileExists.call(host, name);
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n").split("\n").slice(-3).join(" "));
}

describe("static pages", () => {
  it("there is one for each service and story", () => {
    const catalogue = JSON.parse(readFileSync(join(HERE, "../../data/latvia.json"), "utf8"));
    const expected = [...catalogue.services.map(({ id }) => `service/${id}.html`), ...catalogue.stories.map(({ id }) => `story/${id}.html`)];
    assert.deepEqual(PAGES.slice(1).sort(), expected.sort());
  });

  it("are valid HTML", async () => {
    for (const file of PAGES) {
      const report = await validator.validateString(read(file), join(DIST, file));
      assert.ok(report.valid, formatterFactory("text")(report.results));
    }
  });

  it("the validator finds what is wrong", async () => {
    const report = await validator.validateString(read("list.html").replace("<main>", "<main><p><div></div></p><ul><p></p></ul>"));
    assert.equal(report.valid, false);
  });

  it("carry no script and load nothing from elsewhere", () => {
    for (const file of PAGES) {
      const html = read(file).replaceAll(/<script type="application\/ld\+json">.*?<\/script>/gs, "");
      assert.doesNotMatch(html, /<script|<iframe|\son\w+=|<link(?! rel="(stylesheet|canonical)")|src="(?!\.\.\/)/, file);
    }
  });

  it("link to pages and places that are there", () => {
    const known = new Map();
    const ids = (file) => {
      if (!known.has(file)) known.set(file, existsSync(join(DIST, file)) && new Set(Array.from(read(file).matchAll(/ id="([^"]+)"/g), ([, id]) => id)));
      return known.get(file);
    };
    for (const file of PAGES) {
      for (const [, href] of read(file).matchAll(/ href="([^"]+)"/g)) {
        if (/^(https?|mailto|tel):/.test(href)) continue;
        const [path, fragment] = href.split("#");
        const target = path ? normalize(join(dirname(file), path)) : file;
        assert.ok(existsSync(join(DIST, target)), `${file}: ${href}`);
        if (fragment && !fragment.startsWith("sf?")) assert.ok(ids(target).has(fragment), `${file}: ${href}`);
      }
    }
  });

  it("carry structured data that schema.org's vocabulary allows", () => {
    const shapes = new Map();
    const [whole] = data(read("list.html"));
    const graph = new Map(whole["@graph"].map((node) => [shape(node), node]));
    for (const file of PAGES.slice(1)) {
      const [document, ...more] = data(read(file));
      assert.deepEqual(more, []);
      shapes.set(shape(document), document);
    }
    assert.deepEqual(refused([{ ...whole, "@graph": [...graph.values()] }, ...shapes.values()]), []);
    // It says who gives it, where and for whom, wherever the catalogue does.
    const office = data(read("service/bauska-socialais-dienests.html"))[0];
    assert.equal(office["@type"], "GovernmentService");
    assert.equal(office.provider["@type"], "GovernmentOrganization");
    assert.equal(office.areaServed["@type"], "AdministrativeArea");
    assert.ok(whole["@graph"].some((node) => node["@type"] === "VideoObject" && node.embedUrl?.startsWith("https://www.youtube-nocookie.com/embed/")));
  });

  it("the validator of structured data finds what is wrong", () => {
    const [document] = data(read("service/bauska-socialais-dienests.html"));
    assert.notDeepEqual(refused([{ ...document, openingTimes: "always" }]), []);
    assert.notDeepEqual(refused([{ ...document, provider: { "@type": "Organisation", name: "misspelt" } }]), []);
  });

  it("the fragment has structured data only where the page asks for it", () => {
    assert.deepEqual(data(read("index.html")), []);
  });
});

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

inEachEngine("static pages", ({ scenario }) => {
  scenario("a service and a story read well, and lead into the finder", async (page) => {
    // The site's own icon is asked for by itself.
    page.allow(/^browser: .*favicon\.ico/);
    for (const [file, title] of [["service/bauska-socialais-dienests.html", /Bausk/], ["story/zemgale-stasti-atelpas-bridis.html", /atelpas brīdi/]]) {
      await page.open(`/${file}`);
      const headings = await page.run(() => Array.from(document.querySelectorAll("h1, h2, h3"), (heading) => Number(heading.localName[1])));
      assert.equal(headings[0], 1);
      for (const [at, level] of headings.entries()) assert.ok(at === 0 || level <= headings[at - 1] + 1);
      assert.match(await page.run(() => document.querySelector("h1").textContent), title);
      await page.driver.executeScript(AXE);
      const violations = await page.runAsync(async () => (await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] })).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`));
      assert.deepEqual(violations, []);
      const link = await page.run(() => Array.from(document.querySelectorAll("nav a")).at(-1).href);
      await page.open(new URL(link).pathname + new URL(link).hash);
      await page.ready();
      await page.get("heading", title);
    }
  });
});
