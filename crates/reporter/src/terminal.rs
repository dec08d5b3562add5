//! The terminal: the short story first.
//!
//! What a researcher wants to know before any table: who reports, what they agree on, where they
//! diverge and how, who leaves out what. Colours come as ANSI escapes, and every verdict has a
//! mark of its own, so that nothing is lost without them:
//!
//! | mark | verdict |
//! | --- | --- |
//! | `=` | agrees |
//! | `≈` | compatible |
//! | `≠` | diverges |
//! | `·` | not there |
//! | `?` | perhaps there: the nearest sentence is shown |

mod line;
mod matrix;

use crate::View;
use crate::story::{Story, story};
use crate::view::statement_id;
use anstyle::{AnsiColor, Style};
use differ::{Finding, Kind, Verdict};
pub(crate) use line::prose;
pub(crate) use matrix::letter;

use line::{plain, shortened, shortened_prose, width, wrapped};
use std::fmt::Write as _;

/// What can be set on the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// How many columns the terminal has.
    pub width: usize,
    /// Print everything, not only the first of each.
    pub full: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            width: 100,
            full: false,
        }
    }
}

/// How many statements a section shows: about one screen in all.
const SHOWN: usize = 12;

/// How many lines the words of a finding may take.
const MOST_LINES: usize = 3;

/// How many pieces of evidence of one finding the short story shows.
const MOST_QUOTES: usize = 5;

const TITLE: Style = Style::new().bold();
const QUIET: Style = Style::new().dimmed();

fn style(verdict: Verdict) -> Style {
    match verdict {
        Verdict::Diverges => AnsiColor::Red.on_default().bold(),
        Verdict::Compatible => AnsiColor::Yellow.on_default(),
        Verdict::Agrees => AnsiColor::Green.on_default(),
        Verdict::SingleSource => QUIET,
    }
}

pub(crate) fn mark(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Diverges => "≠",
        Verdict::Compatible => "≈",
        Verdict::Agrees => "=",
        Verdict::SingleSource => "·",
    }
}

/// The story of a comparison, with colours as ANSI escapes.
pub fn render(view: &View, options: Options) -> String {
    let mut page = Page {
        view,
        options,
        text: String::new(),
    };
    let story = story(view);
    page.head();
    page.headlines();
    page.shared(&story);
    page.differences("Where they diverge", &story.diverging, Verdict::Diverges);
    page.differences(
        "Where they differ and can both be right",
        &story.compatible,
        Verdict::Compatible,
    );
    page.names(&story);
    page.omissions(&story);
    matrix::matrix(&mut page);
    page.notes();
    page.text
}

/// A page being written.
struct Page<'a> {
    view: &'a View<'a>,
    options: Options,
    text: String,
}

