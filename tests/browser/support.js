// The sample, built, served on this machine, and a browser to look at it.
//
// Nothing here judges; that is what the tests do. The program is the one that
// TEDUH names, else the debug build of this repository. The day is fixed, so
// that the pages are the same every time.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import puppeteer from "puppeteer-core";

const HERE = import.meta.dirname;
const ROOT = resolve(HERE, "../..");
const TEDUH = resolve(HERE, process.env.TEDUH ?? join(ROOT, "target/debug/teduh"));

/** What a host says that a file is. */
const TYPES = {
  ".bin": "application/octet-stream",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
};

/** The day for which the sample is built. */
export const TODAY = "2026-11-24";
/** The school whose pages are looked at. */
export const SCHOOL = "smp-contoh-1";
/** A small telephone. */
export const PHONE = { width: 360, height: 640 };

/** The sample's content. */
export const CONTENT = join(ROOT, "content");

/** Builds content into a new folder and returns it. */
export function build(content = CONTENT, today = TODAY, more = []) {
  const folder = mkdtempSync(join(tmpdir(), "teduh-"));
  const flags = ["--root", content, "--out", folder, "--today", today, "--quiet", ...more];
  const { status, error, stderr } = spawnSync(TEDUH, ["build", ...flags], { encoding: "utf8" });
  if (status !== 0) throw error ?? new Error(`the sample cannot be built\n${stderr}`);
  return folder;
}

/** The names of a school's pages, in order: `index.html`, `en/guru.html`, ... */
export function pagesOf(folder, school = SCHOOL) {
  const names = readdirSync(join(folder, school), { recursive: true });
  return names.map(String).filter((it) => it.endsWith(".html")).sort();
}

/** One page of every kind: those that are alone of their kind, and of the
 * others the longest, where most can go wrong. */
export function kindsOf(folder, school = SCHOOL) {
  const size = (it) => readFileSync(join(folder, school, it)).length;
  const longest = new Map();
  for (const name of pagesOf(folder, school)) {
    const kind = name.replace(/-.*(?=\.html$)/, "-*");
    const best = longest.get(kind);
    if (best === undefined || size(name) > size(best)) longest.set(kind, name);
  }
  return [...longest.values()];
}

/** Serves a folder as a host would: with the headers that the build wrote for
 * it, compressed where it is text, and without what the browser still has. While `held`, the
 * neutral page does not arrive, as on a bad network; while `down`, nothing does. `sent`
 * says what was. */
