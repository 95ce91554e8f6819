//! The server on this machine's loopback, as a browser meets it. No sleeps:
//! whoever waits, waits for an answer, for at most [`PATIENCE`].

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpStream};

use super::board::MOST_LISTENERS;
use super::*;

/// So long a test waits before it fails.
const PATIENCE: Duration = Duration::from_secs(30);

/// A preview of one page.
fn preview(page: &str) -> Preview {
    let files = [("index.html".to_owned(), format!("<body>{page}</body>").into_bytes())];
    Preview { files: files.into(), ..Preview::default() }
}

/// A server on any port.
fn server(page: &str) -> Server {
    Server::start(0, preview(page)).unwrap()
}

/// Sends a request as it stands.
fn send(port: u16, request: &str) -> BufReader<TcpStream> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    BufReader::new(stream)
}

/// Everything that is answered to a request.
fn answer(port: u16, method: &str, path: &str, host: &str) -> String {
    let request = format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    let mut answer = String::new();
    send(port, &request).read_to_string(&mut answer).unwrap();
    answer
}

/// What is answered to an ordinary request.
fn get(port: u16, path: &str) -> String {
    answer(port, "GET", path, &format!("localhost:{port}"))
}

/// The stamp of the page that is shown.
fn stamp(port: u16) -> String {
    stamp_of(&get(port, "/"))
}

/// The stamp of this page.
fn stamp_of(page: &str) -> String {
    let (_, rest) = page.split_once(events::SINCE).unwrap();
    rest.split('\'').next().unwrap().to_owned()
}

/// A page that listens, from the first line of its answer on.
fn listen(port: u16, stamp: &str) -> (String, BufReader<TcpStream>) {
    let path = format!("{}?{}{stamp}", events::PATH, events::SINCE);
    let request = format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n");
    let mut reader = send(port, &request);
    let mut status = String::new();
    reader.read_line(&mut status).unwrap();
    (status, reader)
}

/// Reads a stream until it has said this.
fn hear(reader: &mut impl BufRead, word: &str) {
    let mut line = String::new();
    while !line.contains(word) {
        line.clear();
        assert_ne!(reader.read_line(&mut line).unwrap(), 0, "the stream ended");
    }
}

#[test]
fn a_page_is_served_and_never_kept() {
    let server = server("one");
    let page = get(server.port, "/");
    assert!(page.starts_with("HTTP/1.1 200 OK\r\n"));
    assert!(page.contains("Content-Type: text/html; charset=utf-8\r\n"));
    assert!(page.contains("Cache-Control: no-store\r\n"));
    assert!(page.contains("<body>one<script>") && page.ends_with("</script></body>"));
    assert_eq!(server.address(), format!("http://127.0.0.1:{}/", server.port));
}

#[test]
fn a_head_request_gets_no_body() {
    let server = server("one");
    let head = answer(server.port, "HEAD", "/", &format!("127.0.0.1:{}", server.port));
    assert!(head.starts_with("HTTP/1.1 200 OK\r\n") && head.ends_with("\r\n\r\n"));
    let path = format!("{}?{}x", events::PATH, events::SINCE);
    let head = answer(server.port, "HEAD", &path, &format!("127.0.0.1:{}", server.port));
    assert!(head.starts_with("HTTP/1.1 404 ") && head.ends_with("\r\n\r\n"));
}

#[test]
fn another_host_or_method_is_refused() {
    let server = server("one");
    let foreign = answer(server.port, "GET", "/", "evil.example");
    assert!(foreign.starts_with("HTTP/1.1 403 ") && !foreign.contains("one"));
    let (path, host) = (format!("{}?since=x", events::PATH), "evil.example");
    assert!(answer(server.port, "GET", &path, host).starts_with("HTTP/1.1 403 "));
    let post = answer(server.port, "POST", "/", &format!("localhost:{}", server.port));
    assert!(post.starts_with("HTTP/1.1 405 ") && post.contains("Allow: GET, HEAD\r\n"));
}

#[test]
fn no_path_leads_out() {
    let server = server("one");
    for path in ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/..%2fCargo.toml", "/etc/passwd"] {
        assert!(get(server.port, path).starts_with("HTTP/1.1 404 "), "{path}");
    }
}

#[test]
fn a_change_reloads_a_page_that_listens() {
    let server = server("one");
    let (status, mut page) = listen(server.port, &stamp(server.port));
    assert_eq!(status, "HTTP/1.1 200 OK\r\n");
    hear(&mut page, "retry");
    server.board.show(preview("two"));
    hear(&mut page, "event: reload");
    assert!(get(server.port, "/").contains("<body>two"));
}

