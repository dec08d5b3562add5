//! Verb and clause in languages whose verb opens the clause or follows its subject: "said that …", "…, he said",
//! "وقال الوزير إن".

use super::beside;
use super::beside_cue::{by_own_form, is_object_or_noun, listener, paper, stands_alone};
use super::chain;
use super::clauses::{
    self, OWN, asks, bare_clause, clause_end, infinitive, joined_report, opens, parted, past_day,
    perfect, question, verbal, verbal_noun,
};
use super::governed::{is_governed, is_led, is_led_office};
use super::heads::opens_day;
use super::indirect::{OBJECT, REACH, Report, comma, least_words};
use super::opening;
use super::phrase;
use super::relayed;
use super::speakers::{
    HEAD, Named, opening_nouns, subject_before, subject_left, subject_right, unlisted,
};
use super::{verb_first, verb_group};
use crate::Speaker;
use crate::lexicon::{Classes, Ending, Role, Takes};
use crate::words::{Shape, Words};
use lang::VerbPlace;
use segmenter::Span;

/// Verb and clause in languages whose verb opens the clause or follows the subject.
pub(super) fn verb_inside(
    words: &Words,
    named: &Named,
    start: usize,
    cue: usize,
    end: usize,
) -> Option<Report> {
    let after = words.after(cue);
    let takes = words.entry(cue)?.takes;
    // "nilai ekspor": a noun where no comma stands before it.
    if takes.has(Takes::BEHIND) && cue > start && !words.list[cue - 1].is_mark() {
        return None;
    }
    if is_object_or_noun(words, cue, end) || takes.has(Takes::SUBJECT) && stands_alone(words, cue) {
        return None;
    }
    // "این را زهرا مرادی می‌گوید که خانه‌اش …": what points back is said, and the clause tells of the speaker.
    let pointed = |i: usize| {
        words.role(i) == Role::Pointing && i + 1 < cue && words.is_quotative(i + 1, "object")
    };
    if (start..cue).any(pointed) {
        return None;
    }
    let verb_first = words.lexicon.pack.meta.verb == VerbPlace::First;
    let free = words.lexicon.pack.meta.free_order;
    let unspaced = !words.lexicon.is_spaced();
    // "…, he said." and "…, said Lin Jian on Tuesday."
    let comma_before = (start..cue)
        .rev()
        .take(REACH)
        .find(|&i| comma(words, i))
        .filter(|&i| i >= start + least_words(words) || is_short_clause(words, start, i, cue))
        // "La ejecutiva, que asumió en junio, anunció el despido": what closes here is an aside.
        .filter(|&i| !(i + 1 == cue && is_aside_of_subject(words, start, i)));
    // «…», — сказал он: what stands in marks is reported.
    let closing = (start..cue)
        .rev()
        .find(|&i| !comma(words, i) && !matches!(words.mark(i), Some('—' | '–' | '-')));
    let follows_mark = closing
        .and_then(|i| words.mark(i))
        .is_some_and(|mark| matches!(mark, '"' | '”' | '“' | '»' | '\'' | '’'));
    // "وفي مقابلة مع قناة «العربية»، ذكر الوزير أن …": a name in marks says nothing.
    let told = verb_first
        && (after..end.min(after + REACH))
            .take_while(|&i| !words.list[i].is_mark())
            .any(|i| opens(words, i));
    // "Агентство «Синьхуа» сообщает, что": one right before the verb of a clause does.
    let that = comma(words, after) && words.is(after + 1, Classes::COMPLEMENTISER);
    let marked = closing.is_some_and(|i| i + 1 == cue && i > start && named.at(i - 1).is_some());
    if follows_mark && !told && !(marked && that) && listener(words, cue).is_none() {
        return None;
    }
    // "רופאה, שביקשה להישאר בעילום שם, אמרה": what somebody asks for in an aside is no news.
    let related = cue > start
        && comma(words, cue - 1)
        && words.lexicon.definite().is_some()
        && opens(words, cue);
    if related && takes.has(Takes::REQUEST) && !opens(words, after) {
        return None;
    }
    // "قبل 14 متهما بتهريب": whom a number counts.
    if verb_first
        && takes.has(Takes::SHARED)
        && cue > start
        && words.list[cue - 1].shape == Shape::Number
    {
        return None;
    }
    if takes.has(Takes::OWN) {
        return by_own_form(words, start, cue, end);
    }
    // "ד"ר סופר, רופאה מעפולה, ממליצה להתחסן": what is asked for follows.
    let asked = words.lexicon.definite().is_some()
        && takes.has(Takes::REQUEST.and(Takes::INFINITIVE))
        && infinitive(words, after, end).is_some();
    if let Some(before) = comma_before
        && takes.has(Takes::CLAUSE.and(Takes::PERSON))
        && !verb_first
        && !asked
        && !opens(words, after)
        && !phrase::gerund(words, cue)
    {
        // "…, כך מסרו גורמים": a word that points back at what is said.
        let pointed = before + 1 < cue && !free && words.lexicon.is_aside(words.folded(before + 1));
        let between = cue - before - 1 - usize::from(pointed);
        let rest = end.saturating_sub(after);
        let clause_after = (after..end.min(after + REACH))
            .any(|i| words.is(i, Classes::COMPLEMENTISER.and(Classes::VERB)));
        let within = takes.has(Takes::WITHIN) && words.lexicon.has_determiners();
        // 发布报告，表示…: without spaces between words no subject stands behind its verb.
        let inverted = !unspaced && between == 0 && rest > 0;
        let speaker = if within {
            // "…, pode ler-se na imprensa"
            relayed::speaker(words, named, cue, start, end)
        } else if inverted && (!words.is(after, Classes::PRONOUN) || opens_day(words, after)) {
            // Behind an inverted verb stands who speaks, with all appositions; between them may stand
            // when and where.
            let from = chain::past_asides(words, after, end).unwrap_or(after);
            subject_right(words, named, from, end)
                .filter(|speaker| near(words, from, speaker))
                // "יוזם העצומה, אלון גרין, מסר בתגובה": nobody onto whom a preposition is written.
                .filter(|speaker| {
                    let apposed = words.lexicon.definite().is_some()
                        && (start..before).any(|i| comma(words, i));
                    !apposed || !is_led(words, words.at(speaker.span.start))
                })
                // "…, рассказала о бойце MMA": of whom it is told.
                .filter(|_| !free || !clauses::leads_elsewhere(words, after))
                // "X, la présidente, a salué « une saison »": nobody who stands in marks.
                .filter(|speaker| {
                    let at = words.at(speaker.span.start);
                    !chain::opens_with_noun(words)
                        || !(after..at).any(|i| verb_group::quotes(words, i))
                })
                // "X, qui dirige le port, a promis aux ouvriers que": to whom it is said.
                .filter(|speaker| {
                    // "…, anunció el despido de 900 empleados": whom an object counts.
                    !chain::counted(words, after, words.at(speaker.span.start))
                })
                .filter(|speaker| {
                    let told = (after..end.min(after + REACH)).any(|i| opens(words, i));
                    // "Le club, doyen du canton, informa la mairie que"
                    let close = words.at(speaker.span.end);
                    // "פרקליטו, ציון אמיר, טען בבית המשפט כי", "לשאלה אם יתפטר, השיב בכר כי": the clause follows.
                    let written = words.lexicon.definite().is_some();
                    let object = opens(words, close)
                        && (written || (start..before).any(|i| comma(words, i)));
                    !(object || told && is_governed(words, after, words.at(speaker.span.start)))
                })
                .or_else(|| {
                    // Where a bare clause may follow, a noun that no list knows may open it.
                    let told = words.lexicon.definite().is_some()
                        && (after..end.min(after + REACH)).any(|i| opens(words, i));
                    (!words.lexicon.has_prepositions() && !told)
                        .then(|| unlisted(words, named, after, end))?
                })
        } else if rest <= most_behind(words, after)
            && !takes_object(words, before, cue, end)
            && !(clause_after
                || (after..end).any(|i| comma(words, i))
                || rest > 1 && bare_clause(words, after))
        {
            subject_left(words, named, cue, before + 1)
        } else {
            None
        };
        // A long way to the verb is an apposition, not "…, he said", and so are few words that end
        // in a name: "Le patron du groupe, X, juge la mesure inutile".
        let apposition = (start..before).any(|i| comma(words, i))
            && between == 0
            && !(start..before).any(|i| words.is(i, Classes::VERB))
            && (named.at(before - 1).is_some_and(|(mention, _)| {
                comma(words, words.at(mention.span.start).saturating_sub(1))
            }) || describes(words, start, before));
        if let Some(speaker) = speaker
            && between <= 6
            && !apposition
        {
            if between == 0
                && let Some(first) = goes_on(words, start, &speaker, end)
            {
                return Some(Report {
                    content: (first, end),
                    before: Some((start, before)),
                    cue: Some(cue),
                    speaker: Some(speaker),
                });
            }
            return Some(Report::of((start, before), cue, Some(speaker)));
        }
    }
    if let Some(report) =
        aside(words, named, start, cue, end).or_else(|| between(words, named, start, cue, end))
    {
        return Some(report);
    }
    // "وقال إن": no subject between the verb and its clause, and none before the verb.
    // "Zdůraznil, že": neither.
    let apart = cue == start && comma(words, after);
    let implied = (opens(words, after)
        || words.is(after + 1, Classes::COMPLEMENTISER)
            && (words.is(after, Classes::STOP) || apart))
        && (cue == start
            // "La Agencia de la Energía (AIE) prevé que": brackets close a subject.
            || words.list[cue - 1].is_mark() && words.mark(cue - 1) != Some(')')
            // "…، لكنها قالت إن"
            || verb_first && cue > start + 1
                && words.role(cue - 1) == Role::Coordinator
                && words.list[cue - 2].is_mark()
            || cue == start + 1
                && !subject(words, named, start)
                && opening::subject(words, named, start, cue).is_none());
    // "…，并称…": nothing but what joins stands before the verb.
    let joiner = |i: usize| words.list[i].is_mark() || words.role(i) == Role::Coordinator;
    // "Soler, mecánico, que vio la obra, dijo que": who opens the sentence.
    let front = (cue > start && comma(words, cue - 1))
        .then(|| {
            chain::opener(words, named, start, cue)
                .or_else(|| opening_nouns(words, named, start, cue - 1))
        })
        .flatten();
    let implied = implied && front.is_none();
    let implied =
        implied || unspaced && cue > start && comma(words, start) && (start..cue).all(joiner);
    let joined = (!verb_first && phrase::shares(words, cue, start))
        .then(|| phrase::shared(words, named, cue, start))
        .flatten()
        .or_else(|| beside::shared_before(words, named, cue))
        .or_else(|| {
            clauses::led_bare(words, cue).then(|| opening::of_sentence(words, named, cue))?
        });
    // "… et a promis de": nothing of its clause stands between "and" and the verb.
    let led =
        !verb_first && start > 0 && phrase::shares(words, cue, start) && joined.is_none() && {
            let before = words.list[start - 1].sentence;
            before == words.list[cue].sentence && clauses::reports(words, cue, end)
        };
    // "se cree que": nobody says so.
    if phrase::passive(words, cue) {
        return None;
    }
    // "به ساکنان گفته شد که": to whom it is said.
    let nobody = takes.has(Takes::NOBODY);
    let speaker = if implied || led || nobody {
        None
    } else if front.is_some() {
        front
    } else if joined.is_some() {
        joined
    } else if verb_first {
        // "الوزيرة أكدت أمام البرلمان أن": what a preposition governs is no subject.
        let free = |speaker: &Speaker| !is_governed(words, after, words.at(speaker.span.start));
        let right = || subject_right(words, named, after, end).filter(free);
        let found = if verb_first::shares(words, cue) {
            verb_first::shared(words, named, cue)
        } else {
            relayed::speaker(words, named, cue, start, end)
                .or_else(|| verb_first::land_behind(words, named, cue))
                .or_else(|| verb_first::speaker(words, named, cue, start, end))
                .or_else(right)
                .or_else(|| subject_left(words, named, cue, start))
        };
        // "أعلن على تويتر أنه": nobody stands beside the verb.
        let told = || (after..end.min(after + REACH / 2)).any(|i| opens(words, i));
        if found.is_none() && (takes.has(Takes::REQUEST) || !told()) {
            return None;
        }
        found
    } else {
        // "במכתב לראש הממשלה מזהירים ראשי הבנקים כי": what is governed is no subject if one follows.
        let (left, free) = subject_before(words, named, cue, start).unzip();
        // "במכתב לשר המשפטים יריב לוין כתבה כי": nobody stands beside the verb.
        let led = |left: &Speaker| is_led_office(words, words.at(left.span.start));
        let nobody = opens(words, after) && left.as_ref().is_some_and(led);
        let behind = || {
            let that = (after..end.min(after + OWN)).find(|&i| opens(words, i))?;
            free_behind(words, named, after, that)
                .or_else(|| between_verb_and_clause(words, named, after, that, left.as_ref()))
        };
        let joined = joined_onto(words, named, cue, left.as_ref());
        let found = joined
            .or_else(|| left.clone().filter(|_| free == Some(true)))
            .or_else(behind)
            .or_else(|| opening::subject(words, named, start, cue))
            .or(left.filter(|left| !led(left)))
            .or_else(|| noun_left(words, start, cue, after))
            .or_else(|| {
                // 告诉记者: in text without spaces whoever stands behind the verb is told.
                // "אמרה לסוכנות AFP שאין": nor whose office has a preposition written onto it.
                let right = || {
                    subject_right(words, named, after, end.min(after + REACH))
                        .filter(|right| !is_led_office(words, words.at(right.span.start)))
                };
                (!unspaced).then(right)?
            });
        if found.is_none() && !nobody {
            return None;
        }
        found
    };
    // An object may hold a relative clause; a subject right behind the verb opens the clause.
    // "este martes": a word that opens a noun phrase as well is no subject yet.
    // "שהוא": nor is one that opens the clause.
    let pronoun = words.is(after, Classes::PRONOUN)
        && !words.is(after, Classes::DETERMINER)
        && !opens(words, after);
    let reach = if pronoun {
        0
    } else if takes.has(Takes::OBJECT) {
        OBJECT
    } else {
        REACH
    };
    let colon = behind_colon(words, after, end, speaker.as_ref())
        .filter(|_| takes.has(Takes::CLAUSE.and(Takes::THAT)) && !takes.has(Takes::REQUEST));
    // "על כך שהפסגה": small words may stand before what is written onto the clause.
    let close = (after..end.min(after + OBJECT))
        .find(|&i| {
            // "שלא יתפטר": nor is a small word onto which it is written.
            !words.is(i, Classes::STOP) || words.is(i, Classes::PRONOUN) || opens(words, i)
        })
        .unwrap_or(after);
    let close = clauses::past_governed(words, close, end);
    let opener = (after..end.min(after + reach))
        .take_while(|&i| !chain::opens_with_noun(words) || !verb_group::quotes(words, i))
        .take_while(|&i| colon.is_none() && (!words.is(i, Classes::VERB) || opens(words, i)))
        .find(|&i| words.is(i, Classes::COMPLEMENTISER) || i == close && opens(words, i))
        // "توصلت إلى اتفاق، بيد أن المعارضين": together with the word before it, it joins clauses.
        .filter(|&i| !verb_first || words.role(i - 1) != Role::Coordinator)
        // "publicó las cartas de una maestra que": nor behind the object of a subject that stands first.
        .filter(|&i| {
            let own = speaker
                .as_ref()
                .is_some_and(|s| s.span.end <= words.list[cue].span.start);
            !own || !chain::object(words, named, after, i)
        })
        // "می‌گوید راهی که می‌سازند …": further on it opens a relative clause.
        .filter(|&i| i == after || words.role(i) != Role::Relative || !bare_clause(words, after));
    // 询问他何时回来: without spaces between words the question opens with its subject.
    // "واعتبر الخبير، في حديث لموقع “…”، أن": behind an aside that commas set off.
    let opener = opener.or_else(|| {
        let close = words.at(speaker.as_ref().filter(|_| verb_first)?.span.end);
        let first = (close + 1..end.min(close + 2 * REACH)).find(|&i| comma(words, i))? + 1;
        // "فضل عدم الكشف عن هويته، لـ“القدس العربي” إن"
        let first = (first..end.min(first + REACH / 2))
            .take_while(|&i| i == first || words.list[i].is_mark() || !words.is(i, Classes::VERB))
            .find(|&i| opens(words, i))?;
        let aside = comma(words, close) && words.is(close + 1, Classes::STOP);
        (aside && first < end && opens(words, first)).then_some(first)
    });
    // "במסיבת העיתונאים שקיים אמש כי": behind a relative clause whose word is written onto its verb.
    let opener = opener.map(|first| {
        let written = first > after && !words.is(first, Classes::COMPLEMENTISER);
        (first + 1..end.min(first + REACH))
            .take_while(|&i| written && !words.list[i].is_mark() && !words.is(i, Classes::VERB))
            .find(|&i| words.is(i, Classes::COMPLEMENTISER))
            .unwrap_or(first)
    });
    let question = question(words, takes, after, end).map(|at| if unspaced { after } else { at });
    let first = match opener {
        _ if question.is_some() => question?,
        // "amenazaron con derribar el avión que cruce": further on it opens a relative clause.
        Some(first)
            if first > after
                && takes.has(Takes::INFINITIVE)
                && (verbal(words, after) || words.role(after) == Role::Auxiliary) =>
        {
            after
        }
        // "a demandé, par la voix de son avocate, que"
        Some(first) if comma(words, after) && comma(words, first - 1) => first,
        Some(first) if first == after => first,
        // "avisó en la radio de que"
        Some(first)
            if words.role(after) == Role::Preposition && words.is(first - 1, Classes::PARTICLE) =>
        {
            first
        }
        _ if takes.has(Takes::REQUEST) => {
            let first = match &speaker {
                Some(speaker) if verb_first && !verb_first::shares(words, cue) => {
                    verb_first::past_asking(words, named, cue, speaker)?
                }
                // "призвал в интервью газете не ждать": from what is asked on.
                _ if free && words.lexicon.is_where(words.folded(after)) => {
                    clauses::asked_from(words, after, end)?
                }
                _ => past_day(words, after + usize::from(comma(words, after))),
            };
            (takes.has(Takes::OBJECT) || asks(words, first, end)).then_some(first)?
        }
        Some(first) => first,
        None if colon.is_some() => colon?,
        None if takes.has(Takes::INFINITIVE)
            && infinitive(words, past_subject(words, cue, speaker.as_ref()), end).is_some() =>
        {
            infinitive(words, past_subject(words, cue, speaker.as_ref()), end)?
        }
        None if takes.has(Takes::INFINITIVE)
            && verbal_noun(words, past_subject(words, cue, speaker.as_ref()), end).is_some() =>
        {
            verbal_noun(words, past_subject(words, cue, speaker.as_ref()), end)?
        }
        None if takes.has(Takes::INFINITIVE) && perfect(words, after, end).is_some() => {
            perfect(words, after, end)?
        }
        // "裁决，该队主场封闭三场": in unspaced text a comma does what a complementiser would.
        None if unspaced && takes.has(Takes::THAT) && comma(words, after) => after + 1,
        None if !takes.has(Takes::CLAUSE.and(Takes::PERSON).and(Takes::OBJECT)) || verb_first => {
            return None;
        }
        // "اعلام شد، و …"
        None if nobody && comma(words, after) => return None,
        None if comma(words, after) && chain::opens_with_noun(words) => {
            clauses::past_aside(words, takes, after, end)?
        }
        None if comma(words, after) => after + 1,
        // "melaporkan dari Beijing, China menaikkan": behind where and when it is said.
        None if words.is(after, Classes::PREPOSITION) && !chain::opens_with_noun(words) => {
            past_place(words, after, end)?
        }
        // 告诉海西财经，…
        None if unspaced && takes.has(Takes::PERSON) => clauses::past_told(words, after, end)
            .or_else(|| past_listener(words, named, after, end))?,
        // "told reporters he would": the clause follows whom it is said to.
        None if takes.has(Takes::PERSON) => past_listener(words, named, after, end)?,
        None if takes.has(Takes::OBJECT) => after,
        None => {
            let next = words.list.get(after)?;
            // A bare clause begins with its subject; most languages know none.
            // "сказал он агентству": where the subject follows its verb freely, it opens none.
            let clause = unspaced || pronoun && !free || bare_clause(words, after);
            if !clause || next.is_mark() {
                return None;
            }
            after
        }
    };
    let end = parted(words, first, end).unwrap_or(end);
    // 誓言报复，称…: a verb right behind a comma reports what follows it.
    let end = (first + 1..end)
        .find(|&i| unspaced && comma(words, i - 1) && words.is(i, Classes::VERB))
        .filter(|&i| i > first + 1)
        .map_or(end, |i| i - 1);
    let end = clauses::other_source(words, first, end).unwrap_or(end);
    let end = if free {
        let joined = joined_report(words, first, end).unwrap_or(end);
        clause_end(words, start, cue, first, end).min(joined)
    } else {
        joined_report(words, first, end).unwrap_or(end)
    };
    let outside = || {
        let mut speaker = speaker.iter();
        speaker.all(|speaker| speaker_is_outside(words, speaker, first, end))
    };
    (first < end && outside()).then_some(Report::of((first, end), cue, speaker))
}

