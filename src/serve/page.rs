//! What a page is given on its way to the browser: a script that loads it again
//! after a change, and the diagnostics, so that it never just goes blank.
//!
//! Nothing of this is ever published. A policy that the page carries in itself
//! (GitHub Pages cannot send one) would forbid both, so it is taken out here.

use super::board::{Panel, Shown};
use super::events;

/// What of a policy's name is looked for in a tag.
const POLICY: &[u8] = b"content-security-policy";

/// How the diagnostics look: at the foot, above everything, whatever the theme.
const STYLE: &str = "#teduh-report{all:initial;display:block;position:fixed;z-index:2147483647;\
    left:0;right:0;bottom:0;max-height:45vh;overflow:auto;box-sizing:border-box;\
    padding:8px 12px;background:#1b1b1b;color:#fff;border-top:4px solid #e6a100;\
    font:14px/1.45 ui-monospace,monospace}\
    #teduh-report.error{border-color:#ff5a5a}\
    #teduh-report.alone{position:static;max-height:none}\
    #teduh-report pre{all:unset;display:block;white-space:pre}\
    #teduh-report summary{all:revert;cursor:pointer;font:inherit;color:inherit}\
    @media print{#teduh-report{display:none}}";

/// Where the diagnostics stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stand {
    /// Above a page, at its foot.
    Foot,
    /// They are all there is.
    Alone,
}

/// A page as it is sent: with the script, and with the diagnostics if there are
/// any.
pub fn dressed(html: &[u8], shown: &Shown) -> Vec<u8> {
    let mut page = without_policy(html);
    let end = position(&page, b"</body", Search::Last).unwrap_or(page.len());
    let mut more = panel(shown, Stand::Foot);
    more.push_str(&script(&shown.stamp));
    page.splice(end..end, more.into_bytes());
    page
}

/// A page that shows only the diagnostics.
pub fn report(shown: &Shown) -> Vec<u8> {
    bare("teduh", &panel(shown, Stand::Alone), shown)
}

/// What is sent for a page that is not there, should the site have none for it.
pub fn missing(shown: &Shown) -> Vec<u8> {
    bare("404", &format!("<h1>404</h1>{}", panel(shown, Stand::Foot)), shown)
}

/// A page of ours, with the script.
fn bare(title: &str, body: &str, shown: &Shown) -> Vec<u8> {
    let script = script(&shown.stamp);
    format!(
        "<!doctype html><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
         <title>{title}</title><link rel=\"icon\" href=\"data:,\">{body}{script}"
    )
    .into_bytes()
}

/// The script: it listens while the page can be seen, since a browser opens only
/// a few connections to one address.
fn script(stamp: &str) -> String {
    let (path, since) = (events::PATH, events::SINCE);
    format!(
        "<script>(function(){{var s;\
         function look(){{\
         if(document.hidden){{if(s){{s.close();s=null}}return}}\
         if(s)return;\
         s=new EventSource('{path}?{since}{stamp}');\
         s.addEventListener('reload',function(){{location.reload()}})}}\
         document.addEventListener('visibilitychange',look);look()}})()</script>"
    )
}

/// The diagnostics; nothing if there are none.
fn panel(shown: &Shown, stand: Stand) -> String {
    if shown.report.is_empty() {
        return String::new();
    }
    let (kind, open) = match shown.panel {
        Panel::Open => ("error", " open"),
        Panel::Folded => ("warning", ""),
    };
    let alone = if stand == Stand::Alone { " alone" } else { "" };
    let report = escaped(&shown.report);
    let last = report.trim_end().rsplit('\n').next().unwrap_or_default();
    format!(
        "<style>{STYLE}</style><div id=\"teduh-report\" class=\"{kind}{alone}\" role=\"status\">\
         <details{open}><summary>{last}</summary><pre>{report}</pre></details></div>"
    )
}

/// Text as it may stand in a page.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A page without the policies that it carries in itself.
fn without_policy(html: &[u8]) -> Vec<u8> {
    let (mut page, mut rest) = (Vec::with_capacity(html.len()), html);
    while let Some(start) = position(rest, b"<meta", Search::First) {
        let end = start + tag_length(&rest[start..]);
        let is_policy = position(&rest[start..end], POLICY, Search::First).is_some();
        page.extend_from_slice(&rest[..if is_policy { start } else { end }]);
        rest = &rest[end..];
    }
    page.extend_from_slice(rest);
    page
}