#[test]
fn a_change_between_loading_and_listening_is_not_lost() {
    let server = server("one");
    let old = stamp(server.port);
    server.board.show(preview("two"));
    hear(&mut listen(server.port, &old).1, "event: reload");
}

#[test]
fn broken_content_leaves_the_page_and_shows_why() {
    let server = server("one");
    let report = "error: no <service>".to_owned();
    server.board.show(Preview { report, ..Preview::default() });
    let page = get(server.port, "/");
    assert!(page.starts_with("HTTP/1.1 200 OK\r\n"));
    assert!(page.contains("<body>one") && page.contains("error: no &lt;service&gt;"));
    server.board.show(preview("one"));
    assert!(!get(server.port, "/").contains("error"));
}

#[test]
fn content_that_was_never_good_shows_only_why() {
    let broken = Preview { report: "error: no title".to_owned(), ..Preview::default() };
    let server = Server::start(0, broken).unwrap();
    let page = get(server.port, "/");
    assert!(page.starts_with("HTTP/1.1 503 ") && page.contains("error: no title"));
    let (_, mut listening) = listen(server.port, &stamp(server.port));
    server.board.show(preview("one"));
    hear(&mut listening, "event: reload");
    assert!(get(server.port, "/").contains("<body>one"));
}

#[test]
fn many_listeners_starve_nobody_and_the_dead_give_their_places_back() {
    let server = server("one");
    let stamp = stamp(server.port);
    let listeners: Vec<_> = (0..MOST_LISTENERS).map(|_| listen(server.port, &stamp)).collect();
    assert!(listeners.iter().all(|it| it.0 == "HTTP/1.1 200 OK\r\n"));
    assert!(listen(server.port, &stamp).0.starts_with("HTTP/1.1 503 "));
    for _ in 0..20 {
        assert!(get(server.port, "/").contains("<body>one"));
    }

    for (_, page) in &listeners {
        page.get_ref().shutdown(Shutdown::Both).unwrap();
    }
    server.board.show(preview("two"));
    server.board.wait_until_alone(PATIENCE);
    assert_eq!(listen(server.port, &stamp).0, "HTTP/1.1 200 OK\r\n");
}

#[test]
fn a_stopped_server_ends_its_streams_and_frees_its_port() {
    let first = server("one");
    let port = first.port;
    let (_, mut page) = listen(port, &stamp(port));
    hear(&mut page, "retry");
    drop(first);
    let rest = page.lines().map(Result::unwrap);
    let rest: Vec<String> = rest.skip_while(String::is_empty).take(1).collect();
    assert_eq!(rest, ["0"]);
    let is_free = |_| TcpStream::connect(("127.0.0.1", port)).is_err();
    assert!((0..100_000).any(is_free));
}

#[test]
fn a_port_that_is_taken_is_an_error() {
    let first = server("one");
    let second = Server::start(first.port, preview("two"));
    assert!(matches!(second, Err(Error::Port { port, .. }) if port == first.port));
}

#[test]
fn a_saved_file_becomes_a_new_page_and_a_failure_is_shown() {
    let folder = std::env::temp_dir().join(format!("teduh-serve-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("page.md");
    std::fs::write(&file, "one").unwrap();

    let (sender, addresses) = mpsc::channel();
    let (watch, source) = (vec![folder.clone()], file.clone());
    thread::spawn(move || {
        let make = || match std::fs::read_to_string(&source) {
            Ok(text) => Ok(preview(&text)),
            Err(it) => Err(Error::Read { path: source.clone(), source: it }),
        };
        run(&Options { port: 0, watch }, make, |it| sender.send(it.to_owned()).unwrap())
    });
    let address = addresses.recv_timeout(PATIENCE).unwrap();
    let port = address.trim_end_matches('/').rsplit(':').next().unwrap().parse().unwrap();

    let (_, mut page) = listen(port, &stamp(port));
    std::fs::write(&file, "two").unwrap();
    hear(&mut page, "event: reload");
    let until = |word: &str| {
        let mut page = get(port, "/");
        while !page.contains(word) {
            hear(&mut listen(port, &stamp_of(&page)).1, "event: reload");
            page = get(port, "/");
        }
    };
    until("<body>two");
    std::fs::remove_file(&file).unwrap();
    until("cannot read");
    assert!(get(port, "/").contains("<body>two"));
    std::fs::write(&file, "three").unwrap();
    until("<body>three");
    std::fs::remove_dir_all(&folder).unwrap();
}
