const pages = {
"index.html":"0622d4ba",
"guru.html":"70f143ac",
"konselor.html":"7d9a0c01",
"kepala.html":"c15dd631",
"konselor-semua.html":"2aa0d1f7",
"guru-kelas.html":"6b760d5e",
"protokol.html":"75dfc381",
"protokol-p01-cerita.html":"7e734959",
"protokol-p02-pulang.html":"17ad4028",
"formulir.html":"a5353d99",
"formulir-catatan.html":"648326c1",
"formulir-latihan.html":"053e84c4",
"kebijakan.html":"ed9f7e57",
"kebijakan-kode.html":"388df4ae",
"rujukan.html":"98ed47f9",
"istilah.html":"c5bae2e0",
"hukum.html":"5ec3afa2",
"indeks.html":"1c28db96",
"tentang.html":"71545875",
"tabel.html":"44dd0a3b",
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