/// "محمد اسلامی، رئیس سازمان انرژی اتمی، گفت": whether the words before the comma at word `close` tell who
/// somebody is, in a script without capitals.
fn describes(words: &Words, start: usize, close: usize) -> bool {
    let open = (start..close).rev().find(|&i| comma(words, i));
    open.is_some_and(|open| {
        words.list[open + 1].shape == Shape::Uncased
            && !words.lexicon.has_determiners()
            && words.is(open + 1, Classes::TITLE.and(Classes::SOURCE))
    })
}

/// Whether the words `start..close` before an inverted verb are a short clause and no phrase that tells
/// when or where: "Murieron 14 personas, precisó el jefe", and not "En un comunicado, informó".
fn is_short_clause(words: &Words, start: usize, close: usize, cue: usize) -> bool {
    chain::opens_with_noun(words)
        && close + 1 == cue
        && close + 1 >= start + least_words(words)
        && words.role(start) == Role::None
        && !words.is(start, Classes::PREPOSITION.and(Classes::ATTRIBUTION))
        && (start..close)
            .all(|i| !words.list[i].is_mark() && !words.lexicon.is_day(words.folded(i)))
}

/// Whether the comma at `close` ends a relative clause that hangs on the phrase which opens the
/// sentence: "La ejecutiva, que asumió en junio, anunció".
fn is_aside_of_subject(words: &Words, start: usize, close: usize) -> bool {
    chain::opens_with_noun(words)
        && words.opens_sentence(start)
        && chain::relative(words, start, close).is_some_and(|open| {
            open <= start + SUBJECT && !(start..open).any(|i| words.list[i].is_mark())
        })
}

