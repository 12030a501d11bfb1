// What a page weighs on its first visit: HTML, styles and scripts, as they come over the wire.
// node docs/measure-pages.mjs http://localhost:8080 / /e/night-swimmers …      (COOKIE="name=value; …" for pages that need one)
import http from "node:http";

const [root, ...pages] = process.argv.slice(2);
const kilobytes = bytes => (bytes / 1000).toFixed(1).padStart(8);

console.log("    html      css       js    later    total kB");
for (const page of pages) {
  const weight = { html: 0, css: 0, js: 0, later: 0 };
  const seen = new Set();
  const html = await load(page, "html");
  const within = new URL(/<base href="([^"]+)"/.exec(html)?.[1] ?? page, root);
  for (const [, tag] of html.matchAll(/<(link[^>]*rel="stylesheet"[^>]*|script[^>]*src=[^>]*)>/g)) {
    const address = new URL(/(?:href|src)="([^"]+)"/.exec(tag)[1].replaceAll("&#x2B;", "+"), within);
    tag.startsWith("link") ? await load(address, "css") : await loadScript(address, "js");
  }
  console.log(kilobytes(weight.html) + " " + kilobytes(weight.css) + " " + kilobytes(weight.js) + " " + kilobytes(weight.later)
    + " " + kilobytes(weight.html + weight.css + weight.js) + "  " + page);

  /** What a script imports at once comes with it; what it imports on occasion counts as later. */
  async function loadScript(address, kind) {
    if (seen.has(address.href)) return;
    seen.add(address.href);
    const text = await load(address, kind);
    for (const [, imported] of text.matchAll(/(?:from|import)\s*"(\.[^"]+)"/g)) await loadScript(new URL(imported, address), kind);
    for (const [, imported] of text.matchAll(/import\("(\.[^"]+)"\)/g)) await loadScript(new URL(imported, address), "later");
  }

  async function load(address, kind) {
    const packed = await get(address, "br, gzip");
    if (packed.status !== 200) throw new Error(`${address} answered ${packed.status}`);
    weight[kind] += packed.body.length;
    return (await get(address, "identity")).body.toString();
  }
}

function get(address, encoding) {
  return new Promise((resolve, reject) => http.get(new URL(address, root), { headers: { "accept-encoding": encoding, accept: "text/html,*/*", cookie: process.env.COOKIE ?? "" } }, answer => {
    const parts = [];
    answer.on("data", part => parts.push(part));
    answer.on("end", () => resolve({ status: answer.statusCode, body: Buffer.concat(parts) }));
  }).on("error", reject));
}
