//! Answering requests, on this machine only.
//!
//! It listens on the loopback address, answers only requests that were meant
//! for it (a page of another site cannot reach it under a name of its own), and
//! knows no file system: a path is a key of the site, or it is not there.

use std::io::Write;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::Scope;
use std::time::Duration;

use tiny_http::{Header, Method, Request, Response, Server};

use super::page::EVENTS;
use super::{OVER, Stage};
use crate::error::Error;

/// So many pages may wait for changes at once.
const MOST_LISTENERS: usize = 64;
/// A page that waits is spoken to this often, so that one that has gone is
/// noticed.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// A port that is open on this machine.
pub struct Door {
    /// The server.
    server: Server,
    /// Its port.
    port: u16,
    /// How many pages wait for changes.
    listeners: AtomicUsize,
}

impl Door {
    /// Opens a port on the loopback address.
    ///
    /// # Errors
    /// When it is taken.
    pub fn open(port: u16) -> Result<Door, Error> {
        let server = Server::http(("127.0.0.1", port))
            .map_err(|it| Error::Port { port, why: it.to_string() })?;
        let port = server.server_addr().to_ip().map_or(port, |it| it.port());
        Ok(Door { server, port, listeners: AtomicUsize::new(0) })
    }

    /// Where to look.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Answers until the server is stopped.
    pub fn answer<'s>(&'s self, stage: &'s Stage, scope: &'s Scope<'s, '_>) {
        for request in self.server.incoming_requests() {
            if !self.is_meant(&request) {
                respond(request, Response::from_string("421").with_status_code(421));
            } else if !matches!(request.method(), Method::Get | Method::Head) {
                respond(request, Response::from_string("405").with_status_code(405));
            } else if let Some(seen) = seen(&request) {
                self.listen(request, seen, stage, scope);
            } else {
                page(request, stage);
            }
        }
    }

    /// Whether the request names this server as its host, and comes from a page
    /// of this server where it comes from a page.
    fn is_meant(&self, request: &Request) -> bool {
        let header = |name| {
            request
                .headers()
                .iter()
                .find(move |it| it.field.equiv(name))
                .map(|it| it.value.as_str())
        };
        let own = ["127.0.0.1", "localhost", "[::1]"].map(|it| format!("{it}:{}", self.port));
        let host = header("Host").is_some_and(|it| own.iter().any(|own| it == own));
        let origin =
            header("Origin").is_none_or(|it| own.iter().any(|own| it == format!("http://{own}")));
        host && origin
    }

    /// Keeps a page told of changes, on a thread of its own.
    fn listen<'s>(
        &'s self,
        request: Request,
        seen: u64,
        stage: &'s Stage,
        scope: &'s Scope<'s, '_>,
    ) {
        if self.listeners.fetch_add(1, Ordering::Relaxed) >= MOST_LISTENERS {
            self.listeners.fetch_sub(1, Ordering::Relaxed);
            return respond(request, Response::from_string("503").with_status_code(503));
        }
        scope.spawn(move || {
            tell(request, seen, stage);
            self.listeners.fetch_sub(1, Ordering::Relaxed);
        });
    }

    /// Stops answering.
    #[cfg(test)]
    pub fn close(&self) {
        self.server.unblock();
    }
}

/// The version that a page has seen, where it asks for events.
fn seen(request: &Request) -> Option<u64> {
    request.url().strip_prefix(EVENTS)?.parse().ok()
}

/// Tells a page of every change until it goes away.
fn tell(request: Request, mut seen: u64, stage: &Stage) {
    let mut writer = request.into_writer();
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n: teduh\n\n";
    let mut say =
        |text: &str| writer.write_all(text.as_bytes()).and_then(|()| writer.flush()).is_ok();
    let mut there = say(head);
    while there {
        let now = stage.wait(seen, HEARTBEAT);
        there = say(if now == seen { ": still here\n\n" } else { "data: changed\n\n" });
        there = there && now != OVER;
        seen = now;
    }
}

