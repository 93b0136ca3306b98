// The web server of the tests: dist/ as a host would serve it, the host pages beside it, and catalogues with faults.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { extname, join, normalize, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = fileURLToPath(new URL("..", import.meta.url));
export const DIST = resolve(HERE, process.env.FINDER_DIST ?? "../../dist");

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".webm": "video/webm",
  ".vtt": "text/vtt; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/** First line of a host page: the policy it is sent with. */
const POLICY = /^<!-- csp: (.*?) -->/;

/** Loaded before anything else on every page, as a file so that any policy allows it. */
const LISTENER = '<script src="/test/listener.js"></script><script src="/test/lib/roles.js"></script>';

/**
 * Starts a server on a free port.
 *
 * `replace(path, answer)` answers a path of dist/ otherwise: `answer(path)` gives `{status, type, body}`, or a promise of it.
 * With `cors`, pages of other origins may read everything, as a host for other sites allows it; or what `cors(path)` allows.
 * `hold(path)` keeps back the answers to a path until the function it gives is called. `requests` are the paths asked for;
 * `restore()` forgets all of this.
 */
export async function startServer({ cors = false } = {}) {
  if (!existsSync(join(DIST, "service-finder.js"))) throw new Error(`no ${join(DIST, "service-finder.js")}: run \`cargo xtask build\` first, or set FINDER_DIST`);
  let replaced = new Map();
  let held = new Map();
  const requests = [];

  const server = createServer(async (request, response) => {
    const url = new URL(request.url, "http://localhost");
    const path = decodeURIComponent(url.pathname);
    requests.push(path);
    try {
      await held.get(path);
      const answer = await (replaced.get(path)?.(path) ?? find(path, request.headers["accept-encoding"] ?? ""));
      const headers = { "content-type": answer.type ?? "text/plain", "cache-control": "no-cache", ...((cors === true || (cors && cors(path))) && { "access-control-allow-origin": "*" }), ...answer.headers };
      for (const name of Object.keys(headers)) if (headers[name] === undefined) delete headers[name];
      response.writeHead(answer.status ?? 200, headers);
      if (answer.cut) {
        // A connection that breaks half-way: the length promised is not what arrives.
        response.write(answer.body, () => response.destroy());
      } else {
        response.end(answer.body);
      }
    } catch (error) {
      response.writeHead(500, { "content-type": "text/plain" }).end(`${error.stack}`);
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));

  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    requests,
    replace: (path, answer) => replaced.set(path, answer),
    hold(path) {
      let release;
      held.set(path, new Promise((done) => (release = done)));
      return () => {
        held.delete(path);
        release();
      };
    },
    restore() {
      replaced = new Map();
      held = new Map();
      requests.length = 0;
    },
    stop() {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

async function find(path, accepted) {
  if (path.startsWith("/test/stub/service-finder")) return { type: TYPES[".js"], body: await stubbed(path.includes("other") ? "9.9.9" : "0.0.0") };
  const [folder, name] = path.startsWith("/test/") ? [HERE, path.slice("/test/".length)] : [DIST, path];
  const file = join(folder, normalize(`/${name.endsWith("/") ? `${name}index.html` : name}`));
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  if (!existsSync(file)) return { status: 404, body: "not found" };
  if (type.startsWith("text/html")) {
    const text = await readFile(file, "utf8");
    const policy = POLICY.exec(text)?.[1];
    return { type, headers: { "content-security-policy": policy }, body: text.replace(/<head>/, `<head>${LISTENER}`) };
  }
  if (/\bbr\b/.test(accepted) && existsSync(`${file}.br`)) {
    return { type, headers: { "content-encoding": "br", vary: "accept-encoding" }, body: await readFile(`${file}.br`) };
  }
  return { type, body: await readFile(file) };
}

/** The real loader, with the stub in the place of the Rust module. */
async function stubbed(version) {
  const loader = await readFile(join(HERE, "../../public/service-finder.js"), "utf8");
  return loader.replaceAll("__FINDER_GLUE__", "glue.mjs").replaceAll("__FINDER_WASM__", "empty.wasm").replaceAll("__VERSION__", version);
}

/** A file of dist/, as text. */
export const readDist = (path) => readFile(join(DIST, path), "utf8");
