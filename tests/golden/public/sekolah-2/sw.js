const pages = {
"index.html":"1d55dfdc6a2d7f63",
"guru.html":"a339716b1c9b67e5",
"konselor.html":"af1a77642fd03db4",
"kepala.html":"9250d4d4bc2ab8ec",
"konselor-semua.html":"971bb44111ab5721",
"guru-kelas.html":"82d0d987449bd422",
"protokol.html":"1c0353bae14e0e4b",
"protokol-p01-cerita.html":"5c24b544a86237a0",
"protokol-p02-pulang.html":"7d6906ca006ca5fb",
"formulir.html":"df825218dc619bb9",
"formulir-catatan.html":"f4470ebab5a1e0a1",
"formulir-latihan.html":"aa367bd242f1e0b2",
"kebijakan.html":"968f68769c32eb90",
"kebijakan-kode.html":"8408abe50390e5d2",
"rujukan.html":"337ab3de5e79bded",
"istilah.html":"8e00de5bdf521a24",
"hukum.html":"878b80208386606b",
"indeks.html":"871c2446d1cc9d1a",
"tentang.html":"58cf228ae0dbcce7",
"tabel.html":"eb0fa2c5343a815e",
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
