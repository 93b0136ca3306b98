// Makes clip.webm: ten seconds of an invented film for tests, drawn and encoded here in Chromium (VP8), about ten kilobytes.
//
// node clip/make.mjs    (needs Chromium; the result is committed, so tests do not run this)
//
// A moving square and the second as a number; a key frame and a cue every second, so that every engine can seek in it.

import { writeFile } from "node:fs/promises";

import { startBrowser } from "../lib/engines.mjs";
import { startServer } from "../lib/server.mjs";

const [WIDTH, HEIGHT, SECONDS, RATE] = [160, 90, 10, 5];

const server = await startServer();
const { driver, stop } = await startBrowser("chromium");
await driver.get(`${server.origin}/test/blank.html`);
const chunks = await driver.executeAsyncScript(`
  const [width, height, seconds, rate] = [${WIDTH}, ${HEIGHT}, ${SECONDS}, ${RATE}];
  const done = arguments[arguments.length - 1];
  (async () => {
    const chunks = [];
    const encoder = new VideoEncoder({
      output: (chunk) => {
        const bytes = new Uint8Array(chunk.byteLength);
        chunk.copyTo(bytes);
        chunks.push({ at: chunk.timestamp / 1000, key: chunk.type === "key", bytes: Array.from(bytes) });
      },
      error: (error) => done({ error: String(error) }),
    });
    encoder.configure({ codec: "vp8", width, height, bitrate: 8000, framerate: rate });
    const canvas = new OffscreenCanvas(width, height);
    const paint = canvas.getContext("2d");
    for (let frame = 0; frame < seconds * rate; frame += 1) {
      paint.fillStyle = "#0b5c66";
      paint.fillRect(0, 0, width, height);
      paint.fillStyle = "#fff";
      paint.fillRect((frame / (seconds * rate)) * (width - 20), 60, 20, 20);
      paint.font = "40px sans-serif";
      paint.fillText(String(Math.floor(frame / rate)), 8, 44);
      const image = new VideoFrame(canvas, { timestamp: (frame * 1e6) / rate, duration: 1e6 / rate });
      encoder.encode(image, { keyFrame: frame % rate === 0 });
      image.close();
    }
    await encoder.flush();
    done({ chunks });
  })().catch((error) => done({ error: String(error) }));
`);
await stop();
await server.stop();
if (chunks.error) throw new Error(chunks.error);

// WebM, as much of it as this needs (RFC 9559): every element is an id, the length of what it holds, and that.
const bytes = (number) => {
  const list = [];
  do list.unshift(number % 256); while ((number = Math.floor(number / 256)) > 0);
  return Buffer.from(list);
};
const length = (number) => Buffer.from([0x10, 0, 0, 0].map((first, at) => first | (Math.floor(number / 256 ** (3 - at)) % 256)));
const element = (id, ...content) => {
  const body = Buffer.concat(content.map((part) => (typeof part === "number" ? bytes(part) : Buffer.from(part))));
  return Buffer.concat([bytes(id), length(body.length), body]);
};
const double = (number) => {
  const body = Buffer.alloc(8);
  body.writeDoubleBE(number);
  return body;
};

const head = element(0x1a45dfa3, element(0x4286, 1), element(0x42f7, 1), element(0x42f2, 4), element(0x42f3, 8), element(0x4282, "webm"), element(0x4287, 2), element(0x4285, 2));
const info = element(0x1549a966, element(0x2ad7b1, 1_000_000), element(0x4489, double(SECONDS * 1000)), element(0x4d80, "tests"), element(0x5741, "tests"));
const picture = element(0xe0, element(0xb0, WIDTH), element(0xba, HEIGHT));
const tracks = element(0x1654ae6b, element(0xae, element(0xd7, 1), element(0x73c5, 1), element(0x83, 1), element(0x86, "V_VP8"), picture));
const clusters = [];
for (const chunk of chunks.chunks) {
  if (chunk.key) clusters.push({ at: chunk.at, blocks: [] });
  const cluster = clusters.at(-1);
  const offset = chunk.at - cluster.at;
  clusters.at(-1).blocks.push(element(0xa3, Buffer.from([0x81, offset >> 8, offset & 255, chunk.key ? 0x80 : 0]), Buffer.from(chunk.bytes)));
}
const written = clusters.map(({ at, blocks }) => element(0x1f43b675, element(0xe7, at), ...blocks));
// Cues name positions of clusters, which stand after them: their own length is the same whatever they name.
const cuesAt = (first) => {
  let position = first;
  return element(0x1c53bb6b, ...clusters.map(({ at }, index) => {
    const place = Buffer.alloc(4);
    place.writeUInt32BE(position);
    position += written[index].length;
    return element(0xbb, element(0xb3, at), element(0xb7, element(0xf7, 1), element(0xf1, place)));
  }));
};
const before = info.length + tracks.length;
const cues = cuesAt(before + cuesAt(0).length);
const film = Buffer.concat([head, element(0x18538067, info, tracks, cues, ...written)]);
await writeFile(new URL("clip.webm", import.meta.url), film);
console.log(`clip.webm: ${film.length} bytes, ${chunks.chunks.length} frames`);
