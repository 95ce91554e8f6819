const pages = {
"index.html":"06bc317f",
"guru.html":"50e44a2d",
"konselor.html":"5a88cde8",
"kepala.html":"5eac173e",
"konselor-semua.html":"6681e5b8",
"guru-kelas.html":"4621ff11",
"protokol.html":"1038ad7b",
"protokol-p01-cerita.html":"57458940",
"protokol-p02-pulang.html":"9ec71748",
"kebijakan.html":"10ae0a9d",
"kebijakan-aduan.html":"1f275229",
"kebijakan-kode.html":"726f344c",
"rujukan.html":"edea45f0",
"istilah.html":"1af044c7",
"hukum.html":"c97f2118",
"tentang.html":"b2449fe8",
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
