const pages = {
"index.html":"f59ba55d",
"guru.html":"6a216f3a",
"konselor.html":"3dc3ea46",
"kepala.html":"0567f415",
"konselor-semua.html":"3bafcd20",
"guru-kelas.html":"4c70bd8f",
"protokol.html":"9287d464",
"protokol-p01-cerita.html":"acef0629",
"protokol-p02-pulang.html":"0e7e544c",
"formulir.html":"701a4bee",
"formulir-catatan.html":"93a58adc",
"formulir-latihan.html":"2dd30dec",
"kebijakan.html":"25d990fd",
"kebijakan-aduan.html":"9ccb6b18",
"kebijakan-kode.html":"4d51a81f",
"rujukan.html":"8c9aaa6b",
"istilah.html":"c3cebf68",
"hukum.html":"0327ce2d",
"indeks.html":"aa002a11",
"tentang.html":"b7ba089e",
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
