const pages = {
"index.html":"9506a40d77b1d2ba",
"guru.html":"6c3c612550429ef1",
"konselor.html":"bd8c99a1ca3d00ec",
"kepala.html":"67bb10a12ada8fa7",
"konselor-semua.html":"0cbea2fa56b1f885",
"guru-kelas.html":"e565921e1631265d",
"protokol.html":"9cbe2ede959733cf",
"protokol-p01-cerita.html":"0facd27e1bac6c7a",
"protokol-p02-pulang.html":"54cc62f426ac496e",
"formulir.html":"b03edbc93f4aeca9",
"formulir-catatan.html":"fdcba86716fe41bc",
"formulir-latihan.html":"46c71b92439ccf47",
"kebijakan.html":"6990197726d4af96",
"kebijakan-aduan.html":"3409177163a37f61",
"kebijakan-kode.html":"3f46f82f8f661ac2",
"rujukan.html":"c717a1896ead4f7c",
"istilah.html":"1c48dc124fe3d808",
"hukum.html":"5d9c6cf200db2660",
"indeks.html":"7ba8702cac690a1b",
"tentang.html":"48f07899481ebd49",
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
