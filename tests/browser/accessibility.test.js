// Can everybody read it: axe, narrow screens, dark, forced colours, paper.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import axe from "axe-core";
import { PHONE, kindsOf, open } from "./support.js";

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