/// A subject before its relative clause has at most so many words.
const SUBJECT: usize = 6;

/// Whether the verb at word `cue` has a noun as its object, or a clause of its own that hangs on the one
/// before the comma: "…, mientras que los analistas esperaban un recorte".
fn takes_object(words: &Words, comma: usize, cue: usize, end: usize) -> bool {
    let after = words.after(cue);
    let joined = |i: usize| {
        words.is(i, Classes::COMPLEMENTISER)
            || matches!(
                words.role(i),
                Role::Subordinator | Role::Concession | Role::Coordinator
            )
    };
    let noun = || {
        after + 1 < end
            && words.is(after, Classes::DETERMINER)
            && !words.lexicon.is_time(words.folded(after + 1))
            && !opens_day(words, after)
    };
    chain::opens_with_noun(words) && ((comma + 1..cue).any(joined) || noun())
}

/// So many words may stand behind the verb of "…, he said on Tuesday". Without spaces between words what
/// stands behind a verb is what it reports. More may be led by a preposition, where these are listed:
/// "…, Hartono mengatakan kepada Tempo dalam wawancara pekan ini".
fn most_behind(words: &Words, after: usize) -> usize {
    if !words.lexicon.is_spaced() {
        0
    } else if words.is(after, Classes::PREPOSITION) {
        2 * REACH
    } else {
        6
    }
}

