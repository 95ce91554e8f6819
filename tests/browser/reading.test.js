// What a page brings: help in the first screen, right numbers, few bytes.
//
// Every page of a school is opened once, 320 pixels wide; what it holds and
// what it asked for is written down, and the tests below look at that.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { PHONE, SCHOOL, kindsOf, open, pagesOf } from "./support.js";

/** What any page may weigh on its way, and what a first page may, in bytes. */
const ANY = 8 * 1024;
const FIRST = 3 * 1024;
/** The files that hold everything. */
const BOOKS = /(^|\/)(semua|catatan)\.html$/;
/** The index with its search, opened when it is used. */
const INDEX = 12 * 1024;
/** The pages that are opened in fear or haste. */
const FIRST_PAGES = ["index.html", "a.html", "konselor.html", "tabel.html"];
/** What a finger can hit, in pixels; half a pixel is lost to rounding. */
const FINGER = 44 - 0.5;

let room;
const sheets = [];
before(async () => {
  room = await open();
  const context = await room.browser.newContext({ viewport: { width: 320, height: 640 }, serviceWorkers: "block" });
  const page = await context.newPage();
  let [asked, said] = [[], []];
  page.on("request", (it) => asked.push(it.url()));
  // Which features there are to forbid depends on the browser and the system.
  // Workers are not wanted here; they have a test of their own.
  const known = /Permissions-Policy header: Unrecognized feature|Service Worker registration blocked/;
  page.on("console", (it) => known.test(it.text()) || said.push(it.text()));
  page.on("pageerror", (it) => said.push(it.message));
  for (const name of pagesOf(room.folder)) {
    [asked, said] = [[], []];
    await page.goto(room.site.at(name));
    sheets.push({ name, asked, said, ...await page.evaluate(look) });
  }
  await context.close();
});
after(() => room.close());

