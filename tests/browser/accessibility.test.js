// Can everybody read it: axe, narrow screens, dark, forced colours, paper.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import axe from "axe-core";
import { PHONE, build, contrasts, kindsOf, open, pagesOf, serve } from "./support.js";

/** What axe looks for. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The way out stands before all landmarks: the rule that blanks a page without
 * scripts hides what follows it. */
const RULES = { region: { enabled: false } };
/** How pages are looked at. */
const LOOKS = {
  "in light": { viewport: PHONE, colorScheme: "light" },
  "in the dark, with motion reduced": { viewport: PHONE, colorScheme: "dark", reducedMotion: "reduce" },
  "at 320 pixels": { viewport: { width: 320, height: 640 } },
  "at 1280 pixels and 400 %": { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
  "with forced colours, on white": { viewport: PHONE, forcedColors: "active", colorScheme: "light" },
  "with forced colours, on black": { viewport: PHONE, forcedColors: "active", colorScheme: "dark" },
};

let room;
let kinds;
before(async () => {
  room = await open();
  kinds = kindsOf(room.folder).map((it) => room.site.at(it));
  kinds.push(room.site.at("index.html", "."));
});
after(() => room.close());

describe("accessibility", () => {
  /** What axe finds on pages that are looked at in such a way. */
  const found = async (look, urls) => {
    const context = await room.browser.newContext(look);
    const page = await context.newPage();
    const all = [];
    for (const url of urls) {
      await page.goto(url);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(([runOnly, rules]) => {
        // With forced colours Chromium still tells the colour of the style sheet
        // where axe asks for the colour that letters are filled with, and paints
        // the forced one. The next test looks at the paint.
        if (matchMedia("(forced-colors: active)").matches) {
          const get = CSSStyleDeclaration.prototype.getPropertyValue;
          CSSStyleDeclaration.prototype.getPropertyValue = function (name) {
            return get.call(this, name === "-webkit-text-fill-color" ? "color" : name);
          };
        }
        return axe.run({ runOnly, rules, resultTypes: ["violations"] });
      }, [TAGS, RULES]);
      const say = (it) => `${url}: ${it.id}: ${it.nodes.map((node) => node.html).join(" ")}`;
      all.push(...violations.map(say));
    }
    await context.close();
    return all;
  };
  for (const [name, look] of Object.entries(LOOKS)) {
    it(`axe finds nothing on any kind of page ${name}`, async () => {
      const halves = [0, 1].map((half) => kinds.filter((_, at) => at % 2 === half));
      const all = await Promise.all(halves.map((it) => found(look, it)));
      assert.deepEqual(all.flat(), []);
    });
  }

  for (const colorScheme of ["light", "dark"]) {
    it(`with forced colours the way out and the numbers are painted to be read, ${colorScheme}`, async () => {
      const context = await room.browser.newContext({ viewport: { width: 360, height: 1600 }, forcedColors: "active", colorScheme });
      const page = await context.newPage();
      let seen = 0;
      for (const name of ["index.html", "a.html", "konselor.html", "rujukan.html", "404.html", "semua.html"]) {
        await page.goto(room.site.at(name));
        // The letters themselves, without the border of what they stand in.
        const texts = await page.locator(".x, .n, .n b").evaluateAll((all) => all.map((it) => {
          const range = document.createRange();
          range.selectNodeContents([...it.childNodes].findLast((it) => it.nodeType === Node.TEXT_NODE && it.data.trim()) ?? it);
          return { text: range.toString(), box: range.getBoundingClientRect().toJSON() };
        }).filter(({ box }) => box.width > 0 && box.top > 0 && box.bottom < innerHeight));
        const png = (await page.screenshot()).toString("base64");
        const ratios = await contrasts(room.browser, png, texts.map((it) => it.box));
        const faint = texts.filter((_, at) => !(ratios[at] >= 4.5));
        assert.deepEqual(faint.map((it) => `${name}: ${it.text}`), []);
        seen += texts.length;
      }
      assert.ok(seen > 40, `${seen}`);
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
