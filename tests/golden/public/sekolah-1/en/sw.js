const pages = {
"index.html":"634789ce7715c6e9",
"guru.html":"ea8ce38540645326",
"konselor.html":"f8fb71050863154a",
"kepala.html":"7f24e97a671bbca5",
"konselor-semua.html":"4e7e48a176e2d4a2",
"guru-kelas.html":"ead952d9e285e8bb",
"protokol.html":"0ec66cb3805c64a5",
"protokol-p01-cerita.html":"ac674cccdb9bdf13",
"protokol-p02-pulang.html":"786a4c9a6a69d1b3",
"formulir.html":"ef00c1eabd89974b",
"formulir-catatan.html":"44887177de99e94b",
"formulir-latihan.html":"19f4d00368c30df4",
"kebijakan.html":"21959a93c73506ee",
"kebijakan-aduan.html":"c179d069f82308be",
"kebijakan-kode.html":"6f3989ad8994b67b",
"rujukan.html":"31952880945a56f7",
"istilah.html":"385558bf167e7136",
"hukum.html":"e2907df0310a2265",
"indeks.html":"650dc2d943e305b2",
"tentang.html":"f4e6722853e71391",
"tabel.html":"2b3d387522768d8f",
};
const scope=registration.scope;const key=(name)=>scope+name+"?"+pages[name];const packet=scope+"isi.bin";const anew=(url)=>fetch(url,{cache:"no-cache"});const unpacked=(bytes)=>new Response(bytes.stream().pipeThrough(new DecompressionStream("gzip"))).json();async function keep(){const shelf=await caches.open(scope);const missing=[];for(const name in pages)if(!await shelf.match(key(name)))missing.push(name);if(missing.length>1)await stamp(shelf,missing).catch(()=>0);for(const name of missing){if(await shelf.match(key(name)))continue;const found=await anew(scope+name);if(found.ok)await shelf.put(key(name),new Response(await found.blob(),{headers:found.headers}));}
await skipWaiting();}
async function stamp(shelf,missing){const kept=await shelf.match(packet);let has={sheets:{}};if(kept)has=await unpacked(await kept.blob()).catch(()=>has);const fitting=()=>missing.filter((it)=>has.sheets[it]&&pages[it].endsWith(has.sheets[it][0]));if(4*(missing.length-fitting().length)>Object.keys(pages).length&&self.DecompressionStream){const found=await anew(packet);if(!found.ok)return;const bytes=await found.blob();has=await unpacked(bytes);await shelf.put(packet,new Response(bytes));}
const names=fitting();if(names.length<2)return;const found=await anew(scope+"isi.json");const fills={...has.fills,...await found.json()};const headers=new Headers(found.headers);for(const it of["content-encoding","content-length","etag","last-modified"])headers.delete(it);headers.set("content-type","text/html; charset=utf-8");for(const name of names){const text=has.sheets[name][1].map((it,at)=>at%2?fills[it]:it);if(text.every((it)=>it!=null))await shelf.put(key(name),new Response(text.join(""),{headers}));}
}
async function tidy(){const shelf=await caches.open(scope);const kept=[packet,...Object.keys(pages).map(key)];for(const{url}of await shelf.keys()){if(!kept.includes(url))await shelf.delete(url);}
await clients.claim();}
async function show(name,request){const shelf=await caches.open(scope);return await shelf.match(key(name))||fetch(request);}
addEventListener("install",(event)=>event.waitUntil(keep()));addEventListener("activate",(event)=>event.waitUntil(tidy()));addEventListener("fetch",(event)=>{const[address]=event.request.url.split(/[?#]/);if(event.request.method!="GET"||!address.startsWith(scope))return;const rest=address.slice(scope.length)||"index";const name=[rest,rest+".html"].find((it)=>it in pages);if(name)event.respondWith(show(name,event.request));});