/// Who stands right behind a verb and before what opens its clause, governed by nothing.
fn free_behind(words: &Words, named: &Named, after: usize, that: usize) -> Option<Speaker> {
    let speaker = subject_right(words, named, after, that)?;
    let at = words.at(speaker.span.start);
    (near(words, after, &speaker) && !is_governed(words, after, at)).then_some(speaker)
}

/// "בריאיון לגלי צה"ל אמרה יחימוביץ' כי": the one or two words between a verb and what opens its clause that no
/// list knows, where a noun with a preposition written onto it would be the subject.
fn between_verb_and_clause(
    words: &Words,
    named: &Named,
    after: usize,
    that: usize,
    left: Option<&Speaker>,
) -> Option<Speaker> {
    let led = left.is_some_and(|left| is_led(words, words.at(left.span.start)));
    let plain = |i: usize| {
        words.list[i].shape == Shape::Uncased
            && words.entry(i).is_none()
            && !words.lexicon.is_time(words.folded(i))
    };
    if !led
        || words.lexicon.definite().is_none()
        || !(1..=2).contains(&(that.saturating_sub(after)))
    {
        return None;
    }
    let span = words.list[after].core.join(words.list[that - 1].core);
    let text = span.of(&words.document.article.text);
    (after..that).all(plain).then(|| Speaker {
        span,
        name: if that > after + 1 {
            Some(text.to_owned())
        } else {
            named.with_part(text)
        },
    })
}

