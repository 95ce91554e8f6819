const pages = {
"index.html":"1d2866c5",
"guru.html":"0f1553d4",
"konselor.html":"5cff25c9",
"kepala.html":"9b09941d",
"konselor-semua.html":"2b07d686",
"guru-kelas.html":"3c38796d",
"protokol.html":"d4b00564",
"protokol-p01-cerita.html":"058e1980",
"protokol-p02-pulang.html":"56d51389",
"kebijakan.html":"86647d0b",
"kebijakan-aduan.html":"228c63f2",
"kebijakan-kode.html":"95a2764f",
"rujukan.html":"0997ca32",
"istilah.html":"0a25f6e6",
"hukum.html":"2ab310d6",
"tentang.html":"bc8cf12e",
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
