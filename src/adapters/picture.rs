//! Plots as images, for platforms that show them: the same bars that a terminal draws in text, and a description for those who do not
//! see them.

use crate::chat::plot::{Bar, Plot};
use anyhow::Context as _;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use std::fmt::Write as _;

/// Measures, in pixels of a screen of ordinary density. The image has twice as many.
const WIDTH: u32 = 560;
const MARGIN: u32 = 16;
const ROW: u32 = 30;
const BAR: u32 = 16;
const LABEL: u32 = 28;
/// The room for the words after the longest bar.
const NOTE: u32 = 190;
const DENSITY: f32 = 2.0;
/// The most characters of a note that fit after a bar.
const LONGEST_NOTE: usize = 24;

/// The image as a PNG file.
///
/// # Errors
/// It cannot be drawn: a fault of the program, which costs the reader nothing but the image.
pub fn png(plot: &Plot) -> anyhow::Result<Vec<u8>> {
    let mut options = Options { font_family: "Hack".to_owned(), ..Options::default() };
    options.fontdb_mut().load_font_data(epaint_default_fonts::HACK_REGULAR.to_vec());
    let tree = Tree::from_str(&svg(plot), &options).context("the picture cannot be read")?;
    let size = tree.size().to_int_size().scale_by(DENSITY).context("the picture has no size")?;
    let mut pixels = Pixmap::new(size.width(), size.height()).context("the picture is too large")?;
    resvg::render(&tree, Transform::from_scale(DENSITY, DENSITY), &mut pixels.as_mut());
    pixels.encode_png().context("the picture cannot be written")
}

/// The image in words: each bar by its label and what stands after it.
pub fn description(plot: &Plot) -> String {
    let bars: Vec<String> = plot.bars.iter().map(|bar| format!("{}: {}", bar.label, bar.note)).collect();
    bars.join("; ")
}

/// Light on dark, as both of Discord's themes bear it. Nothing is said by colour alone: the band has a frame, an uncertain end is
/// hatched.
fn svg(plot: &Plot) -> String {
    let most = plot.bars.iter().map(|bar| bar.to).chain([plot.band.1]).max().unwrap_or(1).max(1);
    let left = MARGIN + LABEL;
    let scale = f64::from(WIDTH - left - NOTE) / f64::from(most);
    let at = |seconds: u32| f64::from(left) + f64::from(seconds.min(most)) * scale;
    let rows = u32::try_from(plot.bars.len()).unwrap_or(0);
    let height = 2 * MARGIN + ROW * (rows + 1);
    let mut svg = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" font-family="Hack" font-size="13">
<defs><pattern id="perhaps" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
<rect width="3" height="6" fill="#9ecbff"/></pattern></defs>
<rect width="100%" height="100%" rx="8" fill="#20242b"/>
"##
    );
    let (from, to) = (at(plot.band.0), at(plot.band.1));
    let (top, foot) = (MARGIN + ROW - 8, height - MARGIN + 4);
    let _ = write!(
        svg,
        r##"<rect x="{from:.1}" y="{top}" width="{:.1}" height="{}" fill="#2c3a2f" stroke="#7fd18b" stroke-dasharray="4 3"/>
<text x="{from:.1}" y="{}" fill="#7fd18b">{} – {} s</text>
"##,
        to - from,
        foot - top,
        MARGIN + 8,
        plot.band.0,
        plot.band.1
    );
    for (row, bar) in (1..).zip(&plot.bars) {
        draw(&mut svg, bar, MARGIN + row * ROW, &at);
    }
    svg.push_str("</svg>");
    svg
}

fn draw(svg: &mut String, bar: &Bar, y: u32, at: &impl Fn(u32) -> f64) {
    let (from, to) = (at(bar.from), at(bar.to));
    let zero = at(0);
    let base = y + BAR - 3;
    let _ = write!(
        svg,
        r##"<text x="{MARGIN}" y="{base}" fill="#e6e9ee">{}</text>
<rect x="{zero:.1}" y="{y}" width="{:.1}" height="{BAR}" fill="#4f9dff"/>
<rect x="{from:.1}" y="{y}" width="{:.1}" height="{BAR}" fill="url(#perhaps)"/>
<text x="{:.1}" y="{base}" fill="#e6e9ee">{}</text>
"##,
        escaped(&bar.label),
        from - zero,
        to - from,
        to + 8.0,
        escaped(&crate::words::shorten(&bar.note, LONGEST_NOTE))
    );
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plot_becomes_a_picture_with_its_words() {
        let bar = |label: &str, from, to, note: &str| Bar { label: label.into(), from, to, note: note.into() };
        let plot =
            Plot { band: (15, 30), bars: vec![bar("1", 41, 41, "41 s"), bar("2", 20, 24, "20 à 24 s <gardée>")] };
        let png = png(&plot).unwrap();
        assert_eq!(&png[1..4], b"PNG");
        let (width, height) =
            (u32::from_be_bytes(png[16..20].try_into().unwrap()), u32::from_be_bytes(png[20..24].try_into().unwrap()));
        assert_eq!((width, height), (2 * WIDTH, 2 * (2 * MARGIN + 3 * ROW)));
        // Something is written, and not only painted: the same picture without words is another.
        let silent = Plot {
            bars: plot.bars.iter().map(|bar| Bar { note: String::new(), ..bar.clone() }).collect(),
            ..plot.clone()
        };
        assert_ne!(super::png(&silent).unwrap(), png);
        assert_eq!(description(&plot), "1: 41 s; 2: 20 à 24 s <gardée>");
        assert!(super::png(&Plot { band: (0, 0), bars: Vec::new() }).is_ok());
    }
}
