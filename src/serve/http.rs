//! Requests and answers.
//!
//! An answer is looked up by its exact path among the files that are shown: no
//! path is ever joined to a folder, so none leads anywhere. A request that names
//! another host is refused, since a page elsewhere could make its own name point
//! to this machine and then read what is written here.

use std::sync::Arc;
use std::thread;

use tiny_http::{Header, Method, Request, Response};

use super::board::{Board, Shown};
use super::{events, page};

/// What a page in HTML is sent as.
const HTML: &str = "text/html; charset=utf-8";

/// What a short text is sent as.
const TEXT: &str = "text/plain; charset=utf-8";

/// What is asked for, as far as it matters.
#[derive(Debug, Clone)]
struct Asked<'a> {
    /// The method.
    method: &'a Method,
    /// The address, from the first slash.
    url: &'a str,
    /// What it says the host is; there should be one.
    hosts: Vec<&'a str>,
    /// What it says the asking page is from; mostly nothing.
    origins: Vec<&'a str>,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Answer {
    /// The status.
    status: u16,
    /// The media type.
    kind: &'static str,
    /// The body.
    body: Vec<u8>,
}

/// Answers requests until the server is told to stop.
pub fn work(http: &tiny_http::Server, board: &Arc<Board>, port: u16) {
    while let Ok(request) = http.recv() {
        handle(request, board, port);
    }
}

/// Answers one request, or has a thread of its own answer it if that takes long.
fn handle(request: Request, board: &Arc<Board>, port: u16) {
    let asked = asked(&request);
    let refusal = refusal(&asked, port);
    let wants_events = *asked.method == Method::Get;
    let stamp = since(asked.url).filter(|_| wants_events).map(str::to_owned);
    let answer = match (refusal, stamp) {
        (Some(refusal), _) => refusal,
        (None, None) => found(asked.url, &board.shown()),
        (None, Some(stamp)) => match board.listen() {
            None => text(503, "too many pages are open"),
            Some(listener) => {
                let stream = move || {
                    let mut to = request.into_writer();
                    events::stream(&mut to, &listener, &stamp, events::HEARTBEAT)
                };
                drop(thread::Builder::new().spawn(stream));
                return;
            }
        },
    };
    let _ = request.respond(response(answer));
}

/// What is asked for.
fn asked(request: &Request) -> Asked<'_> {
    let named = |name: &'static str| {
        let headers = request.headers().iter().filter(move |it| it.field.equiv(name));
        headers.map(|it| it.value.as_str()).collect()
    };
    Asked {
        method: request.method(),
        url: request.url(),
        hosts: named("Host"),
        origins: named("Origin"),
    }
}

/// Why a request is refused, if it is.
fn refusal(asked: &Asked<'_>, port: u16) -> Option<Answer> {
    let is_origin = |it: &str| it.strip_prefix("http://").is_some_and(|it| is_own(it, port));
    let from_here = !asked.hosts.is_empty()
        && asked.hosts.iter().all(|it| is_own(it, port))
        && asked.origins.iter().all(|it| is_origin(it));
    if !from_here {
        return Some(text(403, "this address is for this machine only"));
    }
    let reads = matches!(asked.method, Method::Get | Method::Head);
    (!reads).then(|| text(405, "only GET and HEAD"))
}

/// Whether this names us.
fn is_own(host: &str, port: u16) -> bool {
    ["127.0.0.1", "localhost", "[::1]"].iter().any(|name| {
        let rest = host.get(..name.len()).filter(|it| it.eq_ignore_ascii_case(name));
        match rest.and(host.get(name.len()..)) {
            Some("") => port == 80,
            Some(rest) => rest.strip_prefix(':') == Some(port.to_string().as_str()),
            None => false,
        }
    })
}

/// The stamp in a request for the stream of events; none if it is not one.
fn since(url: &str) -> Option<&str> {
    let query = url.strip_prefix(events::PATH)?;
    let query = if query.is_empty() { "" } else { query.strip_prefix('?')? };
    Some(query.strip_prefix(events::SINCE).unwrap_or_default())
}

