const pages = {
"index.html":"870f8dc66813db3e",
"guru.html":"ea72d3c5d3b0793e",
"konselor.html":"16e1eb5e7b1d4b55",
"kepala.html":"38a7af2e633c09e9",
"konselor-semua.html":"c18ef8064ac25d00",
"guru-kelas.html":"e060495805ad6c0b",
"protokol.html":"4567a4fffecfe675",
"protokol-p01-cerita.html":"3078f6b5ee8fec58",
"protokol-p02-pulang.html":"11d4a03a3344ad58",
"formulir.html":"e0947d02949c24f7",
"formulir-catatan.html":"02921a922845fb45",
"formulir-latihan.html":"6f412c3f071b1529",
"kebijakan.html":"dead723d288198bb",
"kebijakan-aduan.html":"9a9e68d378f4ae4e",
"kebijakan-kode.html":"37999823bedb5a54",
"rujukan.html":"0a70487bac171686",
"istilah.html":"a235d8ed7b25113e",
"hukum.html":"d2a6aa5916594b93",
"indeks.html":"2eec479efeb46f0b",
"tentang.html":"1db0a44b395cbcf9",
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
