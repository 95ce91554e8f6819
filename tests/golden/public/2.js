{
const here = location, page = document.body, out = document.links[0], worker = page.dataset.worker;
let shifts = 0;
const leave = () => {
page.hidden = !out.hash;
here.replace(out.href);
};
onclick = e => {
const link = e.target.closest("a");
if (!link || link.download || link.origin != here.origin || e.ctrlKey || e.metaKey || e.shiftKey) return;
e.preventDefault();
link == out ? leave() : here.replace(link.href);
};
onkeydown = e => {
shifts = e.key == "Shift" ? shifts + !e.repeat : 0;
if (e.key == "Escape" || shifts > 2) leave();
};
for (const it of page.querySelectorAll("[data-old]")) it.hidden = it.dataset.old > new Date().toISOString();
if (worker && navigator.serviceWorker) navigator.serviceWorker.register(worker, {updateViaCache: "all"});
}