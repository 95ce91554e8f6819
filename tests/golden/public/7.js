function root(w) {
const cut = (re, by, least) => {
const r = w.replace(re, by), it = r != w && r.length >= least;
if (it) w = r;
return it;
};
cut(/(nya|lah|kah|pun)$/, "", 4);
cut(/(kan|an|i)$/, "", 4);
for (let n = 2; n--;) {
cut(/^[mp]eny(?=[aeiou])/, "s", 3) ||
cut(/^[mp]em(?=[aeiou])/, "p", 3) ||
cut(/^[mp]en(?=[aeiou])/, "t", 3) ||
cut(/^[mp]e(ng|m(?=[bpf])|n(?=[cdjtsz]))/, "", 3) ||
cut(/^per(?=[aeiou])/, "r", 3) ||
cut(/^(per|ber|ter)/, "", 3) ||
cut(/^(me|pe|di|ke|se)/, "", 3);
}
return w;
}
{
const all = it => [...document.querySelectorAll(it)];
const [f, q, n, data] = all("#f,#q,#n,#i"), items = all(".az li");
const matches = word => {
const hit = {}, r = root(word);
for (const it of data.text.split("\n")) {
const [w, list] = it.split(" ");
let at = 0;
if (w.includes(r)) for (const it of list.split(".")) hit[at += parseInt(it, 36)] = 1;
}
items.forEach((it, i) => { if (it.textContent.toLowerCase().includes(word)) hit[i] = 1; });
return hit;
};
q.oninput = () => {
let found = 0;
const sets = (q.value.toLowerCase().match(/\b[a-z]\W?\d+|[a-z]{2,}/g) || []).map(it => matches(it.replace(/\W?0*(?=\d)/, "")));
items.forEach((it, i) => { found += !(it.hidden = sets.some(it => !it[i])); });
for (const it of all(".az section")) it.hidden = !it.querySelector("li:not([hidden])");
n.textContent = sets.length ? found : "";
};
f.hidden = false;
}