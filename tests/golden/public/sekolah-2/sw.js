const pages = {
"index.html":"ee607f25",
"guru.html":"98bd557c",
"konselor.html":"2c7875a9",
"kepala.html":"f2626d99",
"konselor-semua.html":"624aeade",
"guru-kelas.html":"6c69cf43",
"protokol.html":"3e4040c3",
"protokol-p01-cerita.html":"2318b607",
"protokol-p02-pulang.html":"d1076685",
"kebijakan.html":"892fa522",
"kebijakan-kode.html":"2749d86f",
"rujukan.html":"82d767f9",
"istilah.html":"193fb935",
"hukum.html":"3dd417fa",
"tentang.html":"9ea208ff",
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
