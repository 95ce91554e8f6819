// Stands at the end of every page, and every page works without it. It leaves
// at once, moves about without a trail in the history, marks numbers whose check
// has expired, and lets the pages for staff be kept on the telephone.
{
    const here = location, page = document.body, out = document.links[0], worker = page.dataset.worker;
    let shifts = 0;
    const leave = () => {
        // A way out within the same file needs the file to stay in view.
        page.hidden = !out.hash;
        here.replace(out.href);
    };
    onclick = e => {
        const link = e.target.closest("a");
        // What leads elsewhere, or into another tab, is left to the browser.
        if (!link || link.download || link.origin != here.origin || e.ctrlKey || e.metaKey || e.shiftKey) return;
        link == out ? leave() : here.replace(link.href);
        return false;
    };
    onkeydown = e => {
        shifts = e.key == "Shift" ? shifts + !e.repeat : 0;
        if (e.key == "Escape" || shifts > 2) leave();
    };
    // Firefox may not fetch the neutral page ahead for its link, which asks another part
    // of the policy, but as a picture. Others have it by then.
    onload = () => out.hash || (new Image().src = out.href);
    for (const it of page.querySelectorAll("[data-old]")) it.hidden = it.dataset.old > new Date().toISOString();
    if (worker && navigator.serviceWorker) navigator.serviceWorker.register(worker, {updateViaCache: "all"});
}
