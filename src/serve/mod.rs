//! One school's site on this machine: made anew after every change of its
//! content, and the browser told to look again.
//!
//! This room knows no stage: whoever calls [`run`] says how a [`Preview`] is
//! made. It speaks to this machine only, changes no file, and is not a web
//! server for anybody else: what is published is files in a folder.
//!
//! It is the one room with threads and locks. All that they share is a
//! [`Board`].

use std::collections::BTreeMap;
use std::error::Error as _;
use std::path::PathBuf;
use std::sync::{Arc, mpsc};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::error::Error;

use board::Board;

mod board;
mod events;
mod http;
mod page;
#[cfg(test)]
mod tests;
mod watch;

/// So many threads answer requests; one slow browser cannot hold up the others.
const WORKERS: usize = 4;

/// What the pipeline hands over after each change.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The files by their paths below the site; none when the content is at
    /// fault.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The diagnostics as plain text, empty when there are none.
    pub report: String,
}

/// How to serve.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Options {
    /// The port; 0: any that is free.
    pub port: u16,
    /// The folders whose changes count, with all that is in them. The output
    /// must not lie in one of them.
    pub watch: Vec<PathBuf>,
}

/// A running server. It stops when it is dropped.
struct Server {
    /// What it shows.
    board: Arc<Board>,
    /// The port it listens on.
    port: u16,
    /// The listening end, shared by the threads that answer.
    http: Arc<tiny_http::Server>,
    /// The threads that answer.
    workers: Vec<JoinHandle<()>>,
}

/// Serves until the process ends. `make` is called once at the start and again
/// after each change of a watched folder; `say` is told the address.
///
/// # Errors
/// When the first preview cannot be made, a folder not watched, or the port not
/// opened. Later, what `make` refuses is shown on the page: a file that is being
/// saved may be missing for a moment.
pub fn run(
    options: &Options,
    make: impl Fn() -> Result<Preview, Error> + Send + Sync,
    say: impl Fn(&str),
) -> Result<(), Error> {
    let (sender, changes) = mpsc::channel();
    let _watch = watch::start(&options.watch, sender)?;
    let server = Server::start(options.port, make()?)?;
    say(&server.address());
    while changes.recv().is_ok() {
        changes.try_iter().for_each(drop);
        server.board.show(make().unwrap_or_else(|it| failed(&it)));
    }
    Ok(())
}

impl Server {
    /// Starts to show a preview on this port, to this machine only.
    fn start(port: u16, preview: Preview) -> Result<Server, Error> {
        let refused = |why: String| Error::Port { port, why };
        let http = tiny_http::Server::http(("127.0.0.1", port));
        let http = http.map_err(|it| refused(it.to_string()))?;
        let port = http.server_addr().to_ip().map_or(port, |it| it.port());
        let mut server = Server {
            board: Arc::new(Board::new(preview)),
            port,
            http: Arc::new(http),
            workers: Vec::new(),
        };
        for _ in 0..WORKERS {
            let (http, board) = (Arc::clone(&server.http), Arc::clone(&server.board));
            let work = move || http::work(&http, &board, port);
            let worker = thread::Builder::new().spawn(work);
            server.workers.push(worker.map_err(|it| refused(it.to_string()))?);
        }
        Ok(server)
    }

    /// Where a browser finds it.
    fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.board.close();
        for _ in &self.workers {
            self.http.unblock();
        }
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
        self.board.wait_until_alone(Duration::from_secs(1));
    }
}

/// What is shown when no preview could be made: what was refused, and why.
fn failed(error: &Error) -> Preview {
    let why = error.source().map(|it| format!(": {it}")).unwrap_or_default();
    Preview { files: BTreeMap::new(), report: format!("{error}{why}\n") }
}
