const pages = {
"index.html":"6fd75ec6",
"guru.html":"fe5faa67",
"konselor.html":"641addab",
"kepala.html":"5626238f",
"konselor-semua.html":"53d0ae32",
"guru-kelas.html":"c202e7d0",
"protokol.html":"45309a8c",
"protokol-p01-cerita.html":"5fcfd182",
"protokol-p02-pulang.html":"a729d56e",
"formulir.html":"77519250",
"formulir-catatan.html":"d0c15743",
"formulir-latihan.html":"c6bfae86",
"kebijakan.html":"76a169b6",
"kebijakan-aduan.html":"00828f38",
"kebijakan-kode.html":"e499d0dc",
"rujukan.html":"3919da35",
"istilah.html":"05e30b4c",
"hukum.html":"d6cc50c0",
"indeks.html":"1853fe4e",
"tentang.html":"84b53a64",
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
