// How long a first view takes on the networks that matter. A first connection is
// four round trips (name, TCP, TLS, the page) and the bytes of its handshake;
// the browser's emulation knows one, so the others are added to it.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { PHONE, open } from "./support.js";

/** Bits in a second, and a round trip in milliseconds. */
const NETWORKS = { EDGE: [240_000, 840], GPRS: [50_000, 500] };
/** How many round trips there are before the first byte of a page. */
const TRIPS = 4;
/** The bytes of a handshake. */
const HANDSHAKE = 3_500;
/** What a first view may take, in milliseconds. */
const FIRST_VIEW = 4_000;

let room;
before(async () => {
  room = await open();
});
after(() => room.close());

describe("a first view", () => {
  for (const [network, [bits, trip]] of Object.entries(NETWORKS)) {
    for (const name of ["index.html", "a.html", "konselor.html"]) {
      it(`of ${name} takes no more than four seconds on ${network}`, async (test) => {
        const context = await room.browser.newContext({ viewport: PHONE, serviceWorkers: "block" });
        const page = await context.newPage();
        const session = await context.newCDPSession(page);
        await session.send("Network.enable");
        await session.send("Network.emulateNetworkConditions", {
          offline: false,
          latency: TRIPS * trip + HANDSHAKE * 8_000 / bits,
          downloadThroughput: bits / 8,
          uploadThroughput: bits / 8,
        });
        await page.goto(room.site.at(name));
        const paint = await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime);
        const seen = await paint.jsonValue();
        test.diagnostic(`${name} on ${network}: ${(seen / 1000).toFixed(1)} s`);
        assert.ok(seen <= FIRST_VIEW, `${seen} ms`);
        await context.close();
      });
    }
  }
});
