const pages = {
"index.html":"c53de9a76a2d7f63",
"guru.html":"263ea3de1c9b67e5",
"konselor.html":"d144fb932fd03db4",
"kepala.html":"bc2f4947bc2ab8ec",
"konselor-semua.html":"56caf56e11ab5721",
"guru-kelas.html":"7197fd96449bd422",
"protokol.html":"0eccad0ee14e0e4b",
"protokol-p01-cerita.html":"ce9a3178a86237a0",
"protokol-p02-pulang.html":"45319aa8006ca5fb",
"formulir.html":"f6016e21dc619bb9",
"formulir-catatan.html":"822a759bb5a1e0a1",
"formulir-latihan.html":"d5c80bed42f1e0b2",
"kebijakan.html":"a6b6177a9c32eb90",
"kebijakan-aduan.html":"fae15f57bddddacf",
"kebijakan-kode.html":"816495ee0390e5d2",
"rujukan.html":"23416fa65e79bded",
"istilah.html":"04e16807df521a24",
"hukum.html":"03801ab48386606b",
"indeks.html":"8fd2aacdd1cc9d1a",
"tentang.html":"0df230dee0dbcce7",
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
