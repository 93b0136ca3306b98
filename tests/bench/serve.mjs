// Serves folders as a good static host would: brotli copies, long caching for hashed names.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/**
 * Starts a server on a free port of the loopback address; `close()` ends it. `also`: other folders by the beginning of the
 * paths below which they are served; `headers`: sent with everything.
 */
export async function serve(folder, { also = {}, headers = {} } = {}) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    const [prefix, within] = Object.entries(also).find(([prefix]) => path.startsWith(prefix)) ?? ["", folder];
    const name = path.slice(prefix.length);
    const file = normalize(join(within, name.endsWith("/") || name === "" ? `${name}index.html` : name));
    if (!file.startsWith(normalize(join(within, sep)))) {
      response.writeHead(404).end();
      return;
    }
    const sent = { "content-type": types[extname(file)] ?? "application/octet-stream", ...headers };
    const read = (path) => readFile(path).catch(() => undefined);
    const small = await read(`${file}.br`);
    const body = small ?? (await read(file));
    if (body === undefined) response.writeHead(404).end();
    else response.writeHead(200, small ? { ...sent, "content-encoding": "br" } : sent).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
