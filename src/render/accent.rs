//! A school's own colour, corrected until everybody can read it.
//!
//! A school wishes for any colour and gets the nearest of twenty-five hues, each
//! in a tone for light and one for the dark. All of them were chosen so that
//! text keeps a contrast of 7:1. So no wish can make a page unreadable, and the
//! hosts' headers can name every style that a site may have.

use crate::model::value::Colour;

/// The leaf and its tint, by day and by night; one row for each fifteen degrees
/// of hue, beginning with red, and one for grey.
const TONES: [[&str; 4]; 25] = [
    ["#873127", "#fee7e3", "#f5a396", "#3f221e"],
    ["#85311e", "#ffe7e1", "#f3a38f", "#3f231c"],
    ["#7d3b00", "#fee8db", "#eda87d", "#3d2515"],
    ["#654a04", "#f6ecd7", "#d7b46b", "#36290e"],
    ["#515103", "#eeefd8", "#bbbd70", "#2d2d11"],
    ["#3e5503", "#e8f1db", "#a8c37c", "#262f16"],
    ["#295803", "#e4f2de", "#99c585", "#213019"],
    ["#1d5a12", "#e2f2e0", "#94c88b", "#1e311b"],
    ["#1a5b17", "#e2f2e0", "#91c78c", "#1e311c"],
    ["#125b1a", "#e1f3e1", "#8fc98f", "#1d311d"],
    ["#015b29", "#dff3e3", "#85c996", "#193220"],
    ["#045a42", "#dbf4e8", "#72cba8", "#113226"],
    ["#035858", "#d7f4f3", "#5dcaca", "#073232"],
    ["#035473", "#daf1fe", "#70c3ec", "#102f3e"],
    ["#1b4e8f", "#e2eeff", "#8ebbf8", "#1c2c41"],
    ["#2c4b90", "#e4edff", "#98b8f9", "#202b42"],
    ["#2c4b90", "#e4edff", "#98b8f9", "#202b42"],
    ["#3c4790", "#e7ecff", "#a5b6fa", "#242a42"],
    ["#55408b", "#edeafe", "#bdaef4", "#2c2740"],
    ["#683a80", "#f4e7fc", "#d2a8e9", "#33253b"],
    ["#743572", "#f9e6f7", "#dfa4dc", "#382337"],
    ["#7d3162", "#fce5f2", "#e9a1cb", "#3b2231"],
    ["#842f4b", "#fee6eb", "#f2a0b5", "#3e2129"],
    ["#873034", "#fee6e5", "#f5a19f", "#3f2222"],
    ["#514d4e", "#eeeced", "#bbb7b8", "#2c2b2b"],
];

/// The row for grey.
const GREY: usize = TONES.len() - 1;

/// The style that gives a site its school's colour.
pub fn style(wish: Colour) -> String {
    let [leaf, tint, night_leaf, night_tint] = TONES[row(wish)];
    format!(
        ":root{{--leaf:{leaf};--tint:{tint}}}\
         @media(prefers-color-scheme:dark){{:root{{--leaf:{night_leaf};--tint:{night_tint}}}}}"
    )
}

/// The row of the hue that is nearest to a colour.
fn row(wish: Colour) -> usize {
    let [red, green, blue] = wish.parts().map(i32::from);
    let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
    let spread = most - least;
    // What has hardly any colour, or is nearly black, has no hue to speak of.
    if spread * 8 < most || most < 32 {
        return GREY;
    }
    let (sector, rest) = if most == red {
        (0, green - blue)
    } else if most == green {
        (8, blue - red)
    } else {
        (16, red - green)
    };
    // A sixth of the circle has four rows; halves are rounded up.
    let steps = (rest * 8 + spread).div_euclid(spread * 2);
    usize::try_from((sector + steps).rem_euclid(24)).unwrap_or(GREY)
}

/// The same as it stands in a page.
pub fn element(colour: Colour) -> String {
    format!("<style>{}</style>", style(colour))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How much light a colour gives, as WCAG defines it.
    fn light(colour: &str) -> f64 {
        let parts = Colour::try_from(colour).expect("a colour").parts().map(|it| {
            let it = f64::from(it) / 255.0;
            if it <= 0.04045 { it / 12.92 } else { ((it + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    /// The contrast of two colours.
    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (light(a), light(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_tone_can_be_read_on_paper_and_on_its_tint() {
        for [leaf, tint, night_leaf, night_tint] in TONES {
            for (text, ground) in [
                (leaf, tint),
                (leaf, "#fbf9f2"),
                (leaf, "#fffefb"),
                (night_leaf, night_tint),
                (night_leaf, "#0f1a17"),
                (night_leaf, "#172521"),
            ] {
                assert!(contrast(text, ground) >= 7.0, "{text} on {ground}");
            }
        }
    }

    #[test]
    fn a_wish_becomes_its_nearest_hue() {
        let row = |it: &str| super::row(Colour::try_from(it).expect("a colour"));
        assert_eq!([row("#ff0000"), row("#ffff00"), row("#00ff00")], [0, 4, 8]);
        assert_eq!([row("#00ffff"), row("#0000ff"), row("#ff00ff")], [12, 16, 20]);
        assert_eq!([row("#ff0010"), row("#800020"), row("#ff0080")], [0, 23, 22]);
        assert_eq!([row("#000000"), row("#ffffff"), row("#808080"), row("#0a0a1f")], [GREY; 4]);
    }
}
