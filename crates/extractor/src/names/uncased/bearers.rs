//! Persons told by what stands behind their names: a title, an office, an age, whom they belong to.

use super::super::{Candidate, is_uncased, span_of};
use super::han::han_name;
use super::{
    CIRCUMSTANCE, COMPLEMENT, SYLLABLE, WHOLE, beside, bodies, foreign, is_bound, is_comma,
    is_definite, is_foreign, is_native, is_plain, never, text_of,
};
use crate::NameKind;
use crate::lexicon::{Classes, Role, Side};
use crate::words::{Shape, Words};
use segmenter::Span;

/// "X先生", "X 대통령": a name that its title follows.
pub(super) fn before_title(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    // "안드레 코헤아 두 라구 의장": all words that open the clause, with letters of foreign names among them.
    if let Some(long) = long_foreign(words, i, end) {
        return Some(Candidate::sure(words, i, long, NameKind::Person));
    }
    if let Some(found) = beside::cut_given(words, i, end) {
        return Some(found);
    }
    let plain = |i: usize| is_uncased(words, i) && !never(words, i);
    let mut stop = i;
    while stop < end && stop < i + 2 && plain(stop) && words.list[stop].shape != Shape::Hiragana {
        stop += 1;
    }
    let title = words.entry(stop)?;
    if stop == i
        || stop >= end
        || !title.classes.has(Classes::TITLE)
        || !matches!(title.side, Side::Left | Side::Both)
    {
        return None;
    }
    let mut first = i;
    // "존 리 행정장관": a foreign name with a surname of one letter, which opens its clause.
    let lone = |k: usize| {
        words.core(k).chars().count() == 1
            && words
                .entry(k)
                .is_some_and(|entry| entry.classes == Classes::SURNAME)
    };
    let foreigner = words.opens_part(i)
        && stop - i == 2
        && lone(i + 1)
        && (words.core(i).chars().count() == 1 || is_foreign(words, i, i + 1));
    if foreigner && words.list[i].shape == Shape::Uncased {
        return Some(Candidate::sure(words, i, stop, NameKind::Person));
    }
    // Of spaced words only the last can be a surname with its title; one more only where it is a
    // known surname or given name.
    if words.list[i].shape == Shape::Uncased
        && stop - i == 2
        && !words.is(i, Classes::GIVEN.and(Classes::SURNAME))
        && !foreign(words, i)
    {
        first = i + 1;
    }
    if first + 1 < stop && is_bound(words, first) {
        first += 1;
    }
    // "리판의 시장에 있는": where an ending of place makes a market of the mayor.
    if is_bound(words, stop - 1)
        || words.lexicon.has_surnames() && words.lexicon.ends_locative(text_of(words, stop))
    {
        return None;
    }
    // "켈던이 장관 처남에게": a subject of its own; "분당갑에 변호사": where; "수성경찰서 서장": a body.
    let own = words.core(first);
    if stop == first + 1
        && (words.lexicon.is_marked(own)
            || words.lexicon.ends_locative(own)
            || words.lexicon.body(own) == Some("onto"))
    {
        return None;
    }
    if let Some(firm) = firm(words, first, stop) {
        return Some(firm);
    }
    let span = han_name(words, first, stop, false)
        .or_else(|| beside::honoured(words, i, stop, words.folded(stop)))?;
    Some(Candidate::of_span(first, stop, span, NameKind::Person))
}

/// 中村産業社長: a firm by what it makes, before the office of who leads it.
fn firm(words: &Words, first: usize, stop: usize) -> Option<Candidate> {
    let whole = span_of(words, first, stop);
    let text = whole.of(&words.document.article.text);
    let makes = words.list[first].shape == Shape::Han
        && text.chars().count() > WHOLE
        && words.lexicon.ends_as("untitled", text);
    makes.then(|| Candidate::of_span(first, stop, whole, NameKind::Organisation))
}

