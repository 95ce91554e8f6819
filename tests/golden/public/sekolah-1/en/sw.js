const pages = {
"index.html":"d8bfbd916b340959",
"guru.html":"013428e15f88d7b8",
"konselor.html":"3f49b577cbfa0a29",
"kepala.html":"28af8c981a976b48",
"konselor-semua.html":"e8c32a374dd2b457",
"guru-kelas.html":"50e79b463007d440",
"protokol.html":"b16a37eb2a7adc75",
"protokol-p01-cerita.html":"265adfd9dc4a9f50",
"protokol-p02-pulang.html":"118e37403a527c6d",
"formulir.html":"264dc379c40e6d9f",
"formulir-catatan.html":"5b855e97dc8a2729",
"formulir-latihan.html":"dbe12f17799c8c45",
"kebijakan.html":"210f730dd1ecf53c",
"kebijakan-aduan.html":"86aa9cf9756f9c19",
"kebijakan-kode.html":"988f9e8a5712adc6",
"rujukan.html":"c84a2ab56e4825dc",
"istilah.html":"3ee70255627f4657",
"hukum.html":"193164d8834094ef",
"indeks.html":"204911bb8ff1481b",
"tentang.html":"6403778dba0785b7",
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
let sheets = kept ? await unpacked(await kept.blob()).catch(() => ({})) : {};
const fitting = () => missing.filter((it) => sheets[it] && pages[it].endsWith(sheets[it][0]));
if (4 * (missing.length - fitting().length) > Object.keys(pages).length && self.DecompressionStream) {
const found = await anew(packet);
if (!found.ok) return;
const bytes = await found.blob();
sheets = await unpacked(bytes);
await shelf.put(packet, new Response(bytes));
}
const names = fitting();
if (names.length < 2) return;
const found = await anew(scope + "isi.json");
const fills = await found.json();
const headers = new Headers(found.headers);
for (const it of ["content-encoding", "content-length", "etag", "last-modified"]) headers.delete(it);
headers.set("content-type", "text/html; charset=utf-8");
for (const name of names) {
const text = sheets[name][1].map((it, at) => at % 2 ? fills[it] : it);
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
