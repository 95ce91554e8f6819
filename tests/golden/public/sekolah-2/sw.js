const pages = {
"index.html":"eed931d454c51642",
"guru.html":"b50e5948917b242a",
"konselor.html":"03cc9c84bf73789d",
"kepala.html":"0a36ee6115024844",
"konselor-semua.html":"8af5309eb7b5d9f4",
"guru-kelas.html":"2884db6f66ebb834",
"protokol.html":"f6a12de2b5eda0f1",
"protokol-p01-cerita.html":"e740f5cf57408ae3",
"protokol-p02-pulang.html":"1cc4bf4ac169be5d",
"formulir.html":"6608590236adcf39",
"formulir-catatan.html":"76b9498b5838f2b5",
"formulir-latihan.html":"d53ba14756b34bf7",
"kebijakan.html":"15a2bded38df9acb",
"kebijakan-kode.html":"19c45a619110a2de",
"rujukan.html":"663991fbcb59602d",
"istilah.html":"7a3261d680021d4f",
"hukum.html":"e00589439e771c2c",
"indeks.html":"8781e793a7ffd743",
"tentang.html":"0843005a4397d101",
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
