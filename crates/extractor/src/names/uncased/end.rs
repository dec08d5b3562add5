//! Where a name ends in a script without capitals, and what shows that it begins.

use super::{LONGEST, SYLLABLE, ends_sentence, is_definite, is_letter, is_surname_alone, text_of};
use crate::lexicon::Classes;
use crate::words::{Shape, Words};
use segmenter::Span;

/// The end of a name that starts at word `at`: its next word, and further ones only with a
/// particle or a given name before them, or an article of their own.
pub(super) fn name_end(
    words: &Words,
    at: usize,
    end: usize,
    plain: &impl Fn(usize) -> bool,
    definite: &impl Fn(usize) -> bool,
) -> usize {
    let closes = |k: usize| words.list[k].core.end < words.list[k].span.end;
    // "عبد الفتاح" is one given name of two words.
    let one = if words.is(at, Classes::GIVEN) {
        words.list[at].reach.max(1)
    } else {
        1
    };
    let mut stop = at + one;
    // "محمد بن سلمان": a listed family name of several words.
    let family = words
        .entry(stop)
        .is_some_and(|entry| entry.classes.has(Classes::KNOWN) && entry.tag.starts_with("person"));
    let several = stop < end && words.list[stop].reach > 1;
    if family && several && words.is(at, Classes::GIVEN) && words.after(stop) <= end {
        return words.after(stop);
    }
    // "דניאל בן עטר": a particle that is another word as well, between a given name and a word that is no number.
    let inner = |k: usize| {
        let bound = Classes::VERB
            .and(Classes::COMPLEMENTISER)
            .and(Classes::PRONOUN)
            .and(Classes::TITLE);
        let before = || {
            words.is(k - 1, Classes::GIVEN)
                && !words.is(k + 1, bound)
                && !words.lexicon.is_unit(text_of(words, k + 1))
        };
        // "فون دير لاين"
        // "تقی آزاد ارمکی": a given name that is another word as well, before a name of origin.
        let middle = words.lexicon.is_given_too(words.folded(k))
            && words.is(k - 1, Classes::GIVEN)
            && words.lexicon.ends_as("surname", words.folded(k + 1))
            && k + 1 < end
            && words.entry(k + 1).is_none();
        if middle {
            return true;
        }
        k + 1 < end
            && words.is(k, Classes::PARTICLE)
            // "मुकेश के भाई": whose it is.
            && words.entry(k).is_none_or(|entry| entry.joins != "of")
            && (before() || words.is(k - 1, Classes::PARTICLE))
            && words
                .list
                .get(k + 1)
                .is_some_and(|next| next.shape == Shape::Uncased)
    };
    while stop < end.min(at + LONGEST + one) && (plain(stop) || inner(stop)) && !closes(stop - 1) {
        // "שמעון בן שבת": the day is a surname there.
        if inner(stop) && !plain(stop + 1) {
            stop += 2;
            continue;
        }
        let particle = words.is(stop - 1, Classes::PARTICLE);
        let second = stop == at + one;
        let third = words.is(stop - 1, Classes::GIVEN)
            || words.lexicon.is_given_too(words.folded(stop - 1))
            || words.is(stop, Classes::GIVEN.and(Classes::PARTICLE))
            || (at..stop).any(|k| words.is(k, Classes::PARTICLE)) && definite(stop)
            || words.core(stop - 1).chars().count() <= SYLLABLE
                && !words.is(stop - 1, Classes::SURNAME)
            // "شي جين بينغ"
            || words.core(at).chars().count() <= SYLLABLE && !words.is(at, Classes::GIVEN);
        // "دانت ساناي تاكايتشي الإطلاق": at the end of a sentence it may be the object, where it is no name of
        // origin.
        let object = is_definite(words, stop)
            && !is_letter(words)
            && ends_sentence(words, stop + 1, end)
            && !words.lexicon.ends_as("relational", words.folded(stop));
        // "سونيتا فينكاتيش راو المولودة", "रियोस मोंतेरो का": what follows shows that the third word is the last.
        let last = stop == at + one + 1
            && words.entry(stop).is_none()
            && !words.lexicon.has_surnames()
            && !words.lexicon.ends_as("inflected", words.folded(stop))
            && !object
            && !words
                .lexicon
                .name_forms("person")
                .any(|letter| words.folded(stop).starts_with(letter))
            && ends_name(words, stop + 1, end)
            // "به دیدار رضا توکلی رفت.": nor the verb that ends the sentence.
            && (words.lexicon.definite().is_some() || !ends_sentence(words, stop + 1, end))
            // "خلفا لخوسيه": nor an adverb.
            && !(words.lexicon.ends_as("adverb", words.folded(stop)) && leads(words, stop + 1));
        // "אלי ברק התלווה אליו": behind a surname that is a given name as well only another name.
        let pair = is_letter(words)
            && words.is(at, Classes::GIVEN)
            && words.is(stop - 1, Classes::SURNAME)
            && stop == at + one + 1
            && !words.is(
                stop,
                Classes::SURNAME.and(Classes::GIVEN).and(Classes::PARTICLE),
            );
        // "التقى سامر الحلو ليلى حداد": behind a surname with an article somebody else.
        let other = !is_letter(words)
            && stop > at + one
            && is_definite(words, stop - 1)
            && !words.is(stop - 2, Classes::PARTICLE)
            && words.is(stop, Classes::GIVEN);
        // "نواک جوکوویچ کارلوس آلکاراز": so behind one that a list has alone.
        if other || stop > at + one && is_surname_alone(words, stop - 1) {
            break;
        }
        // "سیما سادات لاری گفت": a name of origin, before what the person says.
        let origin = stop == at + one + 1
            && words.entry(stop).is_none()
            && words.is(stop + 1, Classes::VERB)
            && words
                .lexicon
                .name_forms("surname")
                .any(|ending| words.core(stop).ends_with(ending));
        let third =
            (third && !pair || last || origin) && !(stop > at + one && is_beyond(words, stop));
        // "غسان ورفيقته ميساء": what joins somebody else with whose he or she is.
        let joined = second
            && words.entry(stop).is_none()
            && words.is(stop + 1, Classes::GIVEN)
            && words.lexicon.ends_as("owned", words.folded(stop))
            && words
                .lexicon
                .behind_prefixes(words.folded(stop))
                .next()
                .is_some();
        if joined {
            break;
        }
        // "איתן דורון בנאומו": behind a whole name a word with a preposition written onto it is no
        // part of it.
        let governed = !second
            && !particle
            && !words.is(stop - 1, Classes::GIVEN)
            && (words.lexicon.has_surnames() || words.lexicon.definite().is_some())
            && words
                .lexicon
                .behind_prefixes(words.folded(stop))
                .next()
                .is_some()
            && !words.is(stop, Classes::GIVEN.and(Classes::SURNAME));
        // "יאיר ורון לביא": what is written onto a word begins something else.
        // "عادل بن ناصر بشهادته": behind a whole name also behind a given name, where much stands behind the
        // preposition.
        let long = stop > at + one + 1
            && is_letter(words)
            && !words.is(stop, Classes::GIVEN.and(Classes::SURNAME))
            && words
                .lexicon
                .behind_prefixes(words.folded(stop))
                .any(|(prefix, rest)| {
                    words.lexicon.governs(prefix) && rest.chars().count() > SYLLABLE * 2
                });
        // "لي بالمنافسات": with the article, also the second word.
        let held = is_letter(words)
            && words
                .lexicon
                .behind_prefixes(words.folded(stop))
                .any(|(prefix, rest)| {
                    let article = words.lexicon.definite().is_some_and(|article| {
                        prefix.len() > article.len() && prefix.ends_with(article)
                    });
                    article && words.lexicon.governs(prefix) && rest.chars().count() > SYLLABLE * 2
                });
        // "גלי בהרב-מיארה": two surnames in one word.
        let joined = words.core(stop).contains(['-', '־']);
        let governed = (governed || long || held) && !joined;
        let onto = words.list[stop].core.start > words.list[stop].span.start && !particle;
        if !(second || particle || third) || governed || onto {
            break;
        }
        stop += 1;
    }
    // A particle at the end belongs to what follows.
    while stop > at + 1 && words.is(stop - 1, Classes::PARTICLE) {
        stop -= 1;
    }
    stop
}

