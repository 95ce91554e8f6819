// What stays on a telephone: of children's pages nothing, of pages for staff all
// of them, so that they open without a network; and what an update fetches.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { CONTENT, PHONE, SCHOOL, build, open } from "./support.js";

let room;
before(async () => {
  room = await open();
});
after(() => room.close());

/** What the browser keeps for this site; runs in the page. */
async function kept() {
  const names = await caches.keys();
  const entries = await Promise.all(names.map(async (it) => (await (await caches.open(it)).keys()).map(({ url }) => url)));
  const workers = await navigator.serviceWorker.getRegistrations();
  return { entries: entries.flat(), workers: workers.length, stored: localStorage.length + sessionStorage.length, cookies: document.cookie };
}

/** Opens a page for staff and waits until everything is kept. */
async function staff(context) {
  const page = await context.newPage();
  await page.goto(room.site.at("guru.html"));
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return page;
}

/** Lets a telephone look for a new list as after an hour, before which it asks
 * for nothing, and waits until it has done what the list asks for. */
async function update(page) {
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  assert.deepEqual(room.site.sent, [], "within an hour nothing is asked");
  const session = await page.context().newCDPSession(page);
  await session.send("Network.clearBrowserCache");
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const changed = new Promise((go) => navigator.serviceWorker.addEventListener("controllerchange", go));
    await registration.update();
    await changed;
  });
}

