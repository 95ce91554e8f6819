const pages = {
"index.html":"7a7b1949",
"guru.html":"917dfff0",
"konselor.html":"ddb43cc1",
"kepala.html":"91271667",
"konselor-semua.html":"729bff73",
"guru-kelas.html":"bcd5bc98",
"protokol.html":"af8a25e1",
"protokol-p01-cerita.html":"3b012d85",
"protokol-p02-pulang.html":"524d1c93",
"kebijakan.html":"fa2ea5df",
"kebijakan-aduan.html":"a4371ad1",
"kebijakan-kode.html":"3435004e",
"rujukan.html":"b4b9efbe",
"istilah.html":"02d013f9",
"hukum.html":"5a68a891",
"tentang.html":"06c7182b",
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