/// The answer to a request that is not refused.
fn found(url: &str, shown: &Shown) -> Answer {
    if shown.files.is_empty() {
        return Answer { status: 503, kind: HTML, body: page::report(shown) };
    }
    if let Some((path, bytes)) = file(url, shown) {
        return sent(200, path, bytes, shown);
    }
    match shown.files.get("404.html") {
        Some(bytes) => sent(404, "404.html", bytes, shown),
        None => Answer { status: 404, kind: HTML, body: page::missing(shown) },
    }
}

/// The file that an address means.
fn file<'a>(url: &str, shown: &'a Shown) -> Option<(&'a str, &'a [u8])> {
    let path = url.split(['?', '#']).next().and_then(|it| it.strip_prefix('/'))?;
    let index = if path.is_empty() || path.ends_with('/') { "index.html" } else { "" };
    let (path, bytes) = shown.files.get_key_value(&format!("{path}{index}"))?;
    Some((path, bytes))
}

/// A file as it is sent.
fn sent(status: u16, path: &str, bytes: &[u8], shown: &Shown) -> Answer {
    let kind = kind(path);
    let body = if kind == HTML { page::dressed(bytes, shown) } else { bytes.to_vec() };
    Answer { status, kind, body }
}

/// The media type of a file, by its ending.
fn kind(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |it| it.1) {
        "html" => HTML,
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "txt" => TEXT,
        "ics" => "text/calendar; charset=utf-8",
        "vcf" => "text/vcard; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml",
        "pdf" => "application/pdf",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

/// A short text.
fn text(status: u16, text: &str) -> Answer {
    Answer { status, kind: TEXT, body: format!("{text}\n").into_bytes() }
}

/// An answer as it goes over the wire.
fn response(answer: Answer) -> Response<std::io::Cursor<Vec<u8>>> {
    let mut headers = vec![
        ("Content-Type", answer.kind),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ];
    if answer.status == 405 {
        headers.push(("Allow", "GET, HEAD"));
    }
    let headers = headers.iter().flat_map(|(name, value)| Header::from_bytes(*name, *value));
    let response = Response::from_data(answer.body).with_status_code(answer.status);
    headers.fold(response, Response::with_header)
}

#[cfg(test)]
mod tests {
    use super::super::board::Panel;
    use super::*;

    /// Something shown: these files and this report.
    fn shown(files: &[(&str, &str)], report: &str) -> Shown {
        let file = |(path, text): &(&str, &str)| ((*path).to_owned(), text.as_bytes().to_vec());
        Shown {
            files: Arc::new(files.iter().map(file).collect()),
            report: report.to_owned(),
            panel: Panel::Folded,
            stamp: "1-1".to_owned(),
        }
    }

    /// A small site.
    fn site() -> Shown {
        let files = [
            ("index.html", "home"),
            ("en/index.html", "english"),
            ("a.css", "css"),
            ("404.html", "not here"),
        ];
        shown(&files, "")
    }

    /// The status of a request with these headers on port 4000.
    fn status(hosts: &[&str], origins: &[&str], method: &Method) -> Option<u16> {
        let (hosts, origins) = (hosts.to_vec(), origins.to_vec());
        refusal(&Asked { method, url: "/", hosts, origins }, 4000).map(|it| it.status)
    }

    #[test]
    fn only_our_own_names_are_answered() {
        for host in ["127.0.0.1:4000", "localhost:4000", "[::1]:4000", "LocalHost:4000"] {
            assert_eq!(status(&[host], &[], &Method::Get), None, "{host}");
        }
        for host in [
            "",
            "localhost",
            "localhost:",
            "localhost:4001",
            "localhost:04000",
            "evil.example",
            "evil.example:4000",
            "localhost.evil.example:4000",
            "localhost:4000.evil.example",
            "127.0.0.1.nip.io:4000",
            "user@localhost:4000",
            "0.0.0.0:4000",
            "[::]:4000",
            "é",
        ] {
            assert_eq!(status(&[host], &[], &Method::Get), Some(403), "{host}");
        }
        assert_eq!(status(&[], &[], &Method::Get), Some(403));
        let two = ["localhost:4000", "evil.example"];
        assert_eq!(status(&two, &[], &Method::Get), Some(403));
        assert!(is_own("localhost", 80) && is_own("localhost:80", 80));
    }

    #[test]
    fn a_page_from_elsewhere_is_refused() {
        let host = ["localhost:4000"];
        let origin = |it| status(&host, &[it], &Method::Get);
        assert_eq!(origin("http://localhost:4000"), None);
        for foreign in ["null", "http://evil.example", "https://localhost:4000", "localhost:4000"] {
            assert_eq!(origin(foreign), Some(403), "{foreign}");
        }
    }

    #[test]
    fn only_reading_is_allowed() {
        let host = ["localhost:4000"];
        assert_eq!(status(&host, &[], &Method::Head), None);
        for method in [Method::Post, Method::Put, Method::Delete, Method::Options, Method::Trace] {
            assert_eq!(status(&host, &[], &method), Some(405), "{method}");
        }
    }

    #[test]
    fn a_path_is_an_exact_key() {
        let site = site();
        let path = |url| file(url, &site).map(|it| it.0);
        assert_eq!(path("/"), Some("index.html"));
        assert_eq!(path("/?x=1#y"), Some("index.html"));
        assert_eq!(path("/en/"), Some("en/index.html"));
        assert_eq!(path("/a.css"), Some("a.css"));
        for url in [
            "",
            "*",
            "a.css",
            "//a.css",
            "/en",
            "/../a.css",
            "/en/../a.css",
            "/./a.css",
            "/%2e%2e/a.css",
            "/A.CSS",
            "/a.css/",
            "http://localhost:4000/a.css",
            "/en//",
        ] {
            assert_eq!(path(url), None, "{url}");
        }
    }

    #[test]
    fn an_unknown_path_gets_the_page_for_it() {
        let answer = found("/nowhere", &site());
        assert_eq!((answer.status, answer.kind), (404, HTML));
        assert!(answer.body.starts_with(b"not here<script>"));
        let bare = found("/nowhere", &shown(&[("index.html", "home")], ""));
        assert_eq!(bare.status, 404);
    }

    #[test]
    fn only_pages_are_dressed() {
        assert!(found("/", &site()).body.starts_with(b"home<script>"));
        let css = found("/a.css", &site());
        assert_eq!((css.status, css.body.as_slice()), (200, b"css".as_slice()));
    }

    #[test]
    fn without_files_there_is_the_report() {
        let answer = found("/any/where", &shown(&[], "error: no <title>"));
        assert_eq!(answer.status, 503);
        let page = String::from_utf8(answer.body).unwrap();
        assert!(page.contains("error: no &lt;title&gt;") && page.contains("EventSource"));
    }

    #[test]
    fn a_request_for_the_stream_carries_a_stamp() {
        assert_eq!(since("/.teduh/events?since=12-3"), Some("12-3"));
        assert_eq!(since("/.teduh/events"), Some(""));
        assert_eq!(since("/.teduh/events?x"), Some(""));
        for url in ["/", "/.teduh/eventsx", "/.teduh/events/", "/x/.teduh/events"] {
            assert_eq!(since(url), None, "{url}");
        }
    }

    #[test]
    fn an_ending_has_its_media_type() {
        for (path, expected) in [
            ("index.html", HTML),
            ("en/plain.css", "text/css; charset=utf-8"),
            ("kartu.pdf", "application/pdf"),
            ("a.svg", "image/svg+xml"),
            ("_headers", "application/octet-stream"),
            ("html", "application/octet-stream"),
        ] {
            assert_eq!(kind(path), expected, "{path}");
        }
    }
}