/// Whether what stands at word `k` ends the name before it: a mark, a definite noun, or what marks a
/// subject or joins a name to its noun.
pub(super) fn ends_name(words: &Words, k: usize, end: usize) -> bool {
    k >= end
        || words
            .mark(k)
            .is_some_and(|mark| matches!(mark, '.' | ',' | '،' | '؛' | '(' | ')' | ':' | '।'))
        || words.is(k, Classes::SUBJECT)
        || words.entry(k).is_some_and(|entry| entry.joins == "of")
        // "مارك برايسون رولاند وزير الزراعة": whom somebody with this name meets.
        || words.is(k, Classes::TITLE)
        || is_definite(words, k)
        // "باسيرو ديوماي فاي بمراجعة": what is done.
        || words.lexicon.definite().is_some() && !is_letter(words) && leads(words, k)
        // "غالي بهاراف ميارا على أن": what somebody with this name says.
        || words.is(k, Classes::COMPLEMENTISER)
        || words.is(k, Classes::STOP) && words.is(k + 1, Classes::COMPLEMENTISER)
}

/// Whether a preposition is written onto word `k`, a long one where no list knows the noun.
pub(super) fn leads(words: &Words, k: usize) -> bool {
    let Some(word) = words.list.get(k) else {
        return false;
    };
    let written = Span::new(word.span.start, word.core.start).of(&words.document.article.text);
    let mut rests = words.lexicon.behind_prefixes(words.folded(k));
    words.lexicon.governs(written)
        || words.entry(k).is_none()
            && rests.any(|(prefix, rest)| {
                words.lexicon.governs(prefix) && rest.chars().count() > SYLLABLE * 2
            })
}

