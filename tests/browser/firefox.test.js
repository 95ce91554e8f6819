// The same promises in Firefox, the one that people have, driven over WebDriver
// BiDi: one request, nothing from elsewhere, the way out, the file that is handed
// on, pages without a network.
//
// What is measured in time, and what needs a device's settings, is asked of
// Chromium alone.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { PHONE, SCHOOL, build, inked, kindsOf, launchFirefox, serve } from "./support.js";

/** What a page shows at least when it is not blank. */
const INK = 1000;
/** The way out. */
const OUT = "body > a";

let folder;
let site;
/** Firefox with scripts and without: there it is a setting of the browser. */
const browsers = {};
before(async () => {
  folder = build();
  site = await serve(folder);
  browsers.with = await launchFirefox(true);
  browsers.without = await launchFirefox(false);
});
after(async () => {
  await browsers.with?.close();
  await browsers.without?.close();
  site?.close();
});

/** Calls `test` with a page of its own, which nobody has used before, in one of the
 * browsers. */
async function visiting(scripts, test, browser = browsers[scripts]) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ ...PHONE, hasTouch: true });
  try {
    await test(page);
  } finally {
    Object.assign(site, { held: false, down: false });
    await context.close();
  }
}

/** Where something is that a finger can hit: its box and its middle. With scripts
 * off nothing in a page may be waited for, so this is one plain question. */
async function find(page, selector) {
  const { x, y, width, height } = await page.evaluate((it) => {
    const found = document.querySelector(it);
    if (getComputedStyle(found).position !== "sticky") found.scrollIntoView({ block: "center" });
    return found.getBoundingClientRect().toJSON();
  }, selector);
  const hole = { x: x - 8, y: y - 8, width: width + 16, height: height + 16 };
  return { hole, x: x + width / 2, y: y + height / 2 };
}

/** Clicks there. */
async function click(page, selector) {
  const { x, y } = await find(page, selector);
  await page.mouse.click(x, y);
}

/** How many pixels of what a page shows now are not paper. While a page is under
 * way, Firefox may have no picture of it. */
async function ink(page, except) {
  const photograph = () => page.screenshot({ encoding: "base64" });
  return inked(browsers.with, await photograph().catch(photograph).catch(photograph), except);
}

/** Whether something can be seen. */
function shown(page, selector) {
  return page.evaluate((it) => document.querySelector(it).checkVisibility(), selector);
}

/** The text of a page. */
function text(page) {
  return page.evaluate(() => `${document.title} ${document.body.innerText}`);
}

/** Waits until something is so: Firefox does not say when it is. */
async function until(so, or) {
  for (let time = 0; !await so(); time += 1) {
    assert.ok(time < 40, or);
    await new Promise((go) => setTimeout(go, 50));
  }
}

