// The configurations in docs/hosting, in the servers they are for: types, compression, life and CORS of every kind of file.
// No browser. Servers that are not installed are left out, and that is said.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { get, createServer } from "node:http";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";

import { DIST } from "./lib/server.mjs";

const CONFIGS = fileURLToPath(new URL("../../docs/hosting", import.meta.url));

const PATH = (process.env.PATH ?? "").split(delimiter);
/** Where `cargo xtask test` unpacks what must not be installed. */
const SERVERS = [fileURLToPath(new URL("../../target/tools/servers", import.meta.url)), ...PATH.map((folder) => join(folder, "../servers"))];
const program = (name) => [...PATH, "/usr/sbin", ...SERVERS.map((folder) => join(folder, "usr/sbin"))].map((folder) => join(folder, name)).find((path) => existsSync(path));
const config = (name) => readFileSync(join(CONFIGS, name), "utf8");
const manifest = () => JSON.parse(readFileSync(join(DIST, "manifest.json"), "utf8"));

const TYPES = { html: "text/html", js: "text/javascript", css: "text/css", json: "application/json", wasm: "application/wasm", svg: "image/svg+xml" };
const YEAR = "public, max-age=31536000, immutable";
const MINUTES = "public, max-age=600";

const freePort = () => new Promise((done) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});

const ask = (url, encoding) => new Promise((done, failed) => {
  get(url, { headers: encoding ? { "accept-encoding": encoding } : {} }, (response) => {
    const parts = [];
    response.on("data", (part) => parts.push(part)).on("end", () => done({ status: response.statusCode, headers: response.headers, bytes: Buffer.concat(parts).length }));
  }).on("error", failed);
});

async function answering(url, child) {
  const until = Date.now() + 20_000;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}`);
    if (await ask(url).then(() => true, () => false)) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("the server does not answer");
}

/** What every host must do with every published file. */
async function serves(base, encodings) {
  for (const file of manifest().files) {
    const ending = file.path.split(".").at(-1);
    if (!TYPES[ending]) continue;
    for (const encoding of ["", ...encodings]) {
      const { status, headers, bytes } = await ask(`${base}/${file.path}`, encoding);
      const told = `${file.path} (${encoding}): ${JSON.stringify(headers)}`;
      const copy = { br: file.br, gzip: file.gz }[encoding];
      assert.equal(status, 200, told);
      assert.equal(headers["content-type"].split(";")[0], TYPES[ending], told);
      if (/^(html|js|css)$/.test(ending)) assert.match(headers["content-type"], /charset=utf-8/i, told);
      assert.equal(headers["cache-control"], file.cache === "immutable" ? YEAR : MINUTES, told);
      assert.equal(headers["access-control-allow-origin"], "*", told);
      assert.equal(headers["x-content-type-options"], "nosniff", told);
      assert.equal(headers["content-encoding"], copy ? encoding : undefined, told);
      assert.equal(bytes, copy ?? file.bytes, told);
      if (copy) assert.match(headers.vary ?? "", /accept-encoding/i, told);
    }
  }
}

/** Starts a server in a folder of its own; gives its address and how to end it. */
async function start(command, args, port, path) {
  const child = spawn(command, args, { stdio: "ignore" });
  const stop = async () => {
    if (child.exitCode !== null) return;
    const exit = new Promise((done) => child.on("exit", done));
    child.kill();
    await exit;
  };
  try {
    await answering(`http://127.0.0.1:${port}${path}`, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { base: `http://127.0.0.1:${port}${path}`, stop };
}