impl Page<'_> {
    fn head(&mut self) {
        let reports = &self.view.comparison.reports;
        let mut languages: Vec<&str> = reports
            .iter()
            .map(|report| report.document.language.code.as_str())
            .collect();
        languages.sort_unstable();
        languages.dedup();
        let title = self.view.title().map_or("Comparison".to_owned(), plain);
        let _ = writeln!(self.text, "{TITLE}{title}{TITLE:#}");
        let shared = self
            .view
            .comparison
            .statements
            .iter()
            .filter(|statement| View::carriers(statement).len() > 1)
            .count();
        let numbers = format!(
            "{} in {} ({}), {}, {shared} of them in more than one report",
            counted(reports.len(), "report"),
            counted(languages.len(), "language"),
            languages.join(" "),
            counted(self.view.told().count(), "statement"),
        );
        for line in wrapped(&numbers, self.options.width) {
            let _ = writeln!(self.text, "{line}");
        }
        self.text.push('\n');
        matrix::legend(self);
    }

    /// What each report has above its text, and which statements that tells.
    fn headlines(&mut self) {
        let view = self.view;
        let reports = view.comparison.reports.iter().enumerate();
        let headlines: Vec<(usize, &str)> = reports
            .filter_map(|(report, of)| Some((report, of.document.headline()?)))
            .collect();
        if headlines.is_empty() {
            return;
        }
        self.heading("Headlines", headlines.len());
        let told = &view.comparison.headlines;
        for &(report, headline) in &headlines[..self.shown(headlines.len())] {
            let told = told.get(report).into_iter().flatten();
            let ids: Vec<String> = told.map(|&index| statement_id(index)).collect();
            let mut text = shortened(headline, 2 * self.options.width);
            if !ids.is_empty() {
                let _ = write!(text, "  [{}]", ids.join(",\u{a0}"));
            }
            self.item(2, &matrix::letter(report), TITLE, &text);
        }
        self.rest(headlines.len());
    }

    /// A heading with how many things stand below it.
    fn heading(&mut self, title: &str, count: usize) {
        let _ = writeln!(
            self.text,
            "{TITLE}{title}{TITLE:#} {QUIET}({count}){QUIET:#}"
        );
    }

    /// Text after a mark, wrapped under itself.
    fn item(&mut self, indent: usize, mark: &str, style: Style, text: &str) {
        let lines = wrapped(text, self.options.width.saturating_sub(indent + 2));
        for (index, line) in lines.iter().enumerate() {
            let pad = " ".repeat(indent);
            let _ = if index == 0 {
                writeln!(self.text, "{pad}{style}{mark}{style:#} {line}")
            } else {
                writeln!(self.text, "{pad}  {line}")
            };
        }
    }

    fn quiet(&mut self, indent: usize, text: &str) {
        for line in wrapped(text, self.options.width.saturating_sub(indent)) {
            let _ = writeln!(self.text, "{}{QUIET}{line}{QUIET:#}", " ".repeat(indent));
        }
    }

    /// How many of `all` are shown, and a line that says how to see the rest.
    fn shown(&self, all: usize) -> usize {
        if self.options.full {
            all
        } else {
            all.min(SHOWN)
        }
    }

    fn rest(&mut self, all: usize) {
        let shown = self.shown(all);
        if shown < all {
            self.quiet(2, &format!("… and {} more: --full shows them", all - shown));
        }
        self.text.push('\n');
    }

    fn shared(&mut self, story: &Story) {
        if story.shared.is_empty() {
            return;
        }
        self.heading("What most of them agree on", story.shared.len());
        let reports = self.view.comparison.reports.len();
        for &index in &story.shared[..self.shown(story.shared.len())] {
            let statement = &self.view.comparison.statements[index];
            let carriers = View::carriers(statement).len();
            let who = if carriers == reports {
                "all".to_owned()
            } else {
                format!("{carriers} of {reports}")
            };
            let text = self.headline(index, 2 * self.options.width);
            // Kept on one line.
            let who = who.replace(' ', "\u{a0}");
            let text = format!("{text}  [{},\u{a0}{who}]", statement_id(index));
            self.item(2, "=", style(Verdict::Agrees), &text);
        }
        self.rest(story.shared.len());
    }

    /// Differences of one gravity, statement by statement in the order of the first finding.
    fn differences(&mut self, title: &str, findings: &[usize], verdict: Verdict) {
        let mut statements: Vec<usize> = Vec::new();
        for &finding in findings {
            if let Some(statement) = self.view.comparison.findings[finding].statement
                && !statements.contains(&statement)
            {
                statements.push(statement);
            }
        }
        // A statement that diverges is told once, with all that differs in it.
        if verdict == Verdict::Compatible {
            statements.retain(|&statement| self.view.verdict(statement) == Verdict::Compatible);
        }
        if statements.is_empty() {
            if verdict == Verdict::Diverges {
                self.heading(title, 0);
                self.quiet(2, "nowhere");
                self.text.push('\n');
            }
            return;
        }
        self.heading(title, statements.len());
        for &statement in &statements[..self.shown(statements.len())] {
            let text = self.headline(statement, self.options.width.saturating_sub(8));
            let text = format!("{text}  [{}]", statement_id(statement));
            self.item(0, " ", Style::new(), &text);
            for (_, finding) in self.view.findings_of(statement) {
                if finding.kind == Kind::Coverage
                    || !matches!(finding.verdict, Verdict::Diverges | Verdict::Compatible)
                {
                    continue;
                }
                self.finding(4, finding);
            }
        }
        self.rest(statements.len());
    }

    /// A finding in its own words, or, where those fill the screen, a line for each report.
    fn finding(&mut self, indent: usize, finding: &Finding) {
        let (mark, style) = (mark(finding.verdict), style(finding.verdict));
        let kind = match self.view.subject(finding) {
            Some(subject) => format!("{}, {subject}", finding.kind.name()),
            None => finding.kind.name().to_owned(),
        };
        let text = format!("{kind}: {}", prose(&finding.explanation));
        let room = self.options.width.saturating_sub(indent + 2);
        if wrapped(&text, room).len() <= MOST_LINES {
            return self.item(indent, mark, style, &text);
        }
        // The values stand below, so that the line needs only what is said about them.
        let (before, _) = text.split_once(": \u{201c}").unwrap_or((&text, ""));
        self.item(indent, mark, style, &shortened_prose(before, room));
        let most = if self.options.full {
            finding.evidence.len()
        } else {
            MOST_QUOTES
        };
        for evidence in finding.evidence.iter().take(most) {
            let report = evidence.at.report;
            let speaker = match self.view.speaker(finding.kind, evidence).name {
                "" => String::new(),
                name => format!("{}: ", shortened(name, room / 3)),
            };
            let left = room.saturating_sub(4 + width(&speaker));
            let words = speaker + &shortened(self.view.text(report, evidence.span), left);
            self.item(indent + 2, &matrix::letter(report), TITLE, &words);
        }
        let rest = finding.evidence.len().saturating_sub(most);
        if rest > 0 {
            self.quiet(indent + 4, &format!("… and {rest} more"));
        }
    }

    /// Findings about the whole event: the same person under different names.
    fn names(&mut self, story: &Story) {
        let whole: Vec<usize> = story
            .diverging
            .iter()
            .chain(&story.compatible)
            .copied()
            .filter(|&finding| self.view.comparison.findings[finding].statement.is_none())
            .collect();
        if whole.is_empty() {
            return;
        }
        self.heading("Over the whole event", whole.len());
        for &finding in &whole[..self.shown(whole.len())] {
            self.finding(2, &self.view.comparison.findings[finding]);
        }
        self.rest(whole.len());
    }

    fn omissions(&mut self, story: &Story) {
        if self.view.comparison.reports.len() < 2 {
            return;
        }
        let _ = writeln!(
            self.text,
            "{TITLE}What each leaves out, and what it has alone{TITLE:#}"
        );
        let reports = self.view.comparison.reports.len();
        for report in 0..self.shown(reports) {
            let (omitted, perhaps) = (&story.omitted[report], &story.perhaps[report]);
            let title = format!(
                "{}: leaves out {}{}, has {} alone",
                plain(self.view.outlet(report)),
                if omitted.is_empty() {
                    "nothing that most others have".to_owned()
                } else {
                    format!("{} that most others have", omitted.len())
                },
                match perhaps.len() {
                    0 => String::new(),
                    count => format!(", perhaps {count} more"),
                },
                story.alone[report].len(),
            );
            self.item(2, &matrix::letter(report), TITLE, &title);
            // Three tell what kind of thing is missing; the matrix has them all.
            let most = if self.options.full { usize::MAX } else { 3 };
            let room = self.options.width.saturating_sub(16);
            let line = |page: &Self, statement: usize| {
                let text = page.headline(statement, room);
                format!("{text}  [{}]", statement_id(statement))
            };
            for &statement in omitted.iter().take(most) {
                let text = line(self, statement);
                self.item(4, "–", QUIET, &text);
            }
            for &statement in perhaps.iter().take(most) {
                let text = line(self, statement);
                self.item(4, matrix::PERHAPS, QUIET, &text);
                if let Some(near) = self.view.perhaps(statement, report) {
                    let words = shortened(self.view.line(near.at), room);
                    self.quiet(6, &format!("perhaps told here: {words}"));
                }
            }
        }
        self.rest(reports);
    }

    fn notes(&mut self) {
        let notes: Vec<String> = self
            .view
            .run
            .notes
            .iter()
            .chain(&self.view.comparison.notes)
            .map(|note| prose(note))
            .collect();
        if notes.is_empty() {
            return;
        }
        self.heading("Notes", notes.len());
        for note in &notes[..self.shown(notes.len())] {
            self.item(2, "·", QUIET, note);
        }
        self.rest(notes.len());
    }

    /// The sentence that stands for a statement, on one line of at most `width` columns.
    fn headline(&self, statement: usize, width: usize) -> String {
        let statement = &self.view.comparison.statements[statement];
        shortened(self.view.stands_for(statement), width)
    }
}

fn counted(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}

#[cfg(test)]
mod tests;
