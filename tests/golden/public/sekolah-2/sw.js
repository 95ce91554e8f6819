const pages = {
"index.html":"e648e59b",
"guru.html":"fc9acaee",
"konselor.html":"1ce5fc4c",
"kepala.html":"f8d64255",
"konselor-semua.html":"2b8549fd",
"guru-kelas.html":"51368b30",
"protokol.html":"c726f3f2",
"protokol-p01-cerita.html":"50493e05",
"protokol-p02-pulang.html":"e0f051b5",
"formulir.html":"7ccfe122",
"formulir-catatan.html":"5bcc1863",
"formulir-latihan.html":"6ced6c9b",
"kebijakan.html":"0a04bbdd",
"kebijakan-kode.html":"52c65d8a",
"rujukan.html":"ff9231fc",
"istilah.html":"529292cd",
"hukum.html":"82cfb7e4",
"tentang.html":"3a70b5ae",
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
