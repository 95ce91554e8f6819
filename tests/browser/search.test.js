// The index from A to Z and the search in it: roots of words as the program
// finds them, entries that fit, nothing asked of anybody.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import { SCHOOL, open } from "./support.js";

const ROOT = join(import.meta.dirname, "../..");
const INDEX = "indeks.html";

let room;
before(async () => { room = await open(); });
after(() => room.close());

/** Opens the index; what it asks for and complains about is written down. */
async function visit(scripts = true) {
  const context = await room.browser.newContext({ javaScriptEnabled: scripts });
  const page = await context.newPage();
  const asked = [];
  const said = [];
  page.on("request", (it) => asked.push(it.url()));
  page.on("console", (it) => it.text().includes("Permissions-Policy") || said.push(it.text()));
  page.on("pageerror", (it) => said.push(it.message));
  await page.goto(room.site.at(INDEX));
  const shown = () => page.locator(".az li:visible").allTextContents();
  return { context, page, asked, said, shown };
}

describe("the index", () => {
  it("has the roots that the program has", () => {
    const script = readFileSync(join(ROOT, "src/render/search/root.js"), "utf8");
    const root = new Function(`${script}; return root`)();
    const pairs = readFileSync(join(ROOT, "tests/fixtures/roots.txt"), "utf8").trim().split("\n");
    for (const [word, expected] of pairs.map((it) => it.split(" "))) assert.equal(root(word), expected, word);
    assert.ok(pairs.length > 40);
  });

  it("weighs at most 12 KB with its script and data", () => {
    const bytes = gzipSync(readFileSync(join(room.folder, SCHOOL, INDEX)), { level: 9 }).length;
    assert.ok(bytes <= 12 * 1024, `${bytes}`);
  });

  it("is whole without scripts, and has no search then", async () => {
    const { context, page, shown } = await visit(false);
    assert.ok((await shown()).length > 50);
    assert.equal(await page.locator("#q").isVisible(), false);
    await context.close();
  });

  it("finds the same by every word of a family, and asks nobody", async () => {
    room.site.sent.length = 0;
    const { context, page, asked, said, shown } = await visit();
    const all = await shown();
    const find = async (word) => { await page.fill("#q", word); return shown(); };
    const found = await find("melaporkan");
    assert.ok(found.length > 0 && found.length < all.length, `${found.length} of ${all.length}`);
    assert.ok(found.some((it) => /lapor/i.test(it)), found.join(", "));
    assert.deepEqual(await find("pelaporan"), found);
    assert.deepEqual(await find("Melaporkan  "), found);
    assert.ok((await find("melaporkan guru")).length <= found.length);
    for (const number of ["P13", "p13", "P 13", "p-13"]) assert.deepEqual(await find(number), ["Anak ingin mati atau menyakiti diri"], number);
    assert.ok((await find("P 01")).includes("Konten seksual di grup kelas atau WhatsApp"));
    assert.deepEqual(await find("P99"), []);
    assert.deepEqual(await find("zzzz"), []);
    assert.deepEqual(await find(""), all);
    // The neutral page behind the way out is fetched ahead, once: whoever asks for it
    // again, as for a picture, has it.
    assert.deepEqual([...new Set(asked)], [INDEX, "tabel.html"].map((it) => room.site.at(it)));
    const sent = room.site.sent.map(({ path }) => path.replace(/^.*\//, ""));
    assert.deepEqual(sent, [INDEX, "tabel.html"]);
    assert.deepEqual(said, []);
    await context.close();
  });
});
