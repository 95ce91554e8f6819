// Every page of the sample is HTML as the Nu checker understands it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { SCHOOL, build } from "./support.js";

const CHECKER = join(import.meta.dirname, "node_modules/vnu-jar/build/dist/vnu.jar");

let folder;
before(() => {
  folder = build();
});
after(() => rmSync(folder, { recursive: true }));

/** What the checker says about a folder or file. */
function errors(path) {
  const options = ["-jar", CHECKER, "--errors-only", "--skip-non-html", path];
  const { error, stderr } = spawnSync("java", options, { encoding: "utf8" });
  if (error) throw error;
  return stderr.trim();
}

describe("validity", () => {
  it("the checker finds no error in any page", () => {
    assert.equal(errors(join(folder, SCHOOL)), "");
  });

  it("the checker would find one", () => {
    const page = join(folder, "broken.html");
    writeFileSync(page, "<!doctype html><html lang=id><title>a</title><p><ul id=a id=a></p>");
    assert.notEqual(errors(page), "");
  });
});