/** Does something that leads to the page of this name, and waits for it. */
async function leads(page, name, act) {
  await Promise.all([page.waitForNavigation(), act()]);
  assert.equal(page.url().replace(/^.*\//, ""), name);
}

describe("Firefox", () => {
  for (const scripts of ["with", "without"]) {
    it(`a page of each kind is one request, to its own host (${scripts} scripts)`, () => visiting(scripts, async (page) => {
      let [asked, said] = [[], []];
      page.on("request", (it) => asked.push(it.url()));
      // Firefox asks `default-src` whether something may be fetched ahead, and
      // ignores the link that asks for the neutral page; the script fetches it. What
      // a worker is asked for and a page that is left no longer wants is an error.
      const known = /tabel\.html because it violates.*default-src|^Failed to load ‘’\. A ServiceWorker/;
      page.on("pageerror", (it) => known.test(it.message) || said.push(it.message));
      page.on("console", (it) => known.test(it.text()) || said.push(it.text()));
      for (const name of kindsOf(folder)) {
        [asked, said] = [[], []];
        await page.goto(site.at(name));
        const own = asked.filter((it) => !it.startsWith("data:") && !it.endsWith("/tabel.html"));
        assert.deepEqual(own, name.endsWith("tabel.html") ? [] : [site.at(name)]);
        assert.deepEqual(asked.filter((it) => !it.startsWith("data:") && !it.startsWith(site.origin)), []);
        assert.deepEqual(said, [], name);
        assert.ok((await text(page)).length > 40, name);
      }
    }));

    const presses = {
      "a mouse button is held": async (page, { x, y }) => {
        await page.mouse.move(x, y);
        await page.mouse.down();
      },
      "a click": (page, { x, y }) => page.mouse.click(x, y),
      "a tap": (page, { x, y }) => page.touchscreen.tap(x, y),
    };
    for (const [what, press] of Object.entries(presses)) {
      it(`a page is blank after ${what} on the way out (${scripts} scripts)`, async () => {
        // A second press in the same browser is sometimes lost on its way.
        const own = await launchFirefox(scripts === "with");
        await visiting(scripts, async (page) => {
          site.held = true;
          await page.goto(site.at("a.html"));
          const out = await find(page, OUT);
          assert.ok(await ink(page, out.hole) > INK, "was blank before");
          // What a tap is, Firefox decides a moment after the finger is gone; and
          // one that a busy machine drew out is none, so it is done again.
          const blank = async () => await ink(page, out.hole) === 0;
          const pressed = () => press(page, out).then(() => until(blank));
          await pressed().catch(pressed).catch(pressed);
          assert.ok(await blank(), "something is still to be seen");
        }, own).finally(() => own.close());
      });
    }

    it(`the way out leads to a page that says nothing about the site (${scripts} scripts)`, () => visiting(scripts, async (page) => {
      for (const name of ["index.html", "a.html", "en/index.html"]) {
        await page.goto(site.at(name));
        await leads(page, "tabel.html", () => click(page, OUT));
        assert.doesNotMatch(await text(page), /kekerasan|perlindungan|aduan|konselor|abuse|safeguard|SAPA|polisi/i);
        assert.ok(await shown(page, "table"));
      }
    }));

    it(`the files that hold everything open from a folder, alone, and can be left (${scripts} scripts)`, async () => {
      const alone = mkdtempSync(join(tmpdir(), "teduh-book-"));
      for (const name of ["catatan.html", "semua.html"]) {
        cpSync(join(folder, SCHOOL, name), join(alone, name));
        await visiting(scripts, async (page) => {
          const asked = [];
          page.on("request", (it) => asked.push(it.url()));
          await page.goto(`file://${join(alone, name)}`);
          assert.ok(await shown(page, "main h1"), name);
          await click(page, "nav li:nth-child(3) a");
          assert.ok(await shown(page, "section:target h2"), name);
          await click(page, OUT);
          assert.deepEqual([await shown(page, "main"), await shown(page, "table")], [false, true], name);
          assert.deepEqual(asked.filter((it) => !/^(file|data):/.test(it)), []);
        });
      }
      rmSync(alone, { recursive: true });
    });
  }

  const keys = {
    "Escape": (page) => page.keyboard.press("Escape"),
    "Shift three times": async (page) => {
      for (let time = 0; time < 3; time += 1) await page.keyboard.press("Shift");
    },
    "a click on the way out": (page) => click(page, OUT),
  };
  for (const [way, leave] of Object.entries(keys)) {
    it(`with scripts, no page of ours is left behind after ${way}`, () => visiting("with", async (page) => {
      await page.goto("about:blank#before");
      await page.goto(site.at("index.html"));
      const entries = await page.evaluate(() => history.length);
      for (const name of ["a.html", "a-catatan-6.html"]) {
        await leads(page, name, () => click(page, `main a[href='${name}']`));
      }
      await leads(page, "tabel.html", () => leave(page));
      assert.equal(await page.evaluate(() => history.length), entries, "the neutral page, in the place of ours");
      await page.evaluate(() => history.back());
      await until(async () => await page.evaluate(() => location.href) === "about:blank#before");
    }));
  }

  it("with scripts, the neutral page is fetched ahead once, and is there later without a network", () => visiting("with", async (page) => {
    site.sent.length = 0;
    const ahead = page.waitForResponse((it) => it.url().endsWith("/tabel.html"));
    await page.goto(site.at("a.html"));
    await ahead;
    await page.goto(site.at("a-catatan-6.html"));
    site.down = true;
    await leads(page, "tabel.html", () => click(page, OUT));
    assert.ok(await shown(page, "table"));
    assert.equal(site.sent.filter(({ path }) => path.endsWith("/tabel.html")).length, 1);
  }));

  it("after one visit pages for staff open without a network, and no child's page is kept", () => visiting("with", async (page) => {
    await page.goto(site.at("guru.html"));
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    site.down = true;
    for (const name of kindsOf(folder).filter((it) => /^(guru|konselor|kepala|protokol|rujukan|indeks|tabel)/.test(it))) {
      await page.goto(site.at(name));
      assert.ok((await text(page)).length > 40, name);
    }
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      return (await Promise.all(names.map(async (it) => (await (await caches.open(it)).keys()).map(({ url }) => url)))).flat();
    });
    assert.ok(kept.length > 80, `${kept.length}`);
    assert.deepEqual(kept.map((it) => it.replace(/^.*\//, "")).filter((it) => /^(a[.-]|catatan|tutup)/.test(it)), []);
    await assert.rejects(page.goto(site.at("a.html")));
  }));

  it("a child's visit leaves nothing in the browser", () => visiting("with", async (page) => {
    for (const name of ["index.html", "a.html", "a-semua.html", "a-catatan-6.html", "tutup.html"]) await page.goto(site.at(name));
    const found = await page.evaluate(async () => [
      (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length,
      localStorage.length + sessionStorage.length, document.cookie,
    ]);
    assert.deepEqual(found, [0, 0, 0, ""]);
  }));
});
