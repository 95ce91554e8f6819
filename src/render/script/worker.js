// Keeps the pages for staff on the telephone, so that they open without a
// network. Above this line stands the list: the name of each page with a mark of
// its text. What is not listed passes by untouched, children's pages first of all.
const scope = registration.scope;
const key = (name) => scope + name + "?" + pages[name];

// One after the other: whoever is reading goes first. A page that is there from
// before is not asked for again, so what was cut off goes on where it stopped.
async function keep() {
    const shelf = await caches.open(scope);
    for (const name in pages) {
        if (await shelf.match(key(name))) continue;
        const found = await fetch(scope + name, {cache: "no-cache"});
        // Some hosts lead to a shorter address; what was led cannot be shown.
        if (found.ok) await shelf.put(key(name), new Response(await found.blob(), {headers: found.headers}));
    }
    await skipWaiting();
}

async function tidy() {
    const shelf = await caches.open(scope);
    const kept = Object.keys(pages).map(key);
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
