const pages = {
"index.html":"7fcf3ad2",
"guru.html":"929480a6",
"konselor.html":"a596a67b",
"kepala.html":"f122274f",
"konselor-semua.html":"c86f24f3",
"guru-kelas.html":"688c863b",
"protokol.html":"6570c0b1",
"protokol-p01-cerita.html":"dee90b3c",
"protokol-p02-pulang.html":"c2b510e5",
"formulir.html":"b1eebfd0",
"formulir-catatan.html":"bccd8960",
"formulir-latihan.html":"99496edb",
"kebijakan.html":"1abc0d60",
"kebijakan-aduan.html":"a6b8b542",
"kebijakan-kode.html":"e1a0e066",
"rujukan.html":"d01a274f",
"istilah.html":"08cb8039",
"hukum.html":"e9008043",
"indeks.html":"f6a446f8",
"tentang.html":"aed700ad",
"tabel.html":"bdb3defd",
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
