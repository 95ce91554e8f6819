// The root of an Indonesian word. The same as in stem.rs, and tested with the same
// words.
function root(w) {
const cut = (re, by, least) => {
const r = w.replace(re, by || "");
return r != w && r.length > (least || 2) && (w = r);
};
cut(/(nya|[kl]ah|pun)$/, "", 3);
cut(/(k?an|i)$/, "", 3);
for (let n = 2; n--;) {
cut(/^[mp]eny(?=[aeiou])/, "s") ||
cut(/^[mp]em(?=[aeiou])/, "p") ||
cut(/^[mp]en(?=[aeiou])/, "t") ||
cut(/^[mp]e(ng|m(?=[bpf])|n(?=[cdjtsz]))/) ||
cut(/^per(?=[aeiou])/, "r") ||
cut(/^[bpt]er/) ||
cut(/^([kmps]e|di)/);
}
return w;
}
