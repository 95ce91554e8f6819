// Takes docs/screenshot.png: a telephone's view of a first page beside a
// counsellor's protocol, from the built sample.
//
// `npm run screenshot`; squeeze it afterwards, for instance with pngquant.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { open } from "./support.js";

const { site, browser, close } = await open();

/** A page as it looks on a screen of that size. */
async function view(name, width, height) {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.goto(site.at(name));
  const png = await page.screenshot();
  await page.close();
  return `<img src="data:image/png;base64,${png.toString("base64")}" width="${width}" height="${height}">`;
}

const page = await browser.newPage({ viewport: { width: 1240, height: 760 } });
const views = [await view("index.html", 360, 700), await view("protokol-g0-umum.html", 800, 700)];
await page.setContent(`<style>
  body { margin: 0; padding: 24px; display: flex; gap: 24px; background: #d8dccb }
  img { border-radius: 16px; border: 1px solid #14302a }
</style>${views.join("")}`);
await page.screenshot({ path: join(import.meta.dirname, "../../docs/screenshot.png") });
await close();
