const pages = {
"index.html":"d8bfbd91b7e8e13c",
"guru.html":"013428e1efc98f57",
"konselor.html":"3f49b5770f000f27",
"kepala.html":"28af8c988af8e254",
"konselor-semua.html":"e8c32a37c6f4fbaa",
"guru-kelas.html":"50e79b467f286551",
"protokol.html":"b16a37eb0c4e0eac",
"protokol-p01-cerita.html":"265adfd9d2305806",
"protokol-p02-pulang.html":"118e3740b61f1e78",
"formulir.html":"8f53accd6b06460f",
"formulir-catatan.html":"fec23c425dab26f4",
"formulir-latihan.html":"4c8d1108ac4840fe",
"kebijakan.html":"210f730d25a4b406",
"kebijakan-aduan.html":"86aa9cf936b980cb",
"kebijakan-kode.html":"988f9e8ac2c21845",
"rujukan.html":"c84a2ab5a0c6f3e8",
"istilah.html":"3ee70255abee07af",
"hukum.html":"193164d8ddd81888",
"indeks.html":"a897bbca0757f0b3",
"tentang.html":"6403778d247a3204",
"tabel.html":"bdb3defd325cefa8",
};
const scope = registration.scope;
const key = (name) => scope + name + "?" + pages[name];
const packet = scope + "isi.bin";
const anew = (url) => fetch(url, {cache: "no-cache"});
const unpacked = (bytes) => new Response(bytes.stream().pipeThrough(new DecompressionStream("gzip"))).json();
async function keep() {
const shelf = await caches.open(scope);
const missing = [];
for (const name in pages) if (!await shelf.match(key(name))) missing.push(name);
if (missing.length > 1) await stamp(shelf, missing).catch(() => 0);
for (const name of missing) {
if (await shelf.match(key(name))) continue;
const found = await anew(scope + name);
if (found.ok) await shelf.put(key(name), new Response(await found.blob(), {headers: found.headers}));
}
await skipWaiting();
}
async function stamp(shelf, missing) {
const kept = await shelf.match(packet);
let has = {sheets: {}};
if (kept) has = await unpacked(await kept.blob()).catch(() => has);
const fitting = () => missing.filter((it) => has.sheets[it] && pages[it].endsWith(has.sheets[it][0]));
if (4 * (missing.length - fitting().length) > Object.keys(pages).length && self.DecompressionStream) {
const found = await anew(packet);
if (!found.ok) return;
const bytes = await found.blob();
has = await unpacked(bytes);
await shelf.put(packet, new Response(bytes));
}
const names = fitting();
if (names.length < 2) return;
const found = await anew(scope + "isi.json");
const fills = {...has.fills, ...await found.json()};
const headers = new Headers(found.headers);
for (const it of ["content-encoding", "content-length", "etag", "last-modified"]) headers.delete(it);
headers.set("content-type", "text/html; charset=utf-8");
for (const name of names) {
const text = has.sheets[name][1].map((it, at) => at % 2 ? fills[it] : it);
if (text.every((it) => it != null)) await shelf.put(key(name), new Response(text.join(""), {headers}));
}
}
async function tidy() {
const shelf = await caches.open(scope);
const kept = [packet, ...Object.keys(pages).map(key)];
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