/// "린젠 중국 외교부 대변인은": a word with letters of foreign names that opens its clause, before a country
/// and an office in it.
pub(super) fn before_country(words: &Words, i: usize, end: usize) -> Option<Candidate> {
    let bare = |k: usize| {
        let word = &words.list[k];
        word.shape == Shape::Uncased && word.core == word.span
    };
    let own = text_of(words, i);
    let letters = own.chars().count();
    // "왕이 중국 외교부장은": a Chinese name of two letters, by its surname.
    let surname = own.char_indices().nth(1).and_then(|(at, _)| own.get(..at));
    let chinese = letters == SYLLABLE
        && surname.is_some_and(|surname| words.lexicon.is_surname(surname))
        && !words.lexicon.knows(own);
    let foreigner = bare(i) && words.entry(i).is_none() && is_foreign(words, i, i + 1);
    let name = words.lexicon.has_surnames()
        && words.list[i].shape == Shape::Uncased
        && words.opens_part(i)
        && (2..=PARTS).contains(&letters)
        && (chinese || foreigner);
    let land = i + 1;
    let country = land < end && words.is(land, Classes::TERRITORY) && bare(land);
    let office = || {
        let mut behind = (land + 1..end.min(land + 1 + PARTS))
            .filter(|&k| !bare(k) || words.is(k, Classes::TITLE));
        behind.next().is_some_and(|k| words.is(k, Classes::TITLE))
    };
    (name && country && office()).then(|| {
        let span = words.list[i].span;
        Candidate::of_span(i, i + 1, span, NameKind::Person)
    })
}

/// The end of a foreign name of four words that opens its clause and that an office follows.
fn long_foreign(words: &Words, i: usize, end: usize) -> Option<usize> {
    // "데이비드 엘리슨 파라마운트 CEO": the third word may be where the office is held.
    let whole = |stop: &usize| *stop > i + 3 && words.is(*stop, Classes::TITLE);
    long_name(words, i, end).filter(whole)
}

/// The end of three words or four that open a clause, with letters of foreign names in two of them.
fn long_name(words: &Words, i: usize, end: usize) -> Option<usize> {
    let opens = words.opens_part(i) && words.lexicon.has_surnames();
    let bare = |&k: &usize| {
        let word = &words.list[k];
        let number = words.core(k).chars().count() == 1;
        word.shape == Shape::Uncased
            && word.core == word.span
            && (words.entry(k).is_none() || number && k > i && words.is(k, Classes::STOP))
            && !is_bound(words, k)
    };
    let stop = i + (i..end.min(i + PARTS)).take_while(bare).count();
    let foreign = (i..stop).filter(|&k| is_foreign(words, k, k + 1)).count();
    (opens && stop > i + 2 && foreign > 1 && stop < end).then_some(stop)
}

/// The words of such a name.
const PARTS: usize = 4;

/// "نيكوس ليموس، مدير الشركة", "काइओ मोंटेइरो ने": two words at the opening of a clause, which an
/// office behind a comma or a mark of the subject makes a person.
pub(super) fn before_office(
    words: &Words,
    start: usize,
    i: usize,
    end: usize,
) -> Option<Candidate> {
    let stop = i + 2;
    let plain = |k: usize| k < end && is_plain(words, k);
    let opens = i == start
        || words.list[i - 1].is_mark()
        || words.is(i - 1, Classes::STOP.and(Classes::VERB));
    let aside = is_comma(words, stop) && stop + 1 < end;
    let office = aside
        && words
            .entry(stop + 1)
            .is_some_and(|entry| entry.classes.has(Classes::TITLE) && entry.side != Side::Left);
    // "مراد شن، از نجات‌یافتگان، گفت"
    let speaks = aside
        && (stop + 1..end.min(stop + 1 + CIRCUMSTANCE))
            .find(|&k| words.list[k].is_mark())
            .is_some_and(|k| is_comma(words, k) && words.is(k + 1, Classes::VERB));
    let subject = words.is(stop, Classes::SUBJECT) && stop < end;
    // "יוזם העצומה, אלון גרין, מסר": a noun and whose it is.
    let noun = words
        .lexicon
        .definite()
        .is_some_and(|article| article.chars().count() == 1)
        && is_definite(words, i + 1);
    (!noun && opens && plain(i) && plain(i + 1) && (office || speaks || subject))
        .then(|| Candidate::sure(words, i, stop, NameKind::Person))
}