/** The names of what was sent since the last look, in order, and their bytes. */
function sent() {
  const all = room.site.sent.splice(0).filter(({ status }) => status === 200);
  const names = all.map(({ path }) => path.replace(/^.*\//, "")).sort();
  return { names, bytes: all.reduce((sum, it) => sum + it.bytes, 0) };
}

/** The sample as it is a day later, with some of its content replaced. */
function later(changes) {
  const content = mkdtempSync(join(tmpdir(), "teduh-content-"));
  cpSync(CONTENT, content, { recursive: true });
  for (const [file, from, to] of changes) {
    const text = readFileSync(join(content, file), "utf8");
    assert.ok(text.includes(from), `${file}: ${from}`);
    writeFileSync(join(content, file), text.replaceAll(from, to));
  }
  const folder = build(content, "2026-11-25");
  rmSync(content, { recursive: true });
  return folder;
}

/** Serves another folder while `test` runs. */
async function serving(folder, test) {
  const old = room.site.folder;
  room.site.folder = folder;
  try {
    await test();
  } finally {
    room.site.folder = old;
    rmSync(folder, { recursive: true });
  }
}

/** The sample, damaged or altered by `change`. */
function altered(change) {
  const folder = mkdtempSync(join(tmpdir(), "teduh-"));
  cpSync(room.folder, folder, { recursive: true });
  change(join(folder, SCHOOL));
  return folder;
}

/** The pages on a worker's list. */
function listed(folder) {
  const worker = readFileSync(join(folder, SCHOOL, "sw.js"), "utf8");
  return new Map([...worker.matchAll(/"([^"]+\.html)":"(\w+)"/g)].map(([, name, mark]) => [name, mark]));
}

describe("keeping", () => {
  it("a child's visit leaves nothing in the browser", async () => {
    const context = await room.browser.newContext({ viewport: PHONE });
    const page = await context.newPage();
    for (const name of ["index.html", "a.html", "a-semua.html", "a-catatan-6.html", "tutup.html"]) {
      const response = await page.goto(room.site.at(name));
      if (name !== "index.html") assert.equal(response.headers()["cache-control"], "no-store", name);
    }
    assert.deepEqual(await page.evaluate(kept), { entries: [], workers: 0, stored: 0, cookies: "" });
    await context.close();
  });

  it("after one visit every page for staff opens without a network, and no child's page is kept", async () => {
    const context = await room.browser.newContext({ viewport: PHONE });
    const page = await staff(context);
    const { entries, stored, cookies } = await page.evaluate(kept);
    const names = entries.map((it) => it.replace(/^.*\/|\?.*$/g, ""));
    assert.deepEqual(names.filter((it) => /^(a[.-]|catatan|tutup)/.test(it)), []);
    assert.deepEqual([stored, cookies], [0, ""]);
    const pages = [...listed(room.folder).keys()];
    assert.deepEqual(names.sort(), [...pages, "isi.bin"].sort());
    await context.setOffline(true);
    for (const name of [...pages, ""]) {
      const response = await page.goto(room.site.at(name));
      assert.ok(response.ok() && (await page.locator("h1").innerText()).length > 3, name);
    }
    await page.goto(room.site.at("konselor.html"));
    await page.keyboard.press("Escape");
    await page.waitForURL("**/tabel.html");
    assert.equal(await page.locator("table").count(), 1);
    await assert.rejects(page.goto(room.site.at("a.html")));
    await context.close();
  });

  it("a later view of a page for staff takes no byte from the network", async () => {
    const context = await room.browser.newContext({ viewport: PHONE });
    const page = await staff(context);
    room.site.sent.length = 0;
    for (const name of ["konselor.html", "protokol-p03-ancaman-gambar.html"]) await page.goto(room.site.at(name));
    assert.deepEqual(room.site.sent.filter(({ path }) => path.endsWith(".html")), []);
    await context.close();
  });

  it("the first visit takes a handful of requests, and less than 250 KB", async (test) => {
    const context = await room.browser.newContext({ viewport: PHONE });
    room.site.sent.length = 0;
    await staff(context);
    const { names, bytes } = sent();
    assert.deepEqual(names, ["guru.html", "isi.bin", "isi.json", "sw.js", "tabel.html"]);
    assert.ok(bytes < 250 * 1024, `${bytes}`);
    test.diagnostic(`${names.length} requests, ${bytes} bytes`);
    await context.close();
  });

  it("a kept page is what the host sends, byte by byte and header by header", async () => {
    const context = await room.browser.newContext({ viewport: PHONE });
    const page = await staff(context);
    const kept = await page.evaluate(async () => {
      const [name] = await caches.keys();
      const shelf = await caches.open(name);
      const all = (await shelf.keys()).filter(({ url }) => url.includes(".html?"));
      return Promise.all(all.map(async ({ url }) => {
        const found = await shelf.match(url);
        return { url: url.split("?")[0], text: await found.text(), headers: Object.fromEntries(found.headers) };
      }));
    });
    // What is said of one answer and not of the page, and how long browsers keep
    // what the worker does not.
    const passing = ["cache-control", "connection", "content-encoding", "content-length", "date", "etag", "keep-alive", "transfer-encoding", "vary"];
    const lasting = (headers) => Object.fromEntries(Object.entries(headers).filter(([it]) => !passing.includes(it)).sort());
    assert.ok(kept.length > 80, `${kept.length}`);
    for (const { url, text, headers } of kept) {
      const response = await fetch(url);
      assert.equal(text, await response.text(), url);
      assert.deepEqual(lasting(headers), lasting(Object.fromEntries(response.headers)), url);
      assert.ok(headers["content-security-policy"].includes("default-src 'none'"), url);
      assert.deepEqual(["content-encoding", "content-length"].filter((it) => it in headers), [], url);
    }
    await context.close();
  });

  it("a changed text is fetched with the list, and nothing else", async () => {
    const context = await room.browser.newContext({ viewport: PHONE });
    const page = await staff(context);
    const next = later([["pages/teacher/menjaga-diri.md", "\ntitle: ", "\ntitle: Baru. "]]);
    const [before, now] = [listed(room.folder), listed(next)];
    const changed = [...now.keys()].filter((it) => now.get(it) !== before.get(it));
    await serving(next, async () => {
      room.site.sent.length = 0;
      await update(page);
      const { names } = sent();
      // Pages that list the text are made of what is there already.
      assert.ok(changed.includes("guru-menjaga-diri.html") && changed.length <= 4, `${changed}`);
      assert.ok(names.includes("sw.js") && names.every((it) => [...changed, "sw.js", "isi.json"].includes(it)), `${names}`);
    });
    await context.close();
  });

  it("of a changed number the list and the fills are fetched, and nothing else", async (test) => {
    const context = await room.browser.newContext({ viewport: PHONE });
    const page = await staff(context);
    const number = ["628111129129", "6280000000000"];
    const display = ["08111-129-129", "0800-0000-0000"];
    const next = later([["register.yaml", ...number], ["services/sapa-129.yaml", ...number], ["services/sapa-129.yaml", ...display]]);
    await serving(next, async () => {
      room.site.sent.length = 0;
      await update(page);
      const { names, bytes } = sent();
      assert.deepEqual(names, ["isi.json", "sw.js"]);
      test.diagnostic(`${bytes} bytes`);
      await context.setOffline(true);
      for (const name of ["konselor.html", "rujukan.html", "protokol-p03-ancaman-gambar.html"]) {
        await page.goto(room.site.at(name));
        const html = await page.content();
        assert.deepEqual(number.map((it) => html.includes(it)), [false, true], name);
      }
    });
    await context.close();
  });

  for (const [what, change] of [
    ["a browser that cannot unpack", (folder) => {
      const worker = join(folder, "sw.js");
      writeFileSync(worker, `self.DecompressionStream = undefined;\n${readFileSync(worker, "utf8")}`);
    }],
    ["a packet that is broken", (folder) => writeFileSync(join(folder, "isi.bin"), "isi")],
    ["a packet that is not there", (folder) => rmSync(join(folder, "isi.bin"))],
    ["fills that are not there", (folder) => rmSync(join(folder, "isi.json"))],
    ["fills that are of another packet", (folder) => writeFileSync(join(folder, "isi.json"), "{}")],
  ]) {
    it(`${what}: pages come one after the other`, async () => {
      const context = await room.browser.newContext({ viewport: PHONE });
      await serving(altered(change), async () => {
        room.site.sent.length = 0;
        const page = await staff(context);
        const { names } = sent();
        const pages = [...listed(room.folder).keys()];
        assert.deepEqual(pages.filter((it) => !names.includes(it)), []);
        await context.setOffline(true);
        for (const name of ["konselor.html", "rujukan.html"]) {
          assert.ok((await page.goto(room.site.at(name))).ok(), name);
        }
      });
      await context.close();
    });
  }

  it("a page that was kept too long says that its numbers are old", async () => {
    const context = await room.browser.newContext({ viewport: PHONE });
    const page = await context.newPage();
    await page.clock.install({ time: new Date("2026-11-24T08:00:00+08:00") });
    await page.goto(room.site.at("konselor.html"));
    assert.equal(await page.locator("[data-old]").first().isVisible(), false);
    await page.clock.install({ time: new Date("2027-11-24T08:00:00+08:00") });
    for (const name of ["konselor.html", "rujukan.html"]) {
      await page.goto(room.site.at(name));
      assert.equal(await page.locator("[data-old]").first().isVisible(), true, name);
    }
    await context.close();
  });

  it("the files that hold everything open from a folder, alone, and can be left", async () => {
    const folder = mkdtempSync(join(tmpdir(), "teduh-book-"));
    for (const name of ["catatan.html", "semua.html"]) {
      cpSync(join(room.folder, SCHOOL, name), join(folder, name));
      for (const javaScriptEnabled of [false, true]) {
        const context = await room.browser.newContext({ viewport: PHONE, javaScriptEnabled });
        const page = await context.newPage();
        const asked = [];
        page.on("request", (it) => asked.push(it.url()));
        await page.goto(`file://${join(folder, name)}`);
        const broken = await page.locator("a[href^='#']").evaluateAll((all) => all
          .map((it) => it.getAttribute("href"))
          .filter((it) => document.getElementById(it.slice(1)) === null));
        assert.deepEqual(broken, [], name);
        assert.equal(await page.locator("a:not([href^='#']):not([href^='tel:']):not([href^='https:']):not([href^='mailto:'])").count(), 0, name);
        await page.locator("nav a").nth(2).click();
        assert.ok(await page.locator("section:target h2").isVisible(), name);
        await page.locator(".x").click();
        assert.deepEqual([await page.locator("main").isVisible(), await page.locator("table").first().isVisible()], [false, true], name);
        assert.deepEqual(asked.filter((it) => !/^(file|data):/.test(it)), []);
        await context.close();
      }
    }
    rmSync(folder, { recursive: true });
  });
});
