const pages = {
"index.html":"11c7adf17adadd5e",
"guru.html":"bb2f99d0e6c528b6",
"konselor.html":"e0502126ed9019d2",
"kepala.html":"6f7673567dbc1f07",
"konselor-semua.html":"d1dc5d149906e567",
"guru-kelas.html":"7c9073bae2538401",
"protokol.html":"eddd832795071842",
"protokol-p01-cerita.html":"e16e7062b41250e2",
"protokol-p02-pulang.html":"6022c494f4ec9ba7",
"formulir.html":"47e2715f2e28d258",
"formulir-catatan.html":"e54e36cefa86e4b1",
"formulir-latihan.html":"3d7b8158ae712425",
"kebijakan.html":"995b48faac30e7ba",
"kebijakan-aduan.html":"f16255f18ed92e54",
"kebijakan-kode.html":"fa137efa5f7ba1f3",
"rujukan.html":"03b024b2b4ab17e7",
"istilah.html":"8275b78538c6a753",
"hukum.html":"e43abaf490f574eb",
"indeks.html":"343969c35df81729",
"tentang.html":"53c876e407f71105",
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