/// "엘리프 데미르(9)", "エリフ・デミル(9)": a name that an age follows.
pub(super) fn before_age(words: &Words, start: usize, i: usize, end: usize) -> Option<Candidate> {
    // "דוד מזרחי": many a surname means something too.
    let surname =
        |k: usize| k > i && words.is(k, Classes::SURNAME) && words.is(k - 1, Classes::GIVEN);
    let plain = |k: usize| k < end && is_uncased(words, k) && (!never(words, k) || surname(k));
    let mut stop = i;
    while stop < i + 2 && plain(stop) {
        stop += 1;
    }
    let age = |k: usize| {
        words
            .list
            .get(k)
            .is_some_and(|age| age.shape == Shape::Number && age.span.len() <= 2)
    };
    // "רונית לוי, בת 61"
    let told = matches!(words.mark(stop), Some(','))
        && (i == start || words.list[i - 1].is_mark())
        && (1..=2).any(|k| words.is(stop + k, Classes::PARTICLE) && age(stop + k + 1));
    // "ستة أمتار (18 قدما)": a measure told in another unit.
    let measure = stop > i && words.lexicon.is_unit(text_of(words, stop - 1));
    // "손흥민(LAFC)은": a name of the language's own form, with the club or body in brackets.
    if stop > i
        && matches!(words.mark(stop), Some('('))
        && !age(stop + 1)
        && words.list[stop - 1].shape == Shape::Uncased
        && particle_behind(words, stop)
        && words.lexicon.native(text_of(words, stop - 1)) == Some(words.list[stop - 1].span.len())
    {
        return Some(Candidate::sure(words, stop - 1, stop, NameKind::Person));
    }
    // "목격자 윤모씨는": also before the form of address alone.
    if let Some(hidden) = untold(words, i) {
        return Some(hidden);
    }
    if stop == i
        || stop >= end
        || measure && !told
        || !(matches!(words.mark(stop), Some('(' | '（')) && age(stop + 1) || told)
    {
        return None;
    }
    // "العامل المصري كريم": where one is from; "보유자 한서준": what one is.
    // "운영하는 박모": what one does.
    let apart = is_definite(words, i) || is_native(words, i + 1) || is_bound(words, i);
    // "혐의로 최모(35)씨": a surname with the letter that stands for a given name which is not told.
    let hidden = stop > i + 1
        && words.lexicon.has_surnames()
        && (words.core(i + 1).strip_suffix(UNTOLD))
            .is_some_and(|surname| words.lexicon.is_surname(surname));
    let first = if stop > i + 1 && (apart || hidden) {
        i + 1
    } else {
        i
    };
    let span = han_name(words, first, stop, false)?;
    Some(Candidate::of_span(first, stop, span, NameKind::Person))
}

/// "윤모씨는", "윤모 씨는": a surname with the letter for a given name which is not told, before the form of address.
fn untold(words: &Words, i: usize) -> Option<Candidate> {
    let mut forms = words.lexicon.name_forms("address");
    let (surname, rest) = text_of(words, i).split_once(UNTOLD)?;
    let behind = words
        .list
        .get(i + 1)
        .map_or("", |next| next.span.of(&words.document.article.text));
    let rest = if rest.is_empty() { behind } else { rest };
    let named = words.list[i].shape == Shape::Uncased && words.lexicon.is_surname(surname);
    let start = words.list[i].span.start;
    let span = Span::new(start, start + surname.len() + UNTOLD.len_utf8());
    (named && forms.any(|form| rest.starts_with(form)))
        .then(|| Candidate::of_span(i, i + 1, span, NameKind::Person))
}

/// The letter that stands for a given name which is not told, in Hangul.
const UNTOLD: char = '모';

/// Whether something is written onto the bracket that closes the one at word `open`: 손흥민(LAFC)은.
fn particle_behind(words: &Words, open: usize) -> bool {
    let close = (open + 1..words.list.len())
        .take(COMPLEMENT)
        .find(|&k| matches!(words.mark(k), Some(')')));
    close.is_some_and(|close| {
        words.list.get(close + 1).is_some_and(|next| {
            next.span.start == words.list[close].span.end && next.shape == Shape::Uncased
        })
    })
}