/// The length of the tag that begins here. A `>` in quotes does not end it.
fn tag_length(tag: &[u8]) -> usize {
    let mut quote = None;
    for (at, &byte) in tag.iter().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    tag.len()
}

/// Which of several is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Search {
    /// The first.
    First,
    /// The last.
    Last,
}

/// Where these letters stand, small or large.
fn position(html: &[u8], letters: &[u8], search: Search) -> Option<usize> {
    let mut windows = html.windows(letters.len());
    let same = |it: &[u8]| it.eq_ignore_ascii_case(letters);
    match search {
        Search::First => windows.position(same),
        Search::Last => windows.rposition(same),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    /// Something shown, with these diagnostics.
    fn shown(report: &str, panel: Panel) -> Shown {
        let stamp = "7-1".to_owned();
        Shown { files: Arc::default(), report: report.to_owned(), panel, stamp }
    }

    /// A page as it is sent, as text.
    fn sent(html: &str, report: &str) -> String {
        String::from_utf8(dressed(html.as_bytes(), &shown(report, Panel::Open))).unwrap()
    }

    #[test]
    fn the_script_stands_before_the_end_of_the_body() {
        let script = script("7-1");
        assert!(script.contains("new EventSource('/.teduh/events?since=7-1')"));
        let around = |before: &str, after: &str| format!("{before}{script}{after}");
        assert_eq!(sent("<body>a</body></html>", ""), around("<body>a", "</body></html>"));
        assert_eq!(sent("<p>&lt;/body</p></BODY >", ""), around("<p>&lt;/body</p>", "</BODY >"));
        assert_eq!(sent("a</body>b</body>", ""), around("a</body>b", "</body>"));
        assert_eq!(sent("<p>no body", ""), around("<p>no body", ""));
        assert_eq!(sent("", ""), script);
    }

    #[test]
    fn diagnostics_stand_on_the_page_escaped() {
        let page = sent("<body>a</body>", "error: `<b>\"&`");
        assert!(page.contains("<pre>error: `&lt;b&gt;&quot;&amp;`</pre>"));
        assert!(page.contains("class=\"error\"") && page.ends_with("</body>"));
        assert!(!sent("<body>a</body>", "").contains("teduh-report"));
    }

    #[test]
    fn faults_are_open_and_warnings_folded_under_their_count() {
        let faults = panel(&shown("long\n2 errors\n", Panel::Open), Stand::Foot);
        assert!(faults.contains("class=\"error\"") && faults.contains("<details open>"));
        let warnings = panel(&shown("long\n1 warning\n", Panel::Folded), Stand::Foot);
        assert!(warnings.contains("class=\"warning\""));
        assert!(warnings.contains("<details><summary>1 warning</summary><pre>long\n1 warning\n"));
    }

    #[test]
    fn a_page_that_is_not_utf_8_stays_as_it_is() {
        let page = dressed(b"\xff</body>", &shown("", Panel::Folded));
        assert!(page.starts_with(b"\xff<script>"));
    }

    #[test]
    fn a_policy_inside_the_page_is_taken_out() {
        let keep = "<meta charset=utf-8><meta name=a content='>'>";
        for policy in [
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">",
            "<META HTTP-EQUIV=content-security-policy content='a > b'>",
            "<meta content=\"x\" http-equiv='Content-Security-Policy'/>",
        ] {
            let page = without_policy(format!("{keep}{policy}<p>a</p>").as_bytes());
            assert_eq!(String::from_utf8(page).unwrap(), format!("{keep}<p>a</p>"));
        }
        assert_eq!(without_policy(b"<meta"), b"<meta");
    }

    #[test]
    fn pages_of_ours_load_again_too() {
        for page in [report(&shown("faults", Panel::Open)), missing(&shown("faults", Panel::Open))]
        {
            let page = String::from_utf8(page).unwrap();
            assert!(page.contains("faults") && page.contains("EventSource"));
        }
    }
}
