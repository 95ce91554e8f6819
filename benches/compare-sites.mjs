// What a page costs a telephone on EDGE: a page of teduh's sample beside the same
// text in the default themes of other tools. Prints the table that stands in
// docs/low-bandwidth.md.
//
//     npm install --prefix WORK vitepress@1 govuk-frontend@6 playwright-core@1
//     node benches/compare-sites.mjs WORK PUBLIC [--packages]
//
// WORK is a folder for the packages and for what they build, PUBLIC what `teduh
// build --out` wrote. Every site is served from this machine with gzip, and
// opened in Chromium without a cache, as if on EDGE: 240 kilobits a second down
// and up, 840 ms there and back. What a tool cannot be had for is left out; the
// script says so.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";

const [WORK, PUBLIC] = process.argv.slice(2, 4).map((it) => resolve(it ?? "."));
const PAGE = "smp-contoh-1/protokol-g0-umum.html";
const EDGE = { latency: 840, downloadThroughput: 240_000 / 8, uploadThroughput: 240_000 / 8 };
const TYPES = {
  ".css": "text/css", ".html": "text/html; charset=utf-8", ".js": "text/javascript",
  ".json": "application/json", ".svg": "image/svg+xml", ".woff2": "font/woff2",
};
const require = createRequire(join(WORK, "package.json"));

/** The text of teduh's page, without its style and what stands round it. */
function text() {
  const html = readFileSync(join(PUBLIC, PAGE), "utf8");
  return html.slice(html.indexOf("<main"), html.lastIndexOf("</main>") + 7);
}

/** The text as Markdown, as plain as it can be: headings, paragraphs, lists. */
function markdown() {
  const plain = (it) => it.replace(/<[^>]+>/g, " ").replace(/[{}<>]/g, " ").replace(/\s+/g, " ").trim();
  const parts = text().matchAll(/<(h[1-6]|p|li|dd|dt)\b[^>]*>(.*?)(?=<\/?(?:h[1-6]|p|li|ul|ol|dd|dt)\b)/gs);
  const mark = { h1: "# ", h2: "## ", h3: "### ", h4: "#### ", li: "- " };
  return [...parts].map(([, tag, inner]) => (plain(inner) ? (mark[tag] ?? "") + plain(inner) : "")).filter(Boolean).join("\n\n");
}

/** teduh's own page. */
const teduh = () => ({ name: "teduh, theme plain", folder: PUBLIC, page: PAGE });

/** VitePress with its default theme. */
function vitepress() {
  if (!existsSync(join(WORK, "node_modules/vitepress"))) return null;
  const folder = join(WORK, "vitepress");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "index.md"), markdown());
  const program = join(WORK, "node_modules/vitepress/bin/vitepress.js");
  const { status, stderr } = spawnSync(process.execPath, [program, "build", folder], { encoding: "utf8", cwd: WORK });
  if (status !== 0) throw new Error(stderr);
  const { version } = require("vitepress/package.json");
  return { name: `VitePress ${version}, default theme`, folder: join(folder, ".vitepress/dist"), page: "index.html" };
}

/** govuk-frontend: its style sheet and script, and its page template by hand. */
function govuk() {
  const home = join(WORK, "node_modules/govuk-frontend");
  if (!existsSync(home)) return null;
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  const head = '<!doctype html><html lang="id" class="govuk-template"><meta charset="utf-8"><title>x</title>'
    + '<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/govuk-frontend.min.css">'
    + '<body class="govuk-template__body"><div class="govuk-width-container govuk-body">';
  const foot = '</div><script type="module" src="/govuk-frontend.min.js"></script></body></html>';
  const folder = join(home, "dist/govuk");
  return { name: `govuk-frontend ${version}`, folder, page: "index.html", html: head + text() + foot };
}

/** Serves a folder with gzip. */
async function serve({ folder, page, html }) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname).slice(1);
    const file = join(folder, path);
    const body = html && path === page ? Buffer.from(html) : existsSync(file) && file.startsWith(folder) && extname(file) ? readFileSync(file) : null;
    if (!body) return response.writeHead(404).end();
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    const packed = type.startsWith("font") ? body : gzipSync(body, { level: 9 });
    const encoding = packed === body ? {} : { "content-encoding": "gzip" };
    response.writeHead(200, { "content-type": type, "content-length": packed.length, ...encoding });
    response.end(packed);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return server;
}

/** Opens a page as if on EDGE, three times; the middle of the times. */
async function measure(browser, site) {
  const server = await serve(site);
  const address = `http://127.0.0.1:${server.address().port}/${site.page}`;
  const runs = [];
  for (let run = 0; run < 3; run += 1) {
    const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.setCacheDisabled", { cacheDisabled: true });
    await session.send("Network.emulateNetworkConditions", { offline: false, ...EDGE });
    let bytes = 0, requests = 0;
    session.on("Network.loadingFinished", (it) => { bytes += it.encodedDataLength; });
    session.on("Network.requestWillBeSent", (it) => { if (!it.request.url.startsWith("data:")) requests += 1; });
    await page.goto(address, { waitUntil: "networkidle", timeout: 120_000 });
    const [painted, loaded] = await page.evaluate(() => {
      const paint = performance.getEntriesByName("first-contentful-paint")[0];
      return [paint?.startTime ?? 0, performance.getEntriesByType("navigation")[0].loadEventEnd];
    });
    runs.push({ bytes, requests, painted, loaded });
    await context.close();
  }
  server.close();
  runs.sort((one, other) => one.painted - other.painted);
  return runs[1];
}

const { chromium } = require("playwright-core");
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const seconds = (it) => (it / 1000).toFixed(1);
console.log("| page | bytes on the way | requests | text visible (s) | all loaded (s) |\n|---|---:|---:|---:|---:|");
for (const make of [teduh, govuk, vitepress]) {
  const site = make();
  if (!site) { console.error(`${make.name}: not installed, left out`); continue; }
  const it = await measure(browser, site);
  console.log(`| ${site.name} | ${it.bytes.toLocaleString("en")} | ${it.requests} | ${seconds(it.painted)} | ${seconds(it.loaded)} |`);
}
await browser.close();
