const pages = {
"index.html":"49d8611a",
"guru.html":"31a93321",
"konselor.html":"04e8b453",
"kepala.html":"663e75db",
"konselor-semua.html":"cead40ae",
"guru-kelas.html":"165c5ccf",
"protokol.html":"df5da51f",
"protokol-p01-cerita.html":"8bbee8ba",
"protokol-p02-pulang.html":"c8ff3034",
"formulir.html":"16ce4dab",
"formulir-catatan.html":"1218e885",
"formulir-latihan.html":"4808da07",
"kebijakan.html":"ddd744f1",
"kebijakan-aduan.html":"079ed003",
"kebijakan-kode.html":"56a213a6",
"rujukan.html":"31610200",
"istilah.html":"662ed3d6",
"hukum.html":"f1a45df1",
"tentang.html":"b83481ed",
"tabel.html":"b31ed79a",
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
