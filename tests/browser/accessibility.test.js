// Can everybody read it: axe, narrow screens, dark, forced colours, paper.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import axe from "axe-core";
import { PHONE, build, kindsOf, open, pagesOf, serve } from "./support.js";

/** What axe looks for; colours are looked at twice, in light and in the dark. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

let room;
let kinds;
before(async () => {
  room = await open();
  kinds = kindsOf(room.folder).map((it) => room.site.at(it));
  kinds.push(room.site.at("index.html", "."));
});
after(() => room.close());

describe("accessibility", () => {
  const schemes = { light: TAGS, dark: ["color-contrast"] };
  for (const [colorScheme, runOnly] of Object.entries(schemes)) {
    it(`axe finds nothing on any kind of page, ${colorScheme}`, async () => {
      const context = await room.browser.newContext({ viewport: PHONE, colorScheme });
      const page = await context.newPage();
      const found = [];
      for (const url of kinds) {
        await page.goto(url);
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate((runOnly) => axe.run({ runOnly, resultTypes: ["violations"] }), runOnly);
        const say = (it) => `${url}: ${it.id}: ${it.nodes.map((node) => node.html).join(" ")}`;
        found.push(...violations.map(say));
      }
      assert.deepEqual(found, []);
      await context.close();
    });
  }

  it("no kind of page has to be scrolled sideways at 1280 pixels and 400 %", async () => {
    const context = await room.browser.newContext({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });
    const page = await context.newPage();
    const wide = [];
    for (const url of kinds) {
      await page.goto(url);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 320) wide.push(`${url}: ${width}`);
    }
    assert.deepEqual(wide, []);
    await context.close();
  });

  it("everything that stands alone and can be touched is at least 44 pixels wide and high", async () => {
    const context = await room.browser.newContext({ viewport: PHONE });
    const page = await context.newPage();
    const small = [];
    for (const url of kinds.filter((it) => !it.endsWith("/tabel.html"))) {
      await page.goto(url);
      const found = await page.evaluate(() => [...document.querySelectorAll("a[href], input")].filter((it) => {
        const alone = getComputedStyle(it).display !== "inline" || it.parentElement.textContent.trim() === it.textContent.trim();
        const { width, height } = it.getBoundingClientRect();
        return alone && height > 0 && (width < 44 || height < 44);
      }).map((it) => it.outerHTML.slice(0, 60)));
      small.push(...found.map((it) => `${url}: ${it}`));
    }
    assert.deepEqual(small, []);
    await context.close();
  });

  it("no table breaks a word, and none makes the page wider", async () => {
    const context = await room.browser.newContext({ viewport: PHONE });
    const page = await context.newPage();
    const tables = pagesOf(room.folder).filter((it) => /^(formulir|kebijakan|konselor|kepala|guru|orang-tua)-/.test(it));
    let cells = 0;
    for (const name of tables) {
      await page.goto(room.site.at(name));
      const { broken, count, wide } = await page.evaluate(() => {
        const all = [...document.querySelectorAll("th, td")];
        const lines = (node, from, to) => {
          const range = document.createRange();
          range.setStart(node, from);
          range.setEnd(node, to);
          return range.getClientRects().length;
        };
        const words = (cell) => {
          const texts = [];
          const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) texts.push(walk.currentNode);
          return texts.flatMap((node) => [...node.data.matchAll(/[\p{L}\p{N}]+/gu)]
            .filter((it) => lines(node, it.index, it.index + it[0].length) > 1).map((it) => it[0]));
        };
        return { broken: all.flatMap(words), count: all.length, wide: document.documentElement.scrollWidth > innerWidth };
      });
      cells += count;
      assert.deepEqual([name, broken, wide], [name, [], false]);
    }
    assert.ok(cells > 50, `${cells}`);
    await context.close();
  });

  it("a letter on paper says nothing about help, nor where it comes from", async () => {
    const page = await room.browser.newPage();
    await page.emulateMedia({ media: "print" });
    const letters = pagesOf(room.folder).filter((it) => /^formulir-surat-/.test(it));
    assert.ok(letters.length > 3);
    for (const name of letters) {
      await page.goto(room.site.at(name));
      for (const part of [".x", ".up", ".note", "hgroup p", ".help", "footer"]) {
        const seen = await page.locator(part).evaluateAll((all) => all.filter((it) => it.checkVisibility()).length);
        assert.equal(seen, 0, `${name}: ${part}`);
      }
      assert.ok(await page.locator("main h1").isVisible(), name);
      assert.equal(await page.locator("main > .typed").innerText(), "Contoh", name);
    }
    await page.goto(room.site.at("formulir-surat-orang-tua-undangan.html"));
    assert.doesNotMatch(await page.locator("body").innerText(), /\d{3}|bantuan:|bahaya|lapor|kekerasan|lindung/i);
    await page.close();
  });

  it("a letter says as little on paper where many pages lie in one file", async () => {
    const folder = build(undefined, undefined, ["--layout", "compact"]);
    const site = await serve(folder);
    const page = await room.browser.newPage();
    await page.emulateMedia({ media: "print" });
    const name = "formulir-surat-orang-tua-undangan";
    await page.goto(site.at(`protokol.html#${name}`));
    const letter = page.locator(`#${name}`);
    assert.ok(await letter.locator("h2").first().isVisible());
    assert.equal(await letter.locator(".typed").innerText(), "Contoh");
    assert.equal(await page.locator("main > :not(:target)").evaluateAll((all) => all.filter((it) => it.checkVisibility()).length), 0);
    assert.doesNotMatch(await page.locator("body").innerText(), /\d{3}|bantuan:|bahaya|lapor|kekerasan|lindung/i);
    // Any other section, and the whole file, print as they are.
    await page.goto(site.at("protokol.html#protokol-p13-bunuh-diri"));
    assert.ok(await page.locator("main h1").isVisible());
    await page.close();
    site.close();
  });

  const looks = { "with forced colours": { forcedColors: "active" }, "in print": { media: "print" } };
  for (const [look, media] of Object.entries(looks)) {
    it(`${look}, no number is lost or unreadable`, async () => {
      const page = await room.browser.newPage();
      const numbers = () => page.evaluate(() => {
        const ground = (it) => {
          for (let box = it; box; box = box.parentElement) {
            const colour = getComputedStyle(box).backgroundColor;
            if (!/, 0\)$/.test(colour)) return colour;
          }
          return "rgb(255, 255, 255)";
        };
        const links = [...document.querySelectorAll("a[href^='tel:'], a[href*='wa.me/']")];
        return links.map((it) => {
          const digits = it.querySelector("strong") ?? it.querySelector("b") ?? it;
          const box = digits.getBoundingClientRect();
          const seen = digits.checkVisibility({ opacityProperty: true, visibilityProperty: true });
          const inked = getComputedStyle(digits).color !== ground(digits);
          return `${it.getAttribute("href")} ${seen && inked && box.width > 8 && box.height > 8}`;
        });
      });
      for (const url of kinds) {
        await page.emulateMedia({ media: null, forcedColors: null });
        await page.goto(url);
        const screen = await numbers();
        await page.emulateMedia(media);
        assert.deepEqual(await numbers(), screen, url);
        assert.ok(screen.every((it) => it.endsWith(" true")), `${url}: ${screen}`);
      }
      await page.close();
    });
  }
});