export async function serve(folder) {
  const rules = headerRules(join(folder, "_headers"));
  const site = { held: false, down: false, folder, sent: [] };
  const server = createServer((request, response) => {
    if (site.down) return request.socket.destroy();
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const file = resolve(site.folder, `.${path.endsWith("/") ? `${path}index.html` : path}`);
    if (site.held && path.endsWith("/tabel.html")) {
      // As a picture it is refused: who leaves while it is under way would wait for it.
      return request.headers["sec-fetch-dest"] === "image" ? response.writeHead(503).end() : undefined;
    }
    for (const [pattern, name, value] of rules) {
      if (pattern.test(path)) response.setHeader(name, value);
    }
    try {
      const own = file.startsWith(site.folder) ? readFileSync(file) : "";
      const text = extname(file) !== ".bin";
      const bytes = text ? gzipSync(own, { level: 9 }) : own;
      const mark = `"${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}"`;
      response.setHeader("Content-Type", TYPES[extname(file)] ?? "text/plain; charset=utf-8");
      if (text) response.setHeader("Content-Encoding", "gzip");
      response.setHeader("ETag", mark);
      const same = request.headers["if-none-match"] === mark;
      site.sent.push({ path, status: same ? 304 : 200, bytes: same ? 0 : bytes.length });
      response.writeHead(same ? 304 : 200).end(same ? undefined : bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((go) => server.listen(0, "127.0.0.1", go));
  site.origin = `http://127.0.0.1:${server.address().port}`;
  site.at = (page, school = SCHOOL) => `${site.origin}/${school}/${page}`;
  site.close = () => {
    server.closeAllConnections();
    server.close();
    rmSync(site.folder, { recursive: true });
  };
  return site;
}

/** Reads Netlify's `_headers`: a path, then its headers, indented. A header
 * that would force HTTPS is left out, since this machine has none. */
function headerRules(file) {
  let pattern = /(?!)/;
  const rules = [];
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (/^\s*(#|$)/.test(line)) continue;
    const header = /^\s+([^:]+):\s*(.*)$/.exec(line);
    if (header === null) {
      const escaped = line.trim().replace(/[.+?^${}()|[\]\\]/g, "\\$&");
      pattern = new RegExp(`^${escaped.replace(/:\w+/g, "[^/]+").replace(/\*/g, ".*")}$`);
    } else if (header[1].toLowerCase() !== "strict-transport-security") {
      rules.push([pattern, header[1], header[2].replace("upgrade-insecure-requests", "")]);
    }
  }
  return rules;
}

/** Starts the browser. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}

/** Starts Firefox, as it is installed, with scripts or without: Playwright knows
 * only a Firefox of its own. */
export function launchFirefox(scripts) {
  return puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    extraPrefsFirefox: { "javascript.enabled": scripts },
  });
}

/** Builds, serves, launches; `close` undoes all three. */
export async function open() {
  const folder = build();
  const site = await serve(folder);
  const browser = await launch();
  const close = async () => {
    await browser.close();
    site.close();
  };
  return { folder, site, browser, close };
}

/** Takes pictures of what a page shows now. The browser library's own waits for
 * a page that is under way, which is just what must not be waited for here. */
export async function camera(page) {
  const session = await page.context().newCDPSession(page);
  return async () => (await session.send("Page.captureScreenshot", { format: "png" })).data;
}

/** What a page shows next after something was done to it, and how many
 * milliseconds after. Nobody waits for time to pass: the browser reports each
 * frame that it puts on the screen, and when. */
export async function nextFrame(page, act) {
  const session = await page.context().newCDPSession(page);
  const frames = [];
  const frame = () => new Promise((go) => frames.push(go));
  session.on("Page.screencastFrame", async ({ data, metadata, sessionId }) => {
    frames.shift()?.({ data, at: metadata.timestamp * 1000 });
    await session.send("Page.screencastFrameAck", { sessionId }).catch(() => {});
  });
  const now = frame();
  await session.send("Page.startScreencast", { format: "png" });
  await now;
  const next = frame();
  // What has to be looked for first says itself when it begins.
  const begun = Date.now();
  const own = await act(session);
  const { data, at } = await next;
  return { data, after: at - (typeof own === "number" ? own : begun) };
}

/** What `look` says of a picture, drawn in a browser: of its brush, and of `more`. */
async function looked(browser, png, look, more) {
  const draw = async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const brush = new OffscreenCanvas(image.width, image.height).getContext("2d");
    brush.drawImage(image, 0, 0);
    return brush;
  };
  const page = await browser.newPage();
  const [data, rest] = [png, more].map((it) => JSON.stringify(it));
  const said = await page.evaluate(`(${draw})(${data}).then((brush) => (${look})(brush, ${rest}))`);
  await page.close();
  return said;
}

/** How many pixels of a picture differ from the one in its lower right
 * corner, which is paper. What lies in `except` does not count. */
export function inked(browser, png, except) {
  return looked(browser, png, (brush, hole) => {
    const { width, height } = brush.canvas;
    const { data: pixels } = brush.getImageData(0, 0, width, height);
    const paper = pixels.slice(-4);
    let ink = 0;
    for (let at = 0; at < pixels.length; at += 4) {
      const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
      const held = x >= hole.x && x < hole.x + hole.width && y >= hole.y && y < hole.y + hole.height;
      if (!held && [0, 1, 2].some((it) => Math.abs(pixels[at + it] - paper[it]) > 8)) ink += 1;
    }
    return ink;
  }, except);
}

/** The contrast between the lightest and the darkest pixel in each of these boxes
 * of a picture. */
export function contrasts(browser, png, boxes) {
  return looked(browser, png, (brush, boxes) => {
    const part = (it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4);
    return boxes.map(({ x, y, width, height }) => {
      const { data: pixels } = brush.getImageData(x, y, width, height);
      let [least, most] = [1, 0];
      for (let at = 0; at < pixels.length; at += 4) {
        const [r, g, b] = [0, 1, 2].map((it) => part(pixels[at + it] / 255));
        const light = 0.2126 * r + 0.7152 * g + 0.0722 * b;
        [least, most] = [Math.min(least, light), Math.max(most, light)];
      }
      return (most + 0.05) / (least + 0.05);
    });
  }, boxes);
}
