const pages = {
"index.html":"d8bfbd916b340959",
"guru.html":"a887b8d509cd4248",
"konselor.html":"bddd38342fa451b9",
"kepala.html":"aea27fef6dc10ede",
"konselor-semua.html":"8e4e39302c3d6a39",
"guru-kelas.html":"e0e6ef2dfd185b7e",
"protokol.html":"94d469b93f614371",
"protokol-p01-cerita.html":"91b23f78c1577861",
"protokol-p02-pulang.html":"99d4b98a2a728f31",
"formulir.html":"c168450bd8b58e36",
"formulir-catatan.html":"49f3653129ccee21",
"formulir-latihan.html":"6da6bd297dcc8af2",
"kebijakan.html":"2cc0dedbb61bd9e2",
"kebijakan-aduan.html":"5ead10d08df349b3",
"kebijakan-kode.html":"f0ade60cafb0fe60",
"rujukan.html":"72af9a2038d69354",
"istilah.html":"cdf94097f9195fd5",
"hukum.html":"4062f84a7d76bad6",
"indeks.html":"5070021188b87447",
"tentang.html":"3b0b2b78d7b121d4",
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
let sheets = kept ? await unpacked(await kept.blob()) : {};
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
const [, ...pieces] = sheets[name];
const text = pieces.map((it, at) => at % 2 ? fills[it] : it);
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
