//! What `segment` and `extract` share: article by article, in parallel, in the order of the input.

use crate::input::Input;
use crate::message::{Exit, Messages};
use crate::{output, progress};
use rayon::prelude::*;
use segmenter::Article;
use std::path::Path;

/// Articles are worked on in blocks of about this many bytes: enough for every thread, and little
/// enough that lines come out while later articles wait.
const BLOCK: usize = 4 << 20;

/// Renders every article to lines and notes.
pub fn run(
    input: &Input,
    path: &Path,
    heading: &str,
    messages: &Messages,
    render: impl Fn(Article) -> (String, Vec<String>) + Sync,
) -> Exit {
    let (reading, read) = input.read(messages);
    let bar = progress::bar(reading.inputs.len(), "articles", messages);
    let mut lines = output::Lines::open(path);
    let mut written = lines.push(heading);
    let mut waiting = reading
        .inputs
        .into_iter()
        .map(|input| input.article)
        .peekable();
    while written.is_ok() && waiting.peek().is_some() {
        let mut block = Vec::new();
        let mut bytes = 0;
        while let Some(article) = waiting.next_if(|_| bytes < BLOCK) {
            bytes += article.text.len();
            block.push(article);
        }
        let rendered: Vec<(String, String, Vec<String>)> = block
            .into_par_iter()
            .map(|article| {
                let id = article.id.clone();
                let (text, notes) = render(article);
                (id, text, notes)
            })
            .collect();
        for (id, text, notes) in rendered {
            for note in notes {
                messages.note(format_args!("{id}: {note}"));
            }
            bar.inc(1);
            written = lines.push(&text);
            if written.is_err() {
                break;
            }
        }
    }
    bar.finish_and_clear();
    let written = written.and_then(|()| lines.close(path));
    read.max(output::ended(written, path, messages))
}
