// The root of an Indonesian word. The same as in stem.rs, and tested with the
// same words. Old telephones know no newer JavaScript than ES5.
function root(w) {
function cut(re, by, least) {
var r = w.replace(re, by);
if (r === w || r.length < least) return false;
w = r;
return true;
}
cut(/(nya|lah|kah|pun)$/, '', 4);
cut(/(kan|an|i)$/, '', 4);
for (var n = 0; n < 2; n++) {
cut(/^[mp]eny(?=[aeiou])/, 's', 3) ||
cut(/^[mp]eng/, '', 3) ||
cut(/^[mp]em(?=[aeiou])/, 'p', 3) ||
cut(/^[mp]em(?=[bpf])/, '', 3) ||
cut(/^[mp]en(?=[aeiou])/, 't', 3) ||
cut(/^[mp]en(?=[cdjtsz])/, '', 3) ||
cut(/^per(?=[aeiou])/, 'r', 3) ||
cut(/^(per|ber|ter)/, '', 3) ||
cut(/^(me|pe|di|ke|se)/, '', 3);
}
return w;
}
