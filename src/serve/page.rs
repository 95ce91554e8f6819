//! What `serve` adds to a page: the reload script, and a panel with what is
//! wrong. None of it is ever written to a folder.

/// Where the events are.
pub const EVENTS: &str = "/.teduh/events";

/// Whether a path is a page.
pub fn is_html(path: &str) -> bool {
    path.ends_with(".html")
}

/// A page with the reload script, and with the report where there is one.
pub fn with_report(mut page: Vec<u8>, report: &str) -> Vec<u8> {
    if page.is_empty() {
        page.extend_from_slice(b"<!doctype html><meta charset=utf-8><title>teduh</title>");
    }
    let panel = if report.is_empty() { String::new() } else { panel(report) };
    let added = format!(
        "{panel}<script>new EventSource('{EVENTS}').onmessage=()=>location.reload()</script>"
    );
    page.extend_from_slice(added.as_bytes());
    page
}

/// The report, fixed to the lower edge.
fn panel(report: &str) -> String {
    let report = report.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!(
        "<pre style=\"position:fixed;inset:auto 0 0 0;max-height:50vh;overflow:auto;margin:0;padding:1rem;z-index:9;\
         background:#1b1b1b;color:#f4f4f4;font:14px/1.4 monospace;border-top:4px solid #d33\">{report}</pre>"
    )
}
