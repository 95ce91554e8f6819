const pages = {
"index.html":"9bf4eab9",
"guru.html":"45c1f7c3",
"konselor.html":"b6fc6587",
"kepala.html":"e2d42286",
"konselor-semua.html":"f41669b3",
"guru-kelas.html":"1e8c5a73",
"protokol.html":"3c308bcf",
"protokol-p01-cerita.html":"20be5854",
"protokol-p02-pulang.html":"ffc1e9d2",
"kebijakan.html":"27cdd40c",
"kebijakan-kode.html":"0b74bd4b",
"rujukan.html":"eca7c6f1",
"istilah.html":"553cff6a",
"hukum.html":"eb8ae702",
"tentang.html":"7365c6b8",
"tabel.html":"d6cc04b3",
};
const scope = registration.scope;
const key = (name) => scope + name + "?" + pages[name];
async function keep() {
const shelf = await caches.open(scope);
for (const name in pages) {
if (await shelf.match(key(name))) continue;
const found = await fetch(scope + name, {cache: "no-cache"});
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
