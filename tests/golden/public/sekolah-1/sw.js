const pages = {
"index.html":"3efc8980",
"guru.html":"0b03e006",
"konselor.html":"5898ec07",
"kepala.html":"02e6c7ff",
"konselor-semua.html":"03c66828",
"guru-kelas.html":"e84b9f70",
"protokol.html":"b21d4369",
"protokol-p01-cerita.html":"7b68ebae",
"protokol-p02-pulang.html":"64260b85",
"formulir.html":"0c8b77ee",
"formulir-catatan.html":"7fcd4cb5",
"formulir-latihan.html":"c4ccd1a3",
"kebijakan.html":"532d0fa4",
"kebijakan-aduan.html":"bb82eb4a",
"kebijakan-kode.html":"b12d8de3",
"rujukan.html":"e9d61087",
"istilah.html":"fd8da192",
"hukum.html":"f5ecee2d",
"tentang.html":"b2a6460e",
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
