// Serves a folder as a good static host would: brotli copies, long caching for hashed names.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** Starts a server on a free port of the loopback address; `close()` ends it. */
export async function serve(folder) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    const file = normalize(join(folder, path.endsWith("/") ? `${path}index.html` : path));
    if (!file.startsWith(normalize(folder) + sep)) {
      response.writeHead(404).end();
      return;
    }
    const headers = { "content-type": types[extname(file)] ?? "application/octet-stream" };
    try {
      response.writeHead(200, { ...headers, "content-encoding": "br" }).end(await readFile(`${file}.br`));
    } catch {
      try {
        const body = await readFile(file);
        response.writeHead(200, headers).end(body);
      } catch {
        response.writeHead(404).end();
      }
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
