function root(w){const cut=(re,by,least)=>{const r=w.replace(re,by||"");return r!=w&&r.length>(least||2)&&(w=r);};cut(/(nya|[kl]ah|pun)$/,"",3);cut(/(k?an|i)$/,"",3);for(let n=2;n--;){cut(/^[mp]eny(?=[aeiou])/,"s")||
cut(/^[mp]em(?=[aeiou])/,"p")||
cut(/^[mp]en(?=[aeiou])/,"t")||
cut(/^[mp]e(ng|m(?=[bpf])|n(?=[cdjtsz]))/)||
cut(/^per(?=[aeiou])/,"r")||
cut(/^[bpt]er/)||
cut(/^([kmps]e|di)/);}
return w;}
{const all=it=>[...document.querySelectorAll(it)];const[f,q,n,data]=all("#f,#q,#n,#i"),items=all(".az li");const matches=word=>{const r=root(word),hit=items.map(it=>it.textContent.toLowerCase().includes(word));for(const it of data.text.split("\n")){const[w,...list]=it.split(/[\s.]/);let at=0;if(w.includes(r))for(const it of list)hit[at+=parseInt(it,36)]=1;}
return hit;};q.oninput=()=>{let found=0;const sets=(q.value.toLowerCase().match(/\b[a-z]\W?\d+|[a-z]{2,}/g)||[]).map(it=>matches(it.replace(/\W?0*(?=\d)/,"")));items.map((it,i)=>found+=!(it.hidden=sets.some(it=>!it[i])));all(".az section").map(it=>it.hidden=!it.querySelector("li:not([hidden])"));n.textContent=sets[0]?found:"";};f.hidden=false;}