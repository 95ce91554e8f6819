const pages = {
"index.html":"29bd66a1",
"guru.html":"b4a87156",
"konselor.html":"ae0893e4",
"kepala.html":"8acec8a6",
"konselor-semua.html":"339c4cf7",
"guru-kelas.html":"0e2f17a1",
"protokol.html":"0bf6a8ec",
"protokol-p01-cerita.html":"2f4ba740",
"protokol-p02-pulang.html":"73cbc1f5",
"formulir.html":"a7808258",
"formulir-catatan.html":"4d8da785",
"formulir-latihan.html":"52cfb31d",
"kebijakan.html":"66fc014a",
"kebijakan-aduan.html":"b4e807a5",
"kebijakan-kode.html":"8566ba67",
"rujukan.html":"d2ced5ee",
"istilah.html":"6b55b1ec",
"hukum.html":"aa711409",
"indeks.html":"66faab7d",
"tentang.html":"b2a58976",
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
