//! What `serve` adds to a page: the reload script, and a panel with what is
//! wrong. None of it is ever written to a folder.

/// Where the events are, before the version that was seen.
pub const EVENTS: &str = "/.teduh/events/";

/// Loads the page again when told. A page that nobody sees does not listen: a
/// browser keeps few connections to one host, and tabs add up.
const RELOAD: &str = "let s;function look(){if(document.hidden){if(s)s.close();s=0}else if(!s){s=new EventSource(URL);\
s.onmessage=()=>location.reload()}}document.addEventListener('visibilitychange',look);look()";

/// Whether a path is a page.
pub fn is_html(path: &str) -> bool {
    path.ends_with(".html")
}

/// How the report stands on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// Open: the content is at fault, the page is an older one.
    Open,
    /// Folded: there are warnings.
    Folded,
}

/// A page with the reload script, and with the report where there is one. The
/// script says which version it belongs to, so that no change is missed between
/// the page and its first question.
pub fn with_report(mut page: Vec<u8>, report: &str, state: Panel, version: u64) -> Vec<u8> {
    if page.is_empty() {
        page.extend_from_slice(b"<!doctype html><meta charset=utf-8><title>teduh</title>");
    }
    let panel = if report.is_empty() { String::new() } else { panel(report, state) };
    let added = format!(
        "{panel}<script>{}</script>",
        RELOAD.replace("URL", &format!("'{EVENTS}{version}'"))
    );
    page.extend_from_slice(added.as_bytes());
    page
}

/// The report, fixed to the lower edge.
fn panel(report: &str, state: Panel) -> String {
    let report = report.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let last = report.trim_end().rsplit('\n').next().unwrap_or_default();
    let open = if state == Panel::Open { " open" } else { "" };
    format!(
        "<details{open} style=\"position:fixed;inset:auto 0 0 0;max-height:50vh;overflow:auto;z-index:9;padding:.5rem 1rem;\
         background:#1b1b1b;color:#f4f4f4;font:14px/1.4 monospace;border-top:4px solid #d33\">\
         <summary>{last}</summary><pre>{report}</pre></details>"
    )
}
