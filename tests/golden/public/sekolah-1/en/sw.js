const pages = {
"index.html":"ed9d1aaf",
"guru.html":"f4014923",
"konselor.html":"a5a4ed87",
"kepala.html":"065aee1c",
"konselor-semua.html":"c7f11089",
"guru-kelas.html":"85a850e8",
"protokol.html":"afd8ad63",
"protokol-p01-cerita.html":"fa916495",
"protokol-p02-pulang.html":"099a7b86",
"formulir.html":"701a4bee",
"formulir-catatan.html":"93a58adc",
"formulir-latihan.html":"2dd30dec",
"kebijakan.html":"25d990fd",
"kebijakan-aduan.html":"f093c539",
"kebijakan-kode.html":"4d51a81f",
"rujukan.html":"cbef044d",
"istilah.html":"c3cebf68",
"hukum.html":"0327ce2d",
"indeks.html":"aa002a11",
"tentang.html":"4a05841d",
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
