//! An address as a square of dots that a telephone's camera reads.
//!
//! The address is always printed in letters beside it: many children have no
//! camera, and nobody should have to trust dots.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};

/// Clear space round the dots, in dots.
const QUIET: usize = 2;

/// The dots as an SVG with one path; empty where the text is too long.
pub fn dots(text: &str) -> String {
    let Ok(code) = QrCode::with_error_correction_level(text, EcLevel::Q) else {
        return String::new();
    };
    let width = code.width();
    let colours = code.to_colors();
    let mut path = String::new();
    for (y, row) in colours.chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run[0] == Color::Dark {
                let length = run.len();
                let _ = write!(path, "M{} {}h{length}v1h-{length}z", x + QUIET, y + QUIET);
            }
            x += run.len();
        }
    }
    let side = width + 2 * QUIET;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\">\
         <path d=\"{path}\"/></svg>"
    )
}
