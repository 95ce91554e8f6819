const pages = {
"index.html":"2bbf86d76bf8f679",
"guru.html":"3a90f72fe70ecdcb",
"konselor.html":"d5378811f943b8b3",
"kepala.html":"b0c570860f72c477",
"konselor-semua.html":"69273fad7d7682cb",
"guru-kelas.html":"47678a60b85fd7f9",
"protokol.html":"d26320ddd32d494d",
"protokol-p01-cerita.html":"a20c8d1ab2951a51",
"protokol-p02-pulang.html":"1214502a1837fa71",
"formulir.html":"22986189189b8ecb",
"formulir-catatan.html":"0d0de20c81d5e13c",
"formulir-latihan.html":"8b7674d9de4a76eb",
"kebijakan.html":"a8c25abbfcf2bd75",
"kebijakan-aduan.html":"97d88a15e9414474",
"kebijakan-kode.html":"800c00aae7cff4a9",
"rujukan.html":"349a380fc8086635",
"istilah.html":"33bfd3ddcb96d86b",
"hukum.html":"66c8ed63700fb0f0",
"indeks.html":"00bce375d785b9c6",
"tentang.html":"f291701a18cb2175",
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
