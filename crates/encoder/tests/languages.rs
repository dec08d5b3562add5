//! The built-in encoder over its sixteen languages: each sentence finds its translation.

use encoder::{builtin, cosine};

/// Four sentences of one story, in every language: close to each other, each with one partner.
const STORY: &[(&str, [&str; 4])] = &[
    (
        "en",
        [
            "The two foreign ministers met in Geneva on Monday.",
            "They agreed to exchange prisoners of war.",
            "The opposition called the agreement a mistake.",
            "Oil prices fell after the announcement.",
        ],
    ),
    (
        "zh",
        [
            "两国外交部长星期一在日内瓦会晤。",
            "他们同意交换战俘。",
            "反对派称这项协议是个错误。",
            "消息公布后，油价下跌。",
        ],
    ),
    (
        "ar",
        [
            "التقى وزيرا الخارجية في جنيف يوم الاثنين.",
            "واتفقا على تبادل أسرى الحرب.",
            "ووصفت المعارضة الاتفاق بأنه خطأ.",
            "وانخفضت أسعار النفط بعد الإعلان.",
        ],
    ),
    (
        "es",
        [
            "Los dos ministros de Exteriores se reunieron el lunes en Ginebra.",
            "Acordaron intercambiar prisioneros de guerra.",
            "La oposición calificó el acuerdo de error.",
            "Los precios del petróleo cayeron tras el anuncio.",
        ],
    ),
    (
        "fr",
        [
            "Les deux ministres des Affaires étrangères se sont rencontrés lundi à Genève.",
            "Ils sont convenus d'échanger des prisonniers de guerre.",
            "L'opposition a qualifié l'accord d'erreur.",
            "Les prix du pétrole ont chuté après l'annonce.",
        ],
    ),
    (
        "ru",
        [
            "Министры иностранных дел двух стран встретились в понедельник в Женеве.",
            "Они договорились обменяться военнопленными.",
            "Оппозиция назвала соглашение ошибкой.",
            "После этого объявления цены на нефть упали.",
        ],
    ),
    (
        "de",
        [
            "Die beiden Außenminister trafen sich am Montag in Genf.",
            "Sie vereinbarten, Kriegsgefangene auszutauschen.",
            "Die Opposition nannte das Abkommen einen Fehler.",
            "Nach der Ankündigung fielen die Ölpreise.",
        ],
    ),
    (
        "pt",
        [
            "Os dois ministros dos Negócios Estrangeiros reuniram-se na segunda-feira em Genebra.",
            "Concordaram em trocar prisioneiros de guerra.",
            "A oposição chamou o acordo de erro.",
            "Os preços do petróleo caíram após o anúncio.",
        ],
    ),
    (
        "ja",
        [
            "両国の外相は月曜日、ジュネーブで会談した。",
            "両者は戦争捕虜の交換に合意した。",
            "野党はこの合意を間違いだと批判した。",
            "発表を受けて石油価格が下落した。",
        ],
    ),
    (
        "tr",
        [
            "İki ülkenin dışişleri bakanları pazartesi günü Cenevre'de bir araya geldi.",
            "Savaş esirlerini takas etmekte anlaştılar.",
            "Muhalefet anlaşmayı hata olarak nitelendirdi.",
            "Açıklamanın ardından petrol fiyatları düştü.",
        ],
    ),
    (
        "he",
        [
            "שני שרי החוץ נפגשו ביום שני בז'נבה.",
            "הם הסכימו להחליף שבויי מלחמה.",
            "האופוזיציה כינתה את ההסכם טעות.",
            "מחירי הנפט ירדו לאחר ההודעה.",
        ],
    ),
    (
        "fa",
        [
            "وزیران خارجه دو کشور روز دوشنبه در ژنو دیدار کردند.",
            "آنها توافق کردند اسیران جنگی را مبادله کنند.",
            "مخالفان این توافق را اشتباه خواندند.",
            "قیمت نفت پس از این اعلام کاهش یافت.",
        ],
    ),
    (
        "hi",
        [
            "दोनों देशों के विदेश मंत्री सोमवार को जिनेवा में मिले।",
            "वे युद्ध बंदियों की अदला-बदली पर सहमत हुए।",
            "विपक्ष ने समझौते को गलती बताया।",
            "घोषणा के बाद तेल की कीमतें गिर गईं।",
        ],
    ),
    (
        "ko",
        [
            "양국 외무장관이 월요일 제네바에서 만났다.",
            "그들은 전쟁 포로를 교환하기로 합의했다.",
            "야당은 이 합의를 실수라고 불렀다.",
            "발표 이후 석유 가격이 하락했다.",
        ],
    ),
    (
        "it",
        [
            "I due ministri degli Esteri si sono incontrati lunedì a Ginevra.",
            "Hanno concordato di scambiare i prigionieri di guerra.",
            "L'opposizione ha definito l'accordo un errore.",
            "I prezzi del petrolio sono scesi dopo l'annuncio.",
        ],
    ),
    (
        "id",
        [
            "Kedua menteri luar negeri bertemu di Jenewa pada hari Senin.",
            "Mereka sepakat untuk bertukar tawanan perang.",
            "Pihak oposisi menyebut kesepakatan itu sebuah kesalahan.",
            "Harga minyak turun setelah pengumuman itu.",
        ],
    ),
];

#[test]
fn each_sentence_finds_its_translation_in_every_other_language() {
    let vectors: Vec<Vec<Vec<f32>>> = STORY
        .iter()
        .map(|(code, sentences)| sentences.map(|s| builtin().encode(s, code)).to_vec())
        .collect();
    let mut wrong = Vec::new();
    for ((a, _), left) in STORY.iter().zip(&vectors) {
        for ((b, _), right) in STORY.iter().zip(&vectors) {
            for (i, vector) in left.iter().enumerate() {
                let to = |j: &usize| cosine(vector, &right[*j]);
                let best = (0..right.len()).max_by(|x, y| to(x).total_cmp(&to(y)));
                if best != Some(i) {
                    wrong.push(format!("{a}-{b} {i}"));
                }
            }
        }
    }
    // Of 1,024 questions.
    assert!(wrong.len() <= 3, "{wrong:?}");
}

#[test]
fn words_of_one_meaning_lie_close() {
    let english = builtin().words("The prisoners were released in Geneva", "en");
    let german = builtin().words("Die Gefangenen wurden in Genf freigelassen", "de");
    let near = |from: usize| {
        let to = |i: &usize| cosine(english.vector(from), german.vector(*i));
        (0..german.words().len()).max_by(|a, b| to(a).total_cmp(&to(b)))
    };
    assert_eq!(near(1), Some(1), "prisoners");
    assert_eq!(near(3), Some(5), "released");
    assert_eq!(near(5), Some(4), "Geneva");
    let weight = |i: usize| english.words()[i].weight;
    assert!(
        weight(1) > 2.0 * weight(0),
        "a noun weighs more than an article"
    );
}

#[test]
fn a_vector_is_the_same_on_every_machine() {
    // Bit for bit: sums of fixed order and square roots, nothing that a platform may round
    // otherwise.
    let vector = builtin().encode(
        "Talks on a ceasefire in Geneva, 34,535 dead: 停火谈判",
        "en",
    );
    let bits = vector.iter().fold(0_u64, |hash, x| {
        (hash.rotate_left(7) ^ u64::from(x.to_bits())).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    });
    assert_eq!(format!("{bits:016x}"), "1ae822f8a2658c5a");
}
