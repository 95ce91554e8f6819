const pages = {
"index.html":"d58160c59bc4208b",
"guru.html":"e5a932c71112a14b",
"konselor.html":"3ea2b2dbafa9ae5c",
"kepala.html":"976bcc0e2cb45139",
"konselor-semua.html":"b638f1a08bd9381e",
"guru-kelas.html":"c306907976d1a37e",
"protokol.html":"7553f27378b430c1",
"protokol-p01-cerita.html":"ad7b39583fdb8325",
"protokol-p02-pulang.html":"a54dc01c06599c77",
"formulir.html":"d9e90ec611b892e1",
"formulir-catatan.html":"55fc70d807b2c79e",
"formulir-latihan.html":"89c587326c32b131",
"kebijakan.html":"6fb373338e05fdcc",
"kebijakan-aduan.html":"0e05e9b81b08ddc5",
"kebijakan-kode.html":"fb3b13f7c49a1679",
"rujukan.html":"787d32af77071e11",
"istilah.html":"7c1fbaf468082563",
"hukum.html":"68efa134226fb069",
"indeks.html":"e6bd97e837c5663c",
"tentang.html":"a7545d73a13ff65b",
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
