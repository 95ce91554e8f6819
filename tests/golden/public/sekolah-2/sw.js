const pages = {
"index.html":"eed931d402d40b1a",
"guru.html":"b50e59486f78e416",
"konselor.html":"03cc9c84beba95e0",
"kepala.html":"0a36ee6191baedc0",
"konselor-semua.html":"8af5309ea02a8af8",
"guru-kelas.html":"2884db6fe318ea16",
"protokol.html":"f6a12de2db898933",
"protokol-p01-cerita.html":"e740f5cfcc2f5c6e",
"protokol-p02-pulang.html":"1cc4bf4afd5717dd",
"formulir.html":"a4cfa175c60c31f7",
"formulir-catatan.html":"92f8c639b40ccc1e",
"formulir-latihan.html":"b65ec21e00e13583",
"kebijakan.html":"15a2bdedadf0b026",
"kebijakan-kode.html":"19c45a61cf1ef525",
"rujukan.html":"663991fb7ccb9819",
"istilah.html":"7a3261d655f90736",
"hukum.html":"e00589432151f1c8",
"indeks.html":"c9672d3a6e5d5cf6",
"tentang.html":"0843005af2b4946a",
"tabel.html":"44dd0a3b61c943aa",
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
