const pages = {
"index.html":"960adbbc",
"guru.html":"720d3b26",
"konselor.html":"9612d0a7",
"kepala.html":"6c053da8",
"konselor-semua.html":"579de475",
"guru-kelas.html":"78881893",
"protokol.html":"4f363450",
"protokol-p01-cerita.html":"1415c28d",
"protokol-p02-pulang.html":"a44eb23d",
"kebijakan.html":"078f8efb",
"kebijakan-aduan.html":"7b5dc2ff",
"kebijakan-kode.html":"072953c9",
"rujukan.html":"4ee59325",
"istilah.html":"daa76378",
"hukum.html":"c1f36b0f",
"tentang.html":"97e286ca",
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
