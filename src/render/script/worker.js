// Keeps the pages for staff on the telephone, so that they open without a
// network. Above this line stands the list: the name of each page with two marks,
// of its text and of its stencil. What is not listed passes by untouched,
// children's pages first of all.
const scope = registration.scope;
const key = (name) => scope + name + "?" + pages[name];
const packet = scope + "isi.bin";
const anew = (url) => fetch(url, {cache: "no-cache"});
// The stencils of all pages and what most schools fill into them, from bytes that
// are compressed.
const unpacked = (bytes) => new Response(bytes.stream().pipeThrough(new DecompressionStream("gzip"))).json();

// A page that is there from before is not asked for again, so what was cut off
// goes on where it stopped.
async function keep() {
    const shelf = await caches.open(scope);
    const missing = [];
    for (const name in pages) if (!await shelf.match(key(name))) missing.push(name);
    // One page alone is lighter than what fills them all. Whatever fails, and on
    // browsers that cannot unpack, pages come one after the other.
    if (missing.length > 1) await stamp(shelf, missing).catch(() => 0);
    for (const name of missing) {
        if (await shelf.match(key(name))) continue;
        const found = await anew(scope + name);
        // Some hosts lead to a shorter address; what was led cannot be shown.
        if (found.ok) await shelf.put(key(name), new Response(await found.blob(), {headers: found.headers}));
    }
    await skipWaiting();
}

// Makes pages out of their stencils: those of the packet that is kept, as far as
// their marks are today's. A new packet weighs as much as a quarter of the pages.
async function stamp(shelf, missing) {
    const kept = await shelf.match(packet);
    let has = {sheets: {}};
    if (kept) has = await unpacked(await kept.blob()).catch(() => has);
    const fitting = () => missing.filter((it) => has.sheets[it] && pages[it].endsWith(has.sheets[it][0]));
    if (4 * (missing.length - fitting().length) > Object.keys(pages).length && self.DecompressionStream) {
        const found = await anew(packet);
        if (!found.ok) return;
        const bytes = await found.blob();
        has = await unpacked(bytes);
        await shelf.put(packet, new Response(bytes));
    }
    const names = fitting();
    if (names.length < 2) return;
    const found = await anew(scope + "isi.json");
    const fills = {...has.fills, ...await found.json()};
    // What the host says of its pages it says of this file, but for these.
    const headers = new Headers(found.headers);
    for (const it of ["content-encoding", "content-length", "etag", "last-modified"]) headers.delete(it);
    headers.set("content-type", "text/html; charset=utf-8");
    for (const name of names) {
        const text = has.sheets[name][1].map((it, at) => at % 2 ? fills[it] : it);
        if (text.every((it) => it != null)) await shelf.put(key(name), new Response(text.join(""), {headers}));
    }
}

async function tidy() {
    const shelf = await caches.open(scope);
    const kept = [packet, ...Object.keys(pages).map(key)];
    for (const {url} of await shelf.keys()) {
        if (!kept.includes(url)) await shelf.delete(url);
    }
    await clients.claim();
}

async function show(name, request) {
    const shelf = await caches.open(scope);
    return await shelf.match(key(name)) || fetch(request);
}

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(tidy()));
addEventListener("fetch", (event) => {
    const [address] = event.request.url.split(/[?#]/);
    if (event.request.method != "GET" || !address.startsWith(scope)) return;
    const rest = address.slice(scope.length) || "index";
    const name = [rest, rest + ".html"].find((it) => it in pages);
    if (name) event.respondWith(show(name, event.request));
});