/// The word behind the verb at word `cue`, or behind its subject in a language whose verb comes first.
fn past_subject(words: &Words, cue: usize, speaker: Option<&Speaker>) -> usize {
    let after = words.after(cue);
    let verb_first = words.lexicon.pack.meta.verb == VerbPlace::First;
    speaker
        .filter(|_| verb_first)
        .map_or(after, |speaker| words.at(speaker.span.end).max(after))
}

/// Where what is reported begins behind a colon: "сказала: попробуй сам", "وقال الوزير: لن نقبل".
/// Words in marks behind it are read with their marks.
fn behind_colon(
    words: &Words,
    after: usize,
    end: usize,
    speaker: Option<&Speaker>,
) -> Option<usize> {
    let subject = speaker.map_or(after, |speaker| words.at(speaker.span.end).max(after));
    let colon = |i: usize| i + 1 < end && matches!(words.mark(i), Some(':' | '：'));
    let at = [after, subject].into_iter().find(|&i| colon(i))?;
    (!words.list[at + 1].is_mark()).then_some(at + 1)
}

/// "Они, как отметил дипломат, выразили …": an aside with its subject behind the verb reports what
/// follows it.
fn aside(words: &Words, named: &Named, start: usize, cue: usize, end: usize) -> Option<Report> {
    let after = words.after(cue);
    let opens = cue >= start + 2 && comma(words, cue - 2) && words.is(cue - 1, Classes::STOP);
    // "Jak uvedl, …": who says it may be somebody named before.
    let led = words.lexicon.is_aside(words.folded(start))
        && (start + 1..=start + 2).contains(&cue)
        && !(start..cue).any(|i| words.list[i].is_mark());
    // "Как сообщает «Интерфакс» со ссылкой на МЧС, …"
    let reach = if led { REACH } else { OBJECT + 1 };
    let close = (after..end.min(after + reach)).find(|&i| comma(words, i))?;
    let takes = words.entry(cue)?.takes;
    if led && takes.has(Takes::CLAUSE) {
        return (close + 1 < end).then(|| {
            Report::of(
                (close + 1, end),
                cue,
                subject_right(words, named, after, close),
            )
        });
    }
    if !opens || !takes.has(Takes::THAT) || takes.has(Takes::PERSON.and(Takes::OBJECT)) {
        return None;
    }
    let speaker = subject_right(words, named, after, close)?;
    // "الأسعار، كما يقول التجار، ستواصل الارتفاع": few words before the aside are part of what is said.
    let first = cue - 2;
    let few = first > start
        && first <= start + least_words(words)
        && (start..first).all(|i| !words.list[i].is_mark() && !words.is(i, Classes::VERB));
    Some(Report {
        content: (close + 1, end),
        before: (few && !words.lexicon.pack.meta.free_order).then_some((start, first)),
        cue: Some(cue),
        speaker: Some(speaker),
    })
}