describe("hosting", () => {
  let folder;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "service-finder-hosting-"));
    // Readable by the server's own user, too.
    chmodSync(folder, 0o755);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const nginx = program("nginx");
  const brotli = ["/usr/lib", ...SERVERS.map((folder) => join(folder, "usr/lib"))].map((folder) => join(folder, "nginx/modules/ngx_http_brotli_static_module.so")).find((path) => existsSync(path));
  for (const [name, wanted] of [["gzip", true], ["brotli", Boolean(brotli)]]) {
    it(`nginx.conf (${name})`, { skip: !nginx ? "nginx is not installed" : !wanted && "its Brotli module is not installed" }, async () => {
      const port = await freePort();
      const at = join(folder, `nginx-${name}`);
      mkdirSync(at);
      symlinkSync(DIST, join(at, "finder"));
      const places = config("nginx.conf").replace("root /srv;", `root ${at};`);
      writeFileSync(join(at, "nginx.conf"), `
        ${name === "brotli" ? `load_module ${brotli};` : ""}
        daemon off; master_process off; pid ${at}/pid; error_log ${at}/error.log;
        events {}
        http {
          access_log off; client_body_temp_path ${at}; proxy_temp_path ${at}; fastcgi_temp_path ${at}; uwsgi_temp_path ${at}; scgi_temp_path ${at};
          server { listen 127.0.0.1:${port};
            ${name === "brotli" ? places.replace("# brotli_static on;", "brotli_static on;") : places}
          }
        }`);
      const checked = spawnSync(nginx, ["-t", "-p", at, "-c", join(at, "nginx.conf"), "-e", join(at, "error.log")], { encoding: "utf8" });
      assert.equal(checked.status, 0, checked.stderr);
      const server = await start(nginx, ["-p", at, "-c", join(at, "nginx.conf"), "-e", join(at, "error.log")], port, "/finder");
      try {
        await serves(server.base, name === "brotli" ? ["gzip", "br"] : ["gzip"]);
      } finally {
        await server.stop();
      }
    });
  }

  const apache = program("apache2") ?? program("httpd");
  it("apache.htaccess", { skip: !apache && "Apache is not installed" }, async () => {
    const port = await freePort();
    const at = join(folder, "apache");
    cpSync(DIST, join(at, "finder"), { recursive: true });
    writeFileSync(join(at, "finder/.htaccess"), config("apache.htaccess"));
    const modules = ["/usr/lib/apache2/modules", "/usr/lib64/httpd/modules"].find((path) => existsSync(path));
    const load = ["mpm_event", "authz_core", "unixd", "mime", "headers", "rewrite", "env"]
      // Some are built in.
      .filter((name) => existsSync(`${modules}/mod_${name}.so`))
      .map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`);
    writeFileSync(join(at, "httpd.conf"), [
      ...load, "ServerName localhost", `ServerRoot ${at}`, `PidFile ${at}/pid`, `ErrorLog ${at}/error.log`, `Listen 127.0.0.1:${port}`,
      ...(process.getuid() === 0 ? ["User nobody", "Group nogroup"] : []), "TypesConfig /dev/null", "AddType text/html .html", "AddType text/css .css",
      // As distributions have it.
      "AddLanguage br .br", "AddType application/x-gzip .gz",
      `DocumentRoot ${at}`, `<Directory ${at}>`, "Require all granted", "AllowOverride FileInfo Options", "Options FollowSymLinks", "</Directory>", "",
    ].join("\n"));
    const server = await start(apache, ["-f", join(at, "httpd.conf"), "-D", "FOREGROUND"], port, "/finder/index.html");
    try {
      await serves(server.base.replace("/index.html", ""), ["gzip", "br"]);
    } finally {
      await server.stop();
    }
  });

  it("s3.sh gives every file its type, encoding and life, pages last", () => {
    const bin = join(folder, "bin");
    const log = join(folder, "aws.log");
    mkdirSync(bin);
    // Stands for the store's own command: writes down what it is asked for, a word a line.
    writeFileSync(join(bin, "aws"), `#!/bin/sh\n{ printf '%s\\n' "$@"; echo; } >> "${log}"\n`);
    chmodSync(join(bin, "aws"), 0o755);
    const ran = spawnSync("sh", [join(CONFIGS, "s3.sh"), DIST, "s3://bucket/finder", "--endpoint-url", "https://store.example"], { env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` }, encoding: "utf8" });
    assert.equal(ran.status, 0, ran.stderr);
    const calls = readFileSync(log, "utf8").trim().split("\n\n").map((call) => call.split("\n"));
    const option = (call, name) => call[call.indexOf(name) + 1];
    const files = manifest().files.filter(({ path }) => path !== "manifest.json");
    for (const file of files) {
      const call = calls.find((call) => call[3] === `s3://bucket/finder/${file.path}`);
      const ending = file.path.split(".").at(-1);
      const packed = file.br && ending !== "html";
      assert.ok(call, file.path);
      assert.deepEqual(call.slice(0, 3), ["s3", "cp", packed ? `${file.path}.br` : file.path]);
      if (TYPES[ending]) assert.equal(option(call, "--content-type").split(";")[0], TYPES[ending], file.path);
      assert.equal(option(call, "--cache-control"), file.cache === "immutable" ? YEAR : MINUTES, file.path);
      assert.equal(call.includes("--content-encoding") && option(call, "--content-encoding"), packed ? "br" : false, file.path);
      assert.equal(option(call, "--endpoint-url"), "https://store.example");
    }
    const order = calls.map((call) => call[3]);
    assert.equal(order.length, new Set(order).size);
    assert.ok(order.findLastIndex((path) => path.includes("/assets/")) < order.findIndex((path) => path.endsWith("service-finder.js")));
    const [rule] = JSON.parse(config("s3-cors.json")).CORSRules;
    assert.deepEqual([rule.AllowedOrigins, rule.AllowedMethods], [["*"], ["GET", "HEAD"]]);
  });

  it("github-pages.yml publishes dist/ and nothing else", () => {
    const text = config("github-pages.yml");
    assert.match(text, /- run: cargo xtask build\n\s+- uses: actions\/upload-pages-artifact@v\d+\n\s+with:\n\s+path: dist\n/);
    assert.doesNotMatch(text, /\t/);
  });
});