/** What a page holds; runs in the page. */
function look() {
  /** Whether the block that a link stands in holds nothing but links. */
  const alone = (link) => {
    let box = link.parentElement;
    while (getComputedStyle(box).display === "inline") box = box.parentElement;
    const rest = [...box.querySelectorAll("a")].reduce((text, it) => text.replace(it.textContent, ""), box.textContent);
    return rest.trim() === "";
  };
  const links = [...document.querySelectorAll("a[href]")];
  return {
    width: document.documentElement.scrollWidth,
    ids: [...document.querySelectorAll("[id]")].map((it) => it.id),
    pictograms: [...document.querySelectorAll("svg")].map((it) => it.outerHTML.length),
    files: [...document.querySelectorAll("a[download]")].map((it) => ({ name: it.getAttribute("href"), text: it.textContent })),
    links: links.map((it) => it.href),
    targets: links
      .filter((it) => it.checkVisibility() && alone(it))
      .map((it) => ({ text: it.textContent.trim(), height: it.getBoundingClientRect().height })),
    numbers: links
      .filter((it) => /^tel:|wa\.me\//.test(it.href))
      .map((it) => ({ href: it.href, text: (it.querySelector("strong") ?? it.querySelector("b") ?? it).textContent })),
  };
}

/** Everything in every page that `find` gives, with the page's name. */
function gather(find) {
  return sheets.flatMap((it) => find(it).map((found) => `${it.name}: ${found}`));
}

describe("reading", () => {
  it("the three doors stand in the first screen of a small telephone", async () => {
    const context = await room.browser.newContext({ viewport: PHONE });
    const page = await context.newPage();
    for (const name of ["index.html", "en/index.html"]) {
      await page.goto(room.site.at(name));
      const doors = page.locator("main li > .door");
      assert.equal(await doors.count(), 3, name);
      for (const door of await doors.all()) {
        const { y, height } = await door.boundingBox();
        assert.ok(y >= 0 && y + height <= PHONE.height, `${name}: a door ends at ${y + height}`);
      }
    }
    await context.close();
  });

  it("every number that is shown is the number that is dialled", () => {
    const digits = (it) => it.replace(/\D/g, "");
    const same = (it) => [digits(it.text), digits(it.text).replace(/^0/, "62")].includes(digits(it.href));
    assert.ok(gather((it) => it.numbers).length > 100, "hardly any number was found");
    assert.deepEqual(gather((it) => it.numbers.filter((it) => !same(it)).map((it) => `${it.href}: ${it.text}`)), []);
  });

  it("a page is one request, to its own host", () => {
    // Besides itself only the page behind the way out, ahead of time.
    const own = (it) => it.asked.filter((it) => !it.startsWith("data:") && !it.endsWith("/tabel.html"));
    const asks = sheets.filter((it) => !it.name.endsWith("tabel.html"));
    assert.deepEqual(asks.map(own), asks.map((it) => [room.site.at(it.name)]));
    const foreign = (it) => it.asked.filter((it) => !it.startsWith("data:") && !it.startsWith(room.site.origin));
    assert.deepEqual(gather(foreign), []);
  });

  it("the browser has no complaint, and the hosts' headers forbid nothing that is there", () => {
    assert.deepEqual(gather((it) => it.said), []);
  });

  it("no page has to be scrolled sideways at 320 pixels", () => {
    assert.deepEqual(gather((it) => (it.width > 320 ? [it.width] : [])), []);
  });

  it("a link that stands alone is at least 44 pixels high", () => {
    const small = (it) => it.targets.filter((it) => it.height < FINGER).map((it) => `${it.text}: ${it.height}`);
    assert.deepEqual(gather(small), []);
  });

  it("every link between pages leads to a page and to a place on it", () => {
    const base = room.site.at("");
    const places = new Set(sheets.flatMap((it) => [it.name, ...it.ids.map((id) => `${it.name}#${id}`)]));
    const lost = (it) => {
      const inside = it.links.filter((it) => !/^(tel|mailto|sms):|^https:/.test(it));
      return inside.filter((it) => !it.startsWith(base) || !places.has(decodeURIComponent(it.slice(base.length))));
    };
    assert.deepEqual(gather(lost), []);
  });

  it("a link to a file that is kept says what it weighs", () => {
    const files = (it) => it.files.map(({ name, text }) => {
      const { size } = statSync(join(room.folder, SCHOOL, it.name, "..", name));
      return `${name}: ${text.includes(` ${Math.ceil(size / 1000)} KB`)}`;
    });
    assert.ok(gather(files).length > 3);
    assert.deepEqual(gather(files).filter((it) => it.endsWith("false")), []);
  });

  it("a pictogram has at most 1 KB", () => {
    assert.ok(gather((it) => it.pictograms).length > 50);
    assert.deepEqual(gather((it) => it.pictograms.filter((it) => it > 1024)), []);
  });

  it("with scripts off, nothing is missing", async () => {
    const read = async (javaScriptEnabled) => {
      const context = await room.browser.newContext({ viewport: PHONE, javaScriptEnabled });
      const page = await context.newPage();
      const texts = [];
      // The index shows its search where scripts run: search.test.js.
      for (const name of kindsOf(room.folder).filter((it) => !it.endsWith("indeks.html"))) {
        await page.goto(room.site.at(name));
        texts.push([name, await page.locator("body").innerText()]);
      }
      await context.close();
      return texts;
    };
    const without = await read(false);
    assert.ok(without.every(([, text]) => text.length > 40));
    assert.deepEqual(without, await read(true));
  });

  it("no page is heavier than it may be", () => {
    const weight = (name) => execFileSync("gzip", ["-9nc", join(room.folder, SCHOOL, name)]).length;
    const other = (name) => (name.endsWith("indeks.html") ? INDEX : ANY);
    const limit = (name) => (FIRST_PAGES.includes(name) ? FIRST : other(name));
    const pages = sheets.filter(({ name }) => !BOOKS.test(name)).map(({ name }) => name);
    assert.deepEqual(pages.filter((it) => weight(it) > limit(it)).map((it) => `${it}: ${weight(it)}`), []);
    const books = sheets.filter(({ name }) => BOOKS.test(name)).map(({ name }) => statSync(join(room.folder, SCHOOL, name)).size);
    assert.equal(books.length, 3);
    assert.ok(books.every((it) => it <= 100_000), `${books}`);
  });
});