/// The word behind "…, ammonisce il direttore, …" from which what is reported goes on, where what stands
/// before hangs on it: "Se non piove, ammonisce il direttore, andrà perduta metà del riso".
fn goes_on(words: &Words, start: usize, speaker: &Speaker, end: usize) -> Option<usize> {
    let meta = &words.lexicon.pack.meta;
    let hangs = matches!(
        words.role(start),
        Role::Question | Role::Subordinator | Role::Concession | Role::Infinitive
    );
    let close = words.at(speaker.span.end);
    let first = close + 1;
    let plain = meta.verb == VerbPlace::Second && !meta.free_order;
    (hangs && plain && close < end && comma(words, close) && first + least_words(words) <= end)
        .then_some(first)
        .filter(|&first| !words.is(first, Classes::VERB.and(Classes::COMPLEMENTISER)))
}

/// "Эта тенденция, говорят эксперты, сохранится", "I consumatori, ha spiegato la presidente, hanno
/// pagato": the few words before the verb are part of what is said.
fn between(words: &Words, named: &Named, start: usize, cue: usize, end: usize) -> Option<Report> {
    let after = words.after(cue);
    let before = cue.checked_sub(1).filter(|&i| comma(words, i))?;
    let few = (start + 1..=start + least_words(words)).contains(&before)
        && (start..before).all(|i| !words.list[i].is_mark() && !words.is(i, Classes::VERB));
    let takes = words.entry(cue)?.takes;
    let inside = words.lexicon.pack.meta.verb == VerbPlace::Second;
    if !inside || !few || !takes.has(Takes::CLAUSE) {
        return None;
    }
    let close = (after + 1..end.min(after + REACH)).find(|&i| comma(words, i))?;
    let speaker = subject_right(words, named, after, close)
        .or_else(|| unlisted(words, named, after, close))?;
    // "…, говорит Анна Рыкова, декан факультета, …"
    let apposition = (close + 1..end.min(close + REACH))
        .find(|&i| comma(words, i))
        .filter(|&i| (close + 1..i).all(|k| !words.is(k, Classes::VERB.and(Classes::PRONOUN))))
        .filter(|&i| i + least_words(words) < end && i <= close + OBJECT + 1);
    let first = apposition.unwrap_or(close) + 1;
    let again = words.lexicon.pack.meta.free_order && words.is(first, Classes::VERB);
    (first < end && !again).then_some(Report {
        content: (first, end),
        before: Some((start, before)),
        cue: Some(cue),
        speaker: Some(speaker),
    })
}

