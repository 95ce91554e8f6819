const pages = {
"index.html":"03c8800abf8550c6",
"guru.html":"430a147ea2a704c3",
"konselor.html":"ac67495138bba4a4",
"kepala.html":"80b48330488ffa6a",
"konselor-semua.html":"2055edf0100b4e8c",
"guru-kelas.html":"5c017d04f991b98d",
"protokol.html":"e552f10f22e382ce",
"protokol-p01-cerita.html":"805cd5157a3d0352",
"protokol-p02-pulang.html":"d31ccae410c65669",
"formulir.html":"d45b1c374a3e024b",
"formulir-catatan.html":"7605be72784ce188",
"formulir-latihan.html":"8a24cad7992dc20a",
"kebijakan.html":"4d993f33a8e6e8ac",
"kebijakan-aduan.html":"84a4e9e6066dc5c9",
"kebijakan-kode.html":"8f9384763c254ca5",
"rujukan.html":"820980ea98f052a9",
"istilah.html":"1a14e0cf8da07b95",
"hukum.html":"20515f688e7c8396",
"indeks.html":"a756715a9f33be6f",
"tentang.html":"90971bd507f72e28",
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
