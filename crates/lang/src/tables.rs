//! Every word list that a pack may hold: its file, its columns, who reads it.
//!
//! Columns are set apart by one tab; `#` starts a comment line. Words stand as a wire would
//! print them; matching folds case and marks where the reader of the list says so.

/// What one word list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Table {
    /// The file's name without `.txt`.
    pub name: &'static str,
    /// The columns, in order.
    pub columns: &'static [&'static str],
    /// Whether every first-class pack must have it.
    pub required: bool,
    /// What it is for and who reads it.
    pub about: &'static str,
}

const fn table(
    name: &'static str,
    columns: &'static [&'static str],
    required: bool,
    about: &'static str,
) -> Table {
    Table {
        name,
        columns,
        required,
        about,
    }
}

/// All lists, sorted by name. A pack file that is not named here fails the tests.
pub const TABLES: &[Table] = &[
    table(
        "abbreviations",
        &["abbreviation", "use"],
        true,
        "words that end in a dot inside a sentence, without the last dot. The use is `title` (a \
         name follows), `number` (a number follows), `unit` (a number stands before), `list` \
         (closes a list: etc.), `inner` (never last in a sentence) or empty (may be last in a sentence); read by the segmenter",
    ),
    table(
        "affixes",
        &["kind", "role", "forms"],
        false,
        "what is written together with a number word, unit or noun: `prefix` or `suffix`; the \
         role is `and`, `about`, `to` (no unit: so many to the dollar), `the`, `noun` (onto nouns and units only) or empty; read by the extractor's quantities",
    ),
    table(
        "antonyms",
        &["concept", "pole", "forms"],
        true,
        "words that exclude each other, by concept over languages; the pole `neutral` takes longer \
         phrases that only look like one of the others, a pole that begins with `not` holds its \
         negation, `#` stands for a number; read by the differ",
    ),
    table(
        "approximations",
        &["kind", "place", "forms"],
        true,
        "how exact a number is: kind as in `Approximation` (`about`, `at-least`, `more-than`, \
         `at-most`, `less-than`, `up-to`, `between`), `range` (what joins two ends of a range) or \
         `joins` (the same, after `between` only), `versus` (between the sides of a score, or two values that share their unit and are no range), \
         `negative` (below zero), `change` (by, after which a number opens no range), `passes` (a verb \
         of change, after which from and to open none); \
         place is `before` or `after` the number, or `onto` for an ending of its unit and the word behind (`a kadar`); read by the extractor's quantities",
    ),
    table(
        "attackers",
        &["form", "kind"],
        false,
        "words for who killed others (`doer`) and phrases that tell that they died too (`death`): \
         some count the attacker among the dead, others not; read by the differ",
    ),
    table(
        "attributions",
        &["phrase", "side", "closing"],
        false,
        "phrases that name a source beside the verb: the source stands `before` or `after` the \
         phrase, on `both` sides, in the phrase (`possessive`) or nowhere (`alone`); the closing words of a phrase that \
         embraces it (据…报道), or its word for who speaks (*по его словам*); read by the quotations of the extractor",
    ),
    table(
        "credits",
        &["phrase"],
        false,
        "phrases that show, wherever they stand in a sentence (behind `^`: at its beginning), that it \
         tells who made the article or who owns it; read by the segmenter",
    ),
    table(
        "bylines",
        &["opening"],
        true,
        "how a line opens that names the author; read by the segmenter",
    ),
    table(
        "captions",
        &["opening"],
        true,
        "how a line opens that describes or credits a picture; read by the segmenter",
    ),
    table(
        "cases_dates",
        &["published", "text", "expected"],
        true,
        "a text, its day of publication and its dates, set apart by ` | `, each as \
         `words = from..to precision`, with `dateline` after that of a dateline; run by the \
         tests of the whole",
    ),
    table(
        "cases_names",
        &["text", "names"],
        false,
        "a text and names that must be found in it as `words=key`, set apart by ` | `; run by \
         the extractor's tests",
    ),
    table(
        "cases_quantities",
        &["text", "quantities"],
        true,
        "a text and its quantities, set apart by ` | `; run by the tests of the whole",
    ),
    table(
        "cases_quotations",
        &["text", "quotations"],
        true,
        "a text in which the words said stand in `[…]`, the cue in `<…>` and the speaker in `{…}` \
         (the least of it in inner braces), ¹²³ behind the bracket for several quotations; then \
         `none`, or form and name of each (`direct = Lin Jian`), set apart by ` | `; run by the \
         tests of the whole",
    ),
    table(
        "cases_segment",
        &["sentences"],
        true,
        "a text with ` | ` between its sentences (in Chinese and Japanese that space is not \
         the text's), `¦` where no space stands between them and `\\n` for a line break; run by \
         the segmenter's tests",
    ),
    table(
        "clitics",
        &["letters", "side"],
        false,
        "what is written onto a word that is not part of it, as `prefix` or `suffix`, or as `body` \
         onto the nouns of bodies in capitals (Bakanlığı*ndan*); `article` is \
         the one that makes a noun definite, `governs` what makes it no subject as a preposition \
         does (ב), `joins` what joins it to the word before (ו), `where` an ending of where something is",
    ),
    table(
        "clause_words",
        &["word", "role"],
        false,
        "the small words that build clauses, by role: `be` (makes a passive), `auxiliary` (*has*, \
         *would*; behind a Chinese verb what shows that it has an object: 了), `inner` (between subject and verb), `question`, `relative`, `subordinator`, \
         `concession` (a clause set against another), `coordinator`, `infinitive`, `preposition`, \
         `agent` (a preposition before who acts in a passive), `purpose` (one before what for: *um* … zu), `view` (one before who sees \
         something so), `aside` (one before who says what stands around it: as she noted), \
         `passive` (makes one without a \
         person; before a Chinese verb what shows that it is a noun or suffered: 作出, 被), `as` (leads to what something is called), `time`, `reported` (a verb in the mood of reported speech), `frame` (closes what a preposition opens: 在信*中*), `pointing` (at somebody told of: this); what endings (`*ing`) make of \
         a word: `participle`, `gerund` (the same in a language whose clauses open with a word for *that*), `adverb`, `past`, `third`, `abstract` (a noun that cannot speak), \
         `weak` (an adjective that shows a case), `attributive` (a verb before the noun of who does it: *belirten*), `request` (what somebody is asked to do: an \
         infinitive, *durdurmasını*), `infix` (what is written into an infinitive: durch*zu*lassen); \
         read by the quotations of the extractor",
    ),
    table(
        "complementisers",
        &["word"],
        false,
        "what opens an indirect clause: that",
    ),
    table(
        "conjugations",
        &["class", "forms"],
        false,
        "classes of verbs by the name that stands behind the `+` of a stem in `speech_verbs` (`비난+하다`), and \
         the forms that stand in its place: behind the stem, or with `*` where the stem stands (`a-t-il *é`); \
         a class may be made of those before it (`했+과거`); written out by the build script",
    ),
    table(
        "contractions",
        &["form", "words"],
        false,
        "words in one, and the words they stand for: quotations are compared written out; read by \
         the differ",
    ),
    table(
        "contraries",
        &["form", "kind"],
        false,
        "what is held against a negation over languages: the kind is `plain` (negates its clause by \
         itself: not), `with` (stands beside such a one and adds nothing: ne), `implied` (may \
         say without a negation what another language says with one: only, unless, un-) or \
         `exceptive` (the same, and behind a negation makes an \"only\" of it: except, しか); read by \
         the differ",
    ),
    table(
        "counted",
        &["class", "forms", "place"],
        true,
        "nouns and states that news counts, with their class over languages (`killed`, \
         `voter`); a form ending in `*` stands for all words that begin so; the place is empty, \
         `before` for what stands right before its number (magnitude), `topic` for what names the \
         count from further away (the death toll), `score` for what tells that two numbers facing \
         each other are a score (beat, voted), a number for what holds it (duals, twice), `same` for what makes a number a part of \
         another (of them; the class is empty), `part-first` for what is written onto a part before its whole (`'si`), stands between the two \
         or is the part, `topic-of` for what makes a counted noun beside it a topic (the number of), `amounts` for a verb that says how many its subject is (`suman`), `lasts` for what lasts so many years where others are so old (`साल की सजा`), or `every` for what \
         tells of how many a share is told (`de cada`; `every-person` only of people: `in`); read by the extractor's quantities",
    ),
    table(
        "date_clitics",
        &["form", "side", "where"],
        false,
        "what is written together with a date word, `before` or `after` it: prefixed articles, \
         prepositions and conjunctions, case endings; `where` is one that says where or when \
         (*ekimde*), `from` one from which a stretch begins (*perşembeden*); read by the extractor",
    ),
    table(
        "date_words",
        &["word", "role", "value", "when"],
        true,
        "what words say about a date, by role: `offset day-1`, `shift -1`, `unit week`, `ago`, \
         `part night`, `bound since` and so on (docs/dates.md explains each). `when` may hold \
         `capital` and `near` (only beside another date word or number); read by the extractor",
    ),
    table(
        "datelines",
        &["ending"],
        false,
        "how a line ends that only says where and when a report was sent; read by the segmenter",
    ),
    table(
        "endings",
        &["ending"],
        false,
        "endings of verbs that end a sentence where nobody sets a mark; read by the segmenter",
    ),
    table(
        "demonyms",
        &["form", "country"],
        false,
        "adjectives of countries, in the forms that stand beside an office, with the country's code: \
         *the Ukrainian president* is not the president of France; read by the quotations of the \
         extractor and, for ages, by its quantities",
    ),
    table(
        "deputies",
        &["word"],
        false,
        "words that make of an office that of a deputy, or of one who has left it (*vice*, 副): it is no \
         longer form of the office; read by the quotations of the extractor",
    ),
    table(
        "determiners",
        &["word", "use"],
        false,
        "articles and the like that open a noun phrase; the use is `alone` where the word can \
         stand for its noun (*few*, *many*), `indefinite` for an indefinite article where every \
         noun has a capital, `weak` where the ending of the adjective behind it tells a subject \
         from another case, `oblique` where it opens no subject, `indefinite oblique` both; read by \
         the quotations of the extractor",
    ),
    table(
        "estimates",
        &["form", "kind"],
        false,
        "who tells how many came to a rally or a feast, the `organisers` or the `police`: each has a \
         number of its own; read by the differ",
    ),
    table(
        "function_words",
        &["word", "use"],
        true,
        "articles, pronouns, prepositions, conjunctions, auxiliaries and the like, in lower \
         case; they tell languages apart, open sentences and carry no topic. `capital` marks \
         those that stand in capitals inside sentences too, `article` those that do so in names \
         before another capital (El País), `time` prepositions that a date opens with, `final` those that end sentences too (separable \
         particles of verbs)",
    ),
    table(
        "genders",
        &["form", "gender", "of"],
        false,
        "what tells whether a person is a man (`m`) or a woman (`f`): given names (of a `name`), \
         forms of titles and of what verbs end in (`*in`; of a `title`, of a `verb`, there also \
         `p` for many, and `mf` of a form that either may have), articles (of an `article`); given names in Latin letters stand in the default pack; read by the \
         quotations of the extractor",
    ),
    table(
        "given_names",
        &["name", "use"],
        false,
        "common given names of persons in the news; `common` where the word means something else more often, so \
         that a surname behind it must show it (in scripts without capitals)",
    ),
    table(
        "hedges",
        &["form", "kind"],
        true,
        "words that qualify a claim (alleged, suspected, possible, planned) or only look so (neutral); read by the differ",
    ),
    table(
        "known_names",
        &["name", "key", "use"],
        false,
        "well-known places and organisations with their key over languages, \
         `place:beijing`, `organisation:united nations`; only `place:` where none is agreed on: \
         the key is then how the name sounds; `common` where the word means something else too, so \
         that what stands beside it must show it",
    ),
    table(
        "labels",
        &["forms", "side"],
        true,
        "words before a number that names and does not count (`Article 5`, `Flight 370`), or \
         `behind` three digits or more, of an address (the 3100 `block of` a street), or behind the \
         number of an `article` of a law (第9条; characters that count make so ordinals only); read by the \
         extractor's quantities",
    ),
    table(
        "modifiers",
        &["word"],
        false,
        "what modifies a name before its hyphen (Hamas-led); read by the names of the extractor",
    ),
    table(
        "months",
        &["word", "month", "calendar", "when"],
        true,
        "names, inflected forms and abbreviations of months with their number; the calendar is \
         `hijri`, `persian` or `hebrew`, empty for Gregorian; read by the extractor",
    ),
    table(
        "name_cases",
        &["ending", "cases"],
        false,
        "how names are inflected: the ending in the nominative (empty for any other) and, in one \
         order of cases, the endings that take its place; read by the names of the extractor",
    ),
    table(
        "name_contexts",
        &["forms", "use"],
        false,
        "what tells the kind of a name beside it or inside it: `where`, prepositions before the \
         name of a place, of one word or two, or the endings behind it and an apostrophe (`'da`); \
         `father`, how the names of fathers end that stand behind a given name (`*овна`); \
         `to`, the endings behind an apostrophe of whom something is said to (`'ye`); \
         `from`, those before a place more than before another name, where that is one word that no \
         list knows; `place`, words that open the names of places (Puerto Cortés); \
         `other`, those in the names of what is no person, body or place (Grand *Prix*); \
         `closes-body` and `closes-place`, in the pack that all share, words that close English \
         names of them in any text (Sunday *Telegraph*, Evelyn *Street*); `body`, adjectives that are written small in the names of bodies (Commission \
         *européenne*), or their endings (`*ский`); `genitive`, the endings of those that stand in the \
         genitive of several; `organisation`, names of bodies that open with \
         an article and are usual words without their capitals (Le Monde); read by the names of the extractor",
    ),
    table(
        "name_cues",
        &["word", "side"],
        false,
        "words that show that few words in marks `before` or `after` which they stand are a name \
         or a term and nobody's words (named, so-called, ferry); read by the quotations of the extractor",
    ),
    table(
        "name_forms",
        &["form", "role"],
        false,
        "what is written onto names and onto words beside them, in scripts without capitals, by role: \
         endings of a `feminine` noun, of an adjective of origin (`relational`), of any `adjective`, \
         of what is `inflected` and so no name, of one whose owner is written onto it (`owned`), of a noun in the `construct` state, endings \
         (`common`) and what words open with (`opening`) as printed that no name has, letters that a \
         verb opens with (`person`), what no third word of a name opens with (`beyond`), endings that may be part of a `surname` behind a given name, \
         that of a `family` more than of another word, of an `adverb`, what stands before a name to tell that somebody or \
         something is `called` so, nouns of places and bodies `bearing` the names of persons, those `naming` one by a lone word, what one is `numbered` by, bodies \
         named by their `seat` behind them, words for a `parent` \
         before the name of a child, for other `kin` of whom a name tells whose they are, the small word before \
         that name (`of`), the letters that `given` names are made of (of two, in Korean) or \
         end in (in Japanese), further letters that stand `within` them, the last ones of a `family` name, that to which the kind of a `school` is cut (京都大), what a name without a title does not end in (`untitled`), the particles of `joining` names, the word that opens the names of bodies (`opener`: 全国), what makes a noun a verb or an adjective (`verbal`: する), an `office` that is written onto the body in which it is held, or onto a place \
         (`office-of-place`), what stands behind the `regnal` number of a king or pope, and the `honorific` words that follow nothing but a person's name \
         (さん, 女士) and those of `courtesy` that stand before nothing else (السيد, מר); in German also the endings of \
         a `settlement` (*-hausen*), in Japanese given names in `kana` that small words cut (みどり); read by the names of the extractor",
    ),
    table(
        "name_particles",
        &["word", "use"],
        false,
        "small words inside names; the use `of` joins the parts of an organisation's name \
         only, `on` so too, but no place (Committee on Trade, Police on Malta), `given` only behind a \
         given name (*Karl zu Hohenfels*, but *sagte Meier zu Lang*), `and` no two whole names \
         (*Ortega y Gasset*, but *Ana Ruiz y Juan Gil*), `kin` tells by itself that a person is \
         named (بن), `behind` only behind another particle or in an organisation's name (*van den \
         Berg*, but *sagte Jan Berg den Gästen*); `person` stands in the names of persons only \
         (bin), `regnal` follows the number of a king or pope (6세)",
    ),
    table(
        "name_stops",
        &["word"],
        false,
        "words that are written like names and are none",
    ),
    table(
        "named_things",
        &["noun", "kind"],
        false,
        "common nouns that stand beside the name of what they mean, of the kind `organisation`, \
         `place` or `other` (tanker, company), or before that of a `person` in the form of the \
         language's own names (出身); read by the names of the extractor",
    ),
    table(
        "negations",
        &["form", "kind"],
        true,
        "words that turn the sense of a clause (negation, denial, rejection, admission, \
         undenied: a denial that is not made, condition; neutral where they only look it); read by the differ",
    ),
    table(
        "numbers",
        &["role", "value", "forms"],
        true,
        "number words, with forms set apart by `, `; the roles are explained in the extractor's \
         `quantities::lexicon`",
    ),
    table(
        "occasions",
        &["noun"],
        false,
        "nouns of where and how something is said: interview, statement, tweet; read by the \
         quotations of the extractor",
    ),
    table(
        "organisations",
        &["word", "use"],
        false,
        "words that make a name an organisation; the use tells what names one beside a word that is \
         written small or has no capitals: its `field` (ministry of health; `behind` it in \
         स्वास्थ्य मंत्रालय) or its `aim` (front for the salvation of the north), or that it is written \
         `onto` the name (대한육상연맹), onto that of a country's body only (`land`: 이스라엘 보건부), beside that \
         of its `seat` (मेरठ पुलिस, université de Caen), or names one as a `whole`, where it has a capital if there are any (Cour constitutionnelle, 외교부)",
    ),
    table(
        "places",
        &["word", "use"],
        false,
        "words that make a name a place; the use tells that the word belongs to the name also where \
         it is written small, `before` it (estadio Azteca) or `behind` it (Thames river), that `of` \
         joins what it names (Republic of Kenya), or that the place stands before the word, `at` which is \
         what stands behind it (अंकारा स्थित दूतावास), or that the word is written `onto` the name \
         (静岡県), also where it is written onto it only if no other Han letter follows, `last` (吉野川), \
         or that it is a `part` of a country and stands before a place in it (南部)",
    ),
    table(
        "prepositions",
        &["word"],
        false,
        "words that open no bare clause behind a verb of speech (said *on* Tuesday); read by the \
         quotations of the extractor",
    ),
    table(
        "pronouns",
        &["pronoun", "gender"],
        false,
        "personal pronouns that can speak: `m`, `f`, `n` or plural `p`; nothing where one stands \
         for men and women",
    ),
    table(
        "quotatives",
        &["form", "role"],
        false,
        "what stands beside the marks: right behind words that are said (と, 고, *dedi*; no role), \
         before them where they are part of a clause (`object`, `subject`), behind a noun that is no subject (`oblique`: に; in Turkish its endings), as the ending of those who are told (`told`: журналистам), behind marks that hold a title or a term (`noun`: の), behind the subject \
         (`topic`), as the ending of the last word of a reported clause (`end`), of one that says by itself that somebody reports it (`while`: 다며; right behind marks `beside`: 며), of the noun of who does what it tells (`owner`) or of one that a \
         verb in the passive reports (`passive`), in the sentence \
         that tells who said what stands beside it (`thus`: こう), or at its opening (`back`: das, \
         dies; before who said it without a verb `signed`: così); read by the quotations of the \
         extractor",
    ),
    table(
        "sources",
        &["noun", "kind"],
        false,
        "common nouns that can speak: `person`, `group`, `anonymous`, `text`, or `again` for one that with a definite article stands for a person named before (*el mandatario*)",
    ),
    table(
        "speech_verbs",
        &["forms", "takes"],
        false,
        "the forms of a verb of speech, set apart by commas, or stem and class (`비난+하다`: \
         `conjugations`), and what it takes: a bare \
         `clause`, a clause with `that`, a listener before it (`person`), an `object`, an \
         infinitive (`to`), an indirect question (`wh`), a reporting `noun` (in Japanese one of thought, behind the \
         clause that says what it is: 考えを示す), or only a `quote`; \
         `relayed` where its object speaks (*zitiert*), `within` where the text does that a \
         preposition names (*heißt es in*), `whom` where the noun behind it is its object and no \
         speaker (*ha lodato la ministra*), `request` where somebody is asked to do what follows \
         (*pidió a las partes que*): by `object` as well whatever follows, alone only with a clause \
         or a verb that `clause_words` knows by its ending; `shared` where its subject is that of \
         another verb (قائلا, *добавив*), `nobody` where it tells of none (گفته شد), `own` where its \
         form holds who says it (*katanya*), `behind` where it reports only the clause before its \
         comma (*…, nilai dia*), `subject` where it reports nothing without its subject beside it (预计)",
    ),
    table(
        "stances",
        &["forms", "part", "takes"],
        false,
        "words that report belief, wish, plan or judgement: a `verb` with what it takes (as \
         `speech_verbs`), a `noun` or an `adjective` with the words that open its clause; read by \
         the quotations of the extractor",
    ),
    table(
        "subject_markers",
        &["word"],
        false,
        "what marks the noun phrase before it as subject or topic",
    ),
    table(
        "surnames",
        &["name"],
        false,
        "common surnames, where they show a name",
    ),
    table(
        "terms",
        &["concept", "variant", "forms"],
        true,
        "words for one thing that carry a view, by concept over languages; read by the differ",
    ),
    table(
        "territories",
        &["name", "code", "use"],
        false,
        "countries and territories with their ISO 3166 code, from CLDR; `common` where the word \
         means something else too, so that what stands beside it must show it",
    ),
    table(
        "title_complements",
        &["word"],
        false,
        "words between an office and the name of its holder (affairs, on behalf of); read by the \
         names of the extractor",
    ),
    table(
        "title_words",
        &["word", "side"],
        false,
        "nouns that stand `before` a title or name that opens with an article (newspaper, film; \
         also the end of a compound), or `after` the article in one (Die *Zeit*); read by the \
         segmenter",
    ),
    table(
        "titles",
        &["title", "side"],
        false,
        "offices and honorifics; the side on which the title stands: `before` the name, \
         `after` it or `both`",
    ),
    table(
        "transcription",
        &["letters", "where"],
        false,
        "letters that transcribe foreign names, where a script has such: anywhere, or beside the \
         `dot` between two parts of a name; read by the names of the extractor",
    ),
    table(
        "units",
        &["unit", "dimension", "place", "forms"],
        true,
        "units: id over languages (ISO 4217, CLDR) with `*` and how many of it, where the word \
         means several (`percent*10`), what it measures (`rate`: words that \
         make a speed of the length behind the number), whether it stands `before` \
         the number, `after`, `both`, says how many without a number (`whole`: a decade), is written onto the number word (`inside`) or, as a capital, onto \
         digits (`onto`), or so and after a space (`degrees`), or onto digits in any case (`attached`); the dimension `none` says that the number counts nothing; read by the extractor's quantities",
    ),
    table(
        "weekdays",
        &["word", "day", "when"],
        true,
        "names, inflected forms and abbreviations of weekdays, Monday is 1; read by the extractor",
    ),
];
