const pages = {
"index.html":"f452f364",
"guru.html":"68176093",
"konselor.html":"68f43605",
"kepala.html":"63ed8009",
"konselor-semua.html":"0f107aa3",
"guru-kelas.html":"da360a77",
"protokol.html":"3208c6b7",
"protokol-p01-cerita.html":"225dab63",
"protokol-p02-pulang.html":"2dfa0624",
"formulir.html":"a5353d99",
"formulir-catatan.html":"c707618c",
"formulir-latihan.html":"053e84c4",
"kebijakan.html":"ed9f7e57",
"kebijakan-kode.html":"d40f5f46",
"rujukan.html":"0d17a99f",
"istilah.html":"c5bae2e0",
"hukum.html":"5ec3afa2",
"indeks.html":"f2faa94c",
"tentang.html":"0cdbd1dc",
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
