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
    assert.deepEqual(names.sort(), [...listed(room.folder).keys()].sort());
    await context.setOffline(true);
    for (const name of ["konselor.html", "protokol-g0-umum.html", "rujukan.html", "index.html", ""]) {
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

  it("an update fetches the list and what has changed, and nothing else", async () => {
    const content = mkdtempSync(join(tmpdir(), "teduh-content-"));
    cpSync(CONTENT, content, { recursive: true });
    const service = join(content, "services/stopncii.yaml");
    const text = readFileSync(service, "utf8");
    writeFileSync(service, text.replace(/\n  id: /, "\n  id: Baru. "));
    assert.notEqual(readFileSync(service, "utf8"), text);
    const context = await room.browser.newContext({ viewport: PHONE });
    const page = await staff(context);
    const old = room.site.folder;
    const next = build(content, "2026-11-25");
    const [before, now] = [listed(old), listed(next)];
    const changed = [...now.keys()].filter((it) => now.get(it) !== before.get(it));
    assert.ok(changed.length >= 1 && changed.length <= 3, `${changed}`);
    room.site.folder = next;
    room.site.sent.length = 0;
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
    assert.deepEqual(room.site.sent, [], "within an hour nothing is asked");
    // As after that hour.
    const session = await context.newCDPSession(page);
    await session.send("Network.clearBrowserCache");
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      const changed = new Promise((go) => navigator.serviceWorker.addEventListener("controllerchange", go));
      await registration.update();
      await changed;
    });
    const fetched = room.site.sent.filter(({ status }) => status === 200).map(({ path }) => path.replace(/^.*\//, ""));
    assert.deepEqual(fetched.sort(), [...changed, "sw.js"].sort());
    await context.close();
    room.site.folder = old;
    rmSync(next, { recursive: true });
    rmSync(content, { recursive: true });
  });

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
