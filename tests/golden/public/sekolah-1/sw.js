const pages = {
"index.html":"dfee507e",
"guru.html":"313832a6",
"konselor.html":"1a72fd18",
"kepala.html":"3d0f6efc",
"konselor-semua.html":"27fb38ef",
"guru-kelas.html":"9a3f037a",
"protokol.html":"98a9811e",
"protokol-p01-cerita.html":"f35225f4",
"protokol-p02-pulang.html":"cf313100",
"formulir.html":"a7808258",
"formulir-catatan.html":"4d8da785",
"formulir-latihan.html":"52cfb31d",
"kebijakan.html":"66fc014a",
"kebijakan-aduan.html":"1adf637e",
"kebijakan-kode.html":"8566ba67",
"rujukan.html":"0e50f523",
"istilah.html":"6b55b1ec",
"hukum.html":"aa711409",
"indeks.html":"9b4a9905",
"tentang.html":"2621f147",
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
