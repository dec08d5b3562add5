//! What stands right beside a verb of speech and shows what it reports, or that it reports nothing.

use super::clauses::OWN;
use super::indirect::{OBJECT, Report, comma};
use crate::lexicon::{Classes, Role};
use crate::words::Words;

/// "Harga turun, katanya.", "Demokrat, katanya, menolak": a verb whose form holds who says it, who is named
/// before.
pub(super) fn by_own_form(words: &Words, start: usize, cue: usize, end: usize) -> Option<Report> {
    let after = words.after(cue);
    let before = cue.checked_sub(1).filter(|&i| i > start && comma(words, i));
    let goes_on = comma(words, after) && after + 1 < end;
    let (content, before) = match before {
        Some(before) if goes_on => ((after + 1, end), Some((start, before))),
        Some(before) if end.saturating_sub(after) <= OBJECT + 1 => ((start, before), None),
        None if goes_on && cue == start => ((after + 1, end), None),
        _ => return None,
    };
    Some(Report {
        content,
        before,
        cue: Some(cue),
        speaker: None,
    })
}

/// Whether nothing but what joins clauses stands before the verb at word `cue` in its clause: …，但预计…
pub(super) fn stands_alone(words: &Words, cue: usize) -> bool {
    let before = cue
        .checked_sub(1)
        .filter(|&i| words.list[i].sentence == words.list[cue].sentence);
    before.is_none_or(|i| words.list[i].is_mark() || words.role(i) == Role::Coordinator)
}

/// 宣布了新计划, 该指控已被驳回, 被指控受贿: whether what stands beside a verb, in text without spaces, shows that it
/// has an object, is a noun or has no subject.
pub(super) fn is_object_or_noun(words: &Words, cue: usize, end: usize) -> bool {
    let unspaced = !words.lexicon.is_spaced();
    let after = words.after(cue);
    let before = cue
        .checked_sub(1)
        .filter(|&i| words.list[i].sentence == words.list[cue].sentence)
        .map_or(Role::None, |i| words.role(i));
    let noun = matches!(before, Role::Pointing | Role::Passive);
    let object = after < end && matches!(words.role(after), Role::Auxiliary | Role::Relative);
    // 公布处罚决定，称…, 发表声明反驳称，…: another verb behind it reports.
    let verb = |i: usize| {
        i < end
            && words
                .entry(i)
                .is_some_and(|entry| entry.classes.has(Classes::VERB) && !entry.takes.only_marks())
    };
    let object = object
        || comma(words, after) && verb(after + 1)
        || verb(after) && comma(words, words.after(after));
    unspaced && (noun || object)
}

/// 对俄罗斯“第一频道”表示: the opening mark of the name of who is told, which a preposition leads and the verb at
/// word `cue` follows at once.
pub(super) fn listener(words: &Words, cue: usize) -> Option<usize> {
    let unspaced = words.lexicon.is_han() && !words.lexicon.has_markers();
    let close = cue.checked_sub(1).filter(|_| unspaced)?;
    if !matches!(words.mark(close), Some('”' | '》' | '」' | '"')) || !words.is(cue, Classes::VERB)
    {
        return None;
    }
    let open = (close.saturating_sub(OWN)..close)
        .rev()
        .find(|&i| matches!(words.mark(i), Some('“' | '《' | '「' | '"')))?;
    (open.saturating_sub(OBJECT)..open)
        .rev()
        .take_while(|&i| !words.list[i].is_mark() && !words.is(i, Classes::VERB))
        .any(|i| words.role(i) == Role::Preposition)
        .then_some(open)
}

/// 告诉“晚报”，…: the closing mark of the name of who is told, where its marks open at word `i`.
pub(super) fn paper(words: &Words, i: usize, end: usize) -> Option<usize> {
    let unspaced = !words.lexicon.is_spaced();
    let opens = unspaced && matches!(words.mark(i), Some('“' | '《' | '「' | '"'));
    (i + 1..end.min(i + OWN + 1))
        .filter(|_| opens)
        .find(|&k| matches!(words.mark(k), Some('”' | '》' | '」' | '"')))
}