/// "לוין תקף את היועצת ואמר כי": of a verb onto which "and" is written, who opens the sentence, where no
/// subject stands between it and the verb before.
fn joined_onto(
    words: &Words,
    named: &Named,
    cue: usize,
    left: Option<&Speaker>,
) -> Option<Speaker> {
    let word = &words.list[cue];
    let text = words.document.article.text.as_str();
    let written = Span::new(word.span.start, word.core.start).of(text);
    if written.is_empty() || !words.lexicon.joins(written) {
        return None;
    }
    let start = words.first_of(word.sentence);
    let verb = (start + 1..cue).find(|&i| words.is(i, Classes::VERB));
    if let Some(left) = left
        && verb.is_none_or(|verb| left.span.start < words.list[verb].span.start)
    {
        return None;
    }
    let found = verb.and_then(|verb| {
        subject_left(words, named, verb, start)
            .or_else(|| opening::subject(words, named, start, verb))
    });
    found.or_else(|| {
        let first = subject_right(words, named, start, cue)?;
        (words.at(first.span.start) <= start + 1).then_some(first)
    })
}

/// A noun that no list knows before a verb with its complementiser: "журналисты утверждают, что".
fn noun_left(words: &Words, start: usize, cue: usize, after: usize) -> Option<Speaker> {
    let that = words.is(after, Classes::COMPLEMENTISER)
        || comma(words, after) && words.is(after + 1, Classes::COMPLEMENTISER);
    if !words.lexicon.pack.meta.free_order || !that {
        return None;
    }
    let at = (start.max(cue.saturating_sub(OBJECT))..cue)
        .rev()
        .take_while(|&i| !words.list[i].is_mark())
        .find(|&i| words.lexicon.ending(words.core(i)) != Some(Ending::Adverb))?;
    let word = &words.list[at];
    let noun = !words.is(at, Classes::STOP.and(Classes::VERB)) && word.shape != Shape::Number;
    noun.then_some(Speaker {
        span: word.core,
        name: None,
    })
}

