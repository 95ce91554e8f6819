// Filters the list of the index page by what is typed. Without it the list is
// whole. Nothing is sent, nothing is kept.
(function (d) {
var q = d.getElementById('q'), x = d.getElementById('i'), n = d.getElementById('n');
if (!q || !x) return;
var items = d.querySelectorAll('.az li'), parts = d.querySelectorAll('.az section');
var lines = x.text.split('\n');
function matches(word) {
var r = root(word), hit = {}, i, j, at, l;
for (i = 0; i < lines.length; i++) {
l = lines[i].split(' ');
if (l[0].indexOf(r) < 0) continue;
for (at = 0, l = l[1].split('.'), j = 0; j < l.length; j++) hit[at += parseInt(l[j], 36)] = 1;
}
for (i = 0; i < items.length; i++)
if (items[i].textContent.toLowerCase().indexOf(word) >= 0) hit[i] = 1;
return hit;
}
q.oninput = function () {
var words = q.value.toLowerCase().match(/[a-z]{2,}/g) || [], sets = [], i, j, found = 0;
for (i = 0; i < words.length; i++) sets.push(matches(words[i]));
for (i = 0; i < items.length; i++) {
var on = true;
for (j = 0; j < sets.length; j++) on = on && sets[j][i];
items[i].hidden = !on;
if (on) found++;
}
for (i = 0; i < parts.length; i++) parts[i].hidden = !parts[i].querySelector('li:not([hidden])');
n.textContent = words.length ? found : '';
};
d.getElementById('f').hidden = false;
})(document);
