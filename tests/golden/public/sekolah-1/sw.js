const pages = {
"index.html":"09bf05d802d40b1a",
"guru.html":"551e7bbb6f78e416",
"konselor.html":"2cb348b7beba95e0",
"kepala.html":"6bbc0cc591baedc0",
"konselor-semua.html":"59b9a9eba02a8af8",
"guru-kelas.html":"dc73cf0de318ea16",
"protokol.html":"d8000a5ddb898933",
"protokol-p01-cerita.html":"4856964ecc2f5c6e",
"protokol-p02-pulang.html":"e6e3eff4fd5717dd",
"formulir.html":"7f79b15ec60c31f7",
"formulir-catatan.html":"946ddeb6b40ccc1e",
"formulir-latihan.html":"7745879a00e13583",
"kebijakan.html":"8f841983adf0b026",
"kebijakan-aduan.html":"6d41cf685249cffd",
"kebijakan-kode.html":"e01f229bcf1ef525",
"rujukan.html":"3fd94c097ccb9819",
"istilah.html":"e7dcb4c555f90736",
"hukum.html":"b83996562151f1c8",
"indeks.html":"c32db02d6e5d5cf6",
"tentang.html":"b33665b0f2b4946a",
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