/// "هند صبري ستحضران", "مراد بوزيان أضرم", "حسام فوزي ثلاث سنوات": whether word `k`, which no list has as a name,
/// opens as a third word of a name does not: verbs and numbers.
fn is_beyond(words: &Words, k: usize) -> bool {
    let mut openings = words.lexicon.name_forms("beyond");
    !words.is(k, Classes::GIVEN.and(Classes::SURNAME))
        && openings.any(|form| words.core(k).starts_with(form))
}

/// Whether word `k` is a surname by the lists or by how it is written: "אור כהן", "أمل الحارثي", "امید رضاپور".
pub(super) fn is_family(words: &Words, k: usize, end: usize) -> bool {
    let Some(word) = words.list.get(k).filter(|_| k < end) else {
        return false;
    };
    let unlisted = words.entry(k).is_none() && word.core.end == word.span.end;
    let lexicon = words.lexicon;
    let origin = !is_letter(words)
        && is_definite(words, k)
        && lexicon.ends_as("relational", words.folded(k));
    let listed = words.is(k, Classes::SURNAME) && word.core == word.span;
    listed
        || word.shape == Shape::Uncased
            && unlisted
            && (origin || lexicon.ends_as("family", words.folded(k)))
}

/// "ז'אן-לוק": whether a hyphen joins to word `k` a given name.
pub(super) fn opens_given(words: &Words, k: usize) -> bool {
    let Some((first, rest)) = words.folded(k).split_once(['-', '־']) else {
        return false;
    };
    let given = words.lexicon.alone(first);
    !rest.is_empty() && given.is_some_and(|entry| entry.classes.has(Classes::GIVEN))
}

/// "ותום קליין": whether nothing is written onto word `k` but what joins it to the word before.
pub(super) fn is_joined(words: &Words, k: usize) -> bool {
    let word = words.list[k];
    let written = Span::new(word.span.start, word.core.start).of(&words.document.article.text);
    word.core.end == word.span.end && (written.is_empty() || words.lexicon.joins(written))
}
