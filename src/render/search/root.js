// The root of an Indonesian word. The same as in stem.rs, and tested with the same
// words.
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