/// Answers with a file of the site.
fn page(request: Request, stage: &Stage) {
    let url = request.url();
    let path = url.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    let path = if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    };
    let (bytes, found) = stage.get(&path);
    let kind = if found { content_type(&path) } else { "text/html; charset=utf-8" };
    let response = Response::from_data(bytes).with_status_code(if found { 200 } else { 404 });
    let response = [("Content-Type", kind), ("Cache-Control", "no-store")]
        .into_iter()
        .filter_map(|(name, value)| Header::from_bytes(name, value).ok())
        .fold(response, Response::with_header);
    respond(request, response);
}

/// Sends an answer; a reader that has gone away is no fault.
fn respond<R: std::io::Read>(request: Request, response: Response<R>) {
    let _ = request.respond(response);
}

/// The type of a file by its name.
fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("xml") => "application/xml",
        Some("json") => "application/json",
        Some("js") => "text/javascript; charset=utf-8",
        Some("pdf") => "application/pdf",
        Some("ics") => "text/calendar; charset=utf-8",
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader, Read};
    use std::net::TcpStream;
    use std::thread;

    use super::*;
    use crate::serve::{Files, Preview};

    /// Runs `act` beside a server that shows one page.
    fn with_door(act: impl FnOnce(&Door, &Stage)) {
        let files = Files::from([
            ("index.html".to_owned(), b"<p>hello</p>".to_vec()),
            ("robots.txt".to_owned(), b"x".to_vec()),
        ]);
        let stage = Stage::new(Preview { files, report: String::new() });
        let door = Door::open(0).expect("a free port");
        thread::scope(|scope| {
            let (door, stage) = (&door, &stage);
            scope.spawn(move || thread::scope(|inner| door.answer(stage, inner)));
            act(door, stage);
            door.close();
            stage.close();
        });
    }

    /// The whole answer to a request.
    fn ask(door: &Door, method: &str, path: &str, host: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", door.port)).expect("a connection");
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {host}:{}\r\nConnection: close\r\n\r\n",
            door.port
        );
        stream.write_all(request.as_bytes()).expect("to write");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("to read");
        answer
    }

    #[test]
    fn a_page_is_served_with_the_reload_script() {
        with_door(|door, _| {
            let answer = ask(door, "GET", "/", "127.0.0.1");
            assert!(
                answer.starts_with("HTTP/1.1 200") && answer.contains("<p>hello</p><script>"),
                "{answer}"
            );
            assert!(ask(door, "GET", "/robots.txt", "localhost").ends_with("\r\n\r\nx"));
        });
    }

    #[test]
    fn what_is_not_a_file_of_the_site_is_not_there() {
        with_door(|door, _| {
            for path in ["/x.html", "/../Cargo.toml", "/..%2fCargo.toml", "//etc/passwd"] {
                assert!(ask(door, "GET", path, "127.0.0.1").starts_with("HTTP/1.1 404"), "{path}");
            }
        });
    }

    #[test]
    fn a_request_for_another_host_or_with_another_method_is_refused() {
        with_door(|door, _| {
            assert!(ask(door, "GET", "/", "example.org").starts_with("HTTP/1.1 421"));
            assert!(ask(door, "POST", "/", "127.0.0.1").starts_with("HTTP/1.1 405"));
        });
    }

    #[test]
    fn a_page_that_waits_is_told_of_a_change() {
        with_door(|door, stage| {
            let mut stream = TcpStream::connect(("127.0.0.1", door.port)).expect("a connection");
            let request =
                format!("GET {EVENTS}0 HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", door.port);
            stream.write_all(request.as_bytes()).expect("to write");
            let mut lines = BufReader::new(stream).lines().map(|it| it.expect("a line"));
            assert!(lines.any(|it| it == ": teduh"));
            stage.show(Preview { report: "a fault".to_owned(), ..Preview::default() });
            assert!(lines.any(|it| it == "data: changed"));
        });
    }
}
