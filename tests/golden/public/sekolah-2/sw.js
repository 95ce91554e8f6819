const pages = {
"index.html":"913cf1307adadd5e",
"guru.html":"cda4f69be6c528b6",
"konselor.html":"5438dd26ed9019d2",
"kepala.html":"6ea5e3167dbc1f07",
"konselor-semua.html":"8ae3ebee9906e567",
"guru-kelas.html":"a9d3facbe2538401",
"protokol.html":"e2415cc695071842",
"protokol-p01-cerita.html":"3630bfc6b41250e2",
"protokol-p02-pulang.html":"53fc21d8f4ec9ba7",
"formulir.html":"164465812e28d258",
"formulir-catatan.html":"8573867bfa86e4b1",
"formulir-latihan.html":"ee70ba51ae712425",
"kebijakan.html":"c195bea9ac30e7ba",
"kebijakan-kode.html":"d83e7ac85f7ba1f3",
"rujukan.html":"70d1c30db4ab17e7",
"istilah.html":"1b45cdf238c6a753",
"hukum.html":"fdb714fc90f574eb",
"indeks.html":"04c365a55df81729",
"tentang.html":"724a528e07f71105",
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
