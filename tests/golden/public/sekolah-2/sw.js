const pages = {
"index.html":"1a4902ed",
"guru.html":"f49b95e6",
"konselor.html":"241fcd63",
"kepala.html":"4df1d3ab",
"konselor-semua.html":"71bb85ca",
"guru-kelas.html":"67662dfb",
"protokol.html":"b3ea2b34",
"protokol-p01-cerita.html":"91e00ffb",
"protokol-p02-pulang.html":"9ffe8c99",
"formulir.html":"5f6621e7",
"formulir-catatan.html":"7d32718d",
"formulir-latihan.html":"235c87de",
"kebijakan.html":"c13ea441",
"kebijakan-kode.html":"d6e4e101",
"rujukan.html":"93c976aa",
"istilah.html":"0f4db477",
"hukum.html":"77cb8256",
"indeks.html":"d586f1c8",
"tentang.html":"5fe53e04",
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