/// Whether the word that opens a sentence can be the subject of the verb behind it.
fn subject(words: &Words, named: &Named, start: usize) -> bool {
    words.is(start, HEAD)
        || named.at(start).is_some()
        || words.list[start].is_capital()
            && !words.is(start, Classes::STOP)
            && !words.lexicon.is_time(words.folded(start))
}

/// The word behind the comma that closes where, when or to whom something is said, which a listed preposition
/// opens at word `after`: "dari Beijing, | China", "di Jakarta, Senin (10/3), | pemerintah".
fn past_place(words: &Words, after: usize, end: usize) -> Option<usize> {
    let reach = end.min(after + REACH);
    let plain = |i: &usize| {
        !words.is(*i, Classes::VERB)
            && words
                .mark(*i)
                .is_none_or(|mark| matches!(mark, ',' | '(' | ')'))
    };
    let mut commas = (after..reach)
        .take_while(plain)
        .filter(|&i| comma(words, i));
    let first = commas.next()? + 1;
    let day = past_day(words, first) > first || words.is(first, Classes::PREPOSITION);
    if day {
        Some(commas.next()? + 1)
    } else {
        Some(first)
    }
}

/// Whether a speaker stands right behind the verb, but for an article or title.
fn near(words: &Words, after: usize, speaker: &Speaker) -> bool {
    let at = words.at(speaker.span.start);
    // "ont indiqué mercredi à l'AFP des responsables": but for when, and small words before nouns.
    let little = |i: usize| {
        chain::opens_with_noun(words)
            && (words.lexicon.is_day(words.folded(i))
                || words.is(i, Classes::DETERMINER.and(Classes::STOP)))
    };
    (after..at)
        .filter(|&i| !words.list[i].is_mark() && !little(i))
        .count()
        <= 4
}

/// The word after whom something is told.
fn past_listener(words: &Words, named: &Named, after: usize, end: usize) -> Option<usize> {
    let mut i = after;
    while i < end && i < after + 4 {
        let reach = words.list[i].reach.max(1);
        let next = if let Some(close) = paper(words, i, end) {
            Some(close + 1)
        } else if let Some((mention, _)) = named.at(i) {
            Some(words.behind(mention.span.end))
        } else {
            let listens = Classes::SOURCE.and(Classes::PRONOUN).and(Classes::TITLE);
            words.is(i, listens).then_some(i + reach)
        };
        if let Some(next) = next {
            // 告诉路透社，谈判已破裂
            let next = next + usize::from(comma(words, next));
            return (next < end && !words.list[next].is_mark()).then_some(next);
        }
        i += reach;
    }
    // The listener is a common noun: "told lawmakers he".
    let next = after + 1;
    (next < end && (words.is(next, Classes::PRONOUN.and(Classes::DETERMINER)))).then_some(next)
}

fn speaker_is_outside(words: &Words, speaker: &Speaker, first: usize, end: usize) -> bool {
    let content = words.list[first].span.join(words.list[end - 1].span);
    !content.overlaps(speaker.span)
}