/// "카를로 베르디 이탈리아 국방부 대변인", "왕리민 중국 부총리": a name that opens a clause, whose office
/// stands behind it with the country or body that it is held in.
pub(super) fn before_affiliation(
    words: &Words,
    start: usize,
    i: usize,
    end: usize,
) -> Option<Candidate> {
    // "시진핑 중국 국가주석과 블라디미르 푸틴 러시아 대통령이": behind the office of another that is joined to it.
    let joined = || {
        words.is(i - 1, Classes::TITLE) && words.lexicon.ends_as("joining", text_of(words, i - 1))
    };
    let opens = i == start || words.list[i - 1].is_mark() || joined();
    // "장관은 마르코 루비오 미국 국무장관과": behind the topic, a name in foreign letters whose country is listed.
    let topic = !opens && words.list[i - 1].core != words.list[i - 1].span;
    let plain = |k: usize| k < end && is_plain(words, k) && !words.lexicon.is_time(words.folded(k));
    if !(opens || topic) || !plain(i) || !words.lexicon.has_surnames() {
        return None;
    }
    let body = |k: usize| {
        k < end
            && (words.listed(k).is_some()
                || bodies::body(words, k, end).is_some()
                || words.list[k].shape == Shape::Upper
                || words.is(k, Classes::ORGANISATION) && words.core(k).chars().count() > SYLLABLE)
    };
    // "요하네스 코퐁 라마토칸 이장": of a body or place that no list knows.
    let unknown = |k: usize| {
        plain(k)
            && words.is(k + 1, Classes::TITLE)
            && words.core(k).chars().count() > SYLLABLE
            && k + 1 < end
    };
    // "한동훈 전 국민의힘 대표": of an office that one has left.
    let former = |k: usize| k < end && words.lexicon.is_deputy(words.core(k));
    let past = |k: usize| if former(k) { k + 1 } else { k };
    let whole =
        |k: usize| words.lexicon.native(text_of(words, k)) == Some(words.list[k].span.len());
    // "젠슨 황 엔비디아 최고경영자": a surname of one letter may stand last.
    let surname = |k: usize| {
        let entry = words.entry(k);
        k < end && entry.is_some_and(|entry| entry.classes == Classes::SURNAME)
    };
    // "조은석 특별수사 검사": a body that no list knows behind a whole name.
    let told = || whole(i) && plain(i + 1) && i + 2 < end && words.is(i + 2, Classes::TITLE);
    let held = |k: usize| body(k) || unknown(k) && is_foreign(words, i, k);
    // "최상목 전 부총리"
    let office = |k: usize| k < end && words.is(k, Classes::TITLE);
    let stop = if body(past(i + 1)) || told() || former(i + 1) && office(i + 2) {
        i + 1
    } else if let Some(long) = long_name(words, i, end).filter(|&long| body(long)) {
        long
    } else if surname(i + 1) && body(past(i + 2))
        || plain(i + 1) && (held(i + 2) || former(i + 2) && body(i + 3))
    {
        i + 2
    } else {
        return None;
    };
    let letters = words.core(i).chars().count();
    if stop == i + 1 && letters <= SYLLABLE {
        return None;
    }
    let abroad = || stop == i + 2 && is_foreign(words, i, stop) && words.listed(stop).is_some();
    if topic && !abroad() {
        return None;
    }
    let mut at = past(stop);
    while at < end && at < stop + COMPLEMENT {
        // "화산지질재난경감센터(PVMBG) 소장"
        if words.mark(at) == Some('(') && words.mark(at + 2) == Some(')') {
            at += 3;
            continue;
        }
        if words.list[at].is_mark() {
            return None;
        }
        let office = words.entry(at).is_some_and(|entry| {
            entry.classes.has(Classes::TITLE) && matches!(entry.side, Side::Left | Side::Both)
        });
        if office && at > stop {
            return Some(Candidate::sure(words, i, stop, NameKind::Person));
        }
        // What has an ending belongs to another phrase.
        let joins = words.role(at) == Role::Coordinator;
        if words.list[at].core != words.list[at].span
            || words.is(at, Classes::VERB.and(Classes::STOP)) && !body(at) && !joins
        {
            return None;
        }
        at += words.list[at].reach.max(1);
    }
    None
}
