//! The stream that tells a page to load again: server-sent events.
//!
//! One `reload` ends the stream, since the page that asked is then gone. Until
//! then a comment now and again finds out whether anybody still reads.

use std::io::{self, Write};
use std::time::Duration;

use super::board::{Heard, Listener};

/// Where a page asks for the stream, with the stamp of what it shows behind
/// [`SINCE`].
pub const PATH: &str = "/.teduh/events";

/// What stands before the stamp in the address.
pub const SINCE: &str = "since=";

/// So long a stream is silent at most.
pub const HEARTBEAT: Duration = Duration::from_secs(15);

/// The head of the answer. The body comes in chunks, so that its end can be seen
/// while the connection lives on.
const HEAD: &str = "HTTP/1.1 200 OK\r\n\
                    Content-Type: text/event-stream\r\n\
                    Cache-Control: no-store\r\n\
                    X-Content-Type-Options: nosniff\r\n\
                    Transfer-Encoding: chunked\r\n\r\n";

/// Answers with a stream: returns after the first change from what has this
/// stamp, when the server stops, or with an error when nobody reads any more.
pub fn stream(
    to: &mut impl Write,
    listener: &Listener,
    stamp: &str,
    heartbeat: Duration,
) -> io::Result<()> {
    to.write_all(HEAD.as_bytes())?;
    chunk(to, "retry: 1000\n\n")?;
    loop {
        match listener.wait(stamp, heartbeat) {
            Heard::Nothing => chunk(to, ":\n\n")?,
            Heard::Change => {
                chunk(to, "event: reload\ndata: now\n\n")?;
                return chunk(to, "");
            }
            Heard::End => return chunk(to, ""),
        }
    }
}

/// Sends a piece of the body; an empty one is its end.
fn chunk(to: &mut impl Write, text: &str) -> io::Result<()> {
    to.write_all(format!("{:x}\r\n{text}\r\n", text.len()).as_bytes())?;
    to.flush()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::Preview;
    use super::super::board::Board;
    use super::*;

    /// A reader that leaves after so many flushes.
    struct Leaving(usize);

    impl Write for Leaving {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            self.0 = self.0.checked_sub(1).ok_or(io::ErrorKind::BrokenPipe)?;
            Ok(())
        }
    }

    #[test]
    fn a_stream_says_reload_and_ends() {
        let board = Arc::new(Board::new(Preview::default()));
        let listener = board.listen().unwrap();
        let mut sent = Vec::new();
        stream(&mut sent, &listener, "old", HEARTBEAT).unwrap();
        let sent = String::from_utf8(sent).unwrap();
        let (head, body) = sent.split_once("\r\n\r\n").unwrap();
        assert!(head.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"));
        let reload = "19\r\nevent: reload\ndata: now\n\n\r\n0\r\n\r\n";
        assert_eq!(body, format!("d\r\nretry: 1000\n\n\r\n{reload}"));
    }

    #[test]
    fn a_stream_that_nobody_reads_ends_at_a_heartbeat() {
        let board = Arc::new(Board::new(Preview::default()));
        let listener = board.listen().unwrap();
        let stamp = board.shown().stamp.clone();
        let ended = stream(&mut Leaving(3), &listener, &stamp, Duration::from_millis(1));
        assert_eq!(ended.unwrap_err().kind(), io::ErrorKind::BrokenPipe);
    }

    #[test]
    fn a_stream_ends_when_the_server_stops() {
        let board = Arc::new(Board::new(Preview::default()));
        let listener = board.listen().unwrap();
        board.close();
        let mut sent = Vec::new();
        stream(&mut sent, &listener, &board.shown().stamp, HEARTBEAT).unwrap();
        assert!(sent.ends_with(b"0\r\n\r\n"));
    }
}
