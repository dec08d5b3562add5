use super::*;
use crate::cosine;
use serde_json::{Value, json};
use std::fs;
use tempfile::TempDir;

/// A message in the notation of protocol buffers, in which ONNX files are written.
#[derive(Default, Clone)]
struct Message(Vec<u8>);

impl Message {
    fn varint(&mut self, mut number: u64) {
        while number > 127 {
            self.0.push(number as u8 | 128);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    fn number(mut self, field: u64, number: u64) -> Self {
        self.varint(field << 3);
        self.varint(number);
        self
    }

    fn bytes(mut self, field: u64, bytes: impl AsRef<[u8]>) -> Self {
        self.varint(field << 3 | 2);
        self.varint(bytes.as_ref().len() as u64);
        self.0.extend(bytes.as_ref());
        self
    }

    fn message(self, field: u64, message: Self) -> Self {
        self.bytes(field, message.0)
    }
}

const FLOAT: u64 = 1;
const INT64: u64 = 7;

/// The name, type and shape of an input or output; 0 stands for any length.
fn value(name: &str, datum: u64, shape: &[u64]) -> Message {
    let dims = shape.iter().fold(Message::default(), |dims, length| {
        let any = Message::default().bytes(2, "any");
        let dim = match length {
            0 => any,
            length => Message::default().number(1, *length),
        };
        dims.message(1, dim)
    });
    let tensor = Message::default().number(1, datum).message(2, dims);
    Message::default()
        .bytes(1, name)
        .message(2, Message::default().message(1, tensor))
}

fn node(kind: &str, inputs: &[&str], output: &str) -> Message {
    let node = Message::default().bytes(4, kind).bytes(3, output);
    let node = inputs.iter().fold(node, |node, name| node.bytes(1, name));
    node.bytes(2, output)
}

/// The vectors of the eight tokens of [`tokenizer`].
const TABLE: [[f32; 3]; 8] = [
    [9.0, 9.0, 9.0],  // [PAD]
    [0.5, 0.0, 0.0],  // [CLS]
    [0.0, 0.5, 0.0],  // [SEP]
    [0.0, 0.0, 0.0],  // [UNK]
    [1.0, 2.0, 2.0],  // talks
    [4.0, 0.0, -3.0], // peace
    [0.0, 0.0, 7.0],  // война
    [-1.0, 1.0, 0.0], // .
];

/// A network that looks up the vector of each token. `width` is its only length of text, 0 any.
fn graph(width: u64, inputs: &[&str]) -> Message {
    let values = TABLE
        .as_flattened()
        .iter()
        .copied()
        .flat_map(f32::to_le_bytes);
    let table = Message::default()
        .number(1, 8)
        .number(1, 3)
        .number(2, FLOAT)
        .bytes(8, "table")
        .bytes(9, values.collect::<Vec<_>>());
    let graph = Message::default().bytes(2, "look up").message(5, table);
    inputs.iter().fold(graph, |graph, name| {
        graph.message(11, value(name, INT64, &[0, width]))
    })
}

fn model(graph: Message) -> Vec<u8> {
    let operators = Message::default().number(2, 17);
    Message::default()
        .number(1, 8)
        .message(8, operators)
        .message(7, graph)
        .0
}

const INPUTS: &[&str] = &["input_ids", "attention_mask", "token_type_ids"];

/// The network with its vectors for each token as the output.
fn tokens(width: u64) -> Vec<u8> {
    model(
        graph(width, INPUTS)
            .message(
                1,
                node("Gather", &["table", "input_ids"], "last_hidden_state"),
            )
            .message(12, value("last_hidden_state", FLOAT, &[0, width, 3])),
    )
}

fn tokenizer() -> Value {
    let special = |id: u32, name: &str| {
        json!({"id": id, "content": name, "single_word": false, "lstrip": false, "rstrip": false,
            "normalized": false, "special": true})
    };
    let frame = |id: u32, name: &str| json!({"id": name, "ids": [id], "tokens": [name]});
    json!({
        "version": "1.0",
        "truncation": null,
        "padding": {"strategy": {"Fixed": 128}, "direction": "Right", "pad_to_multiple_of": null,
            "pad_id": 0, "pad_type_id": 0, "pad_token": "[PAD]"},
        "added_tokens": [special(0, "[PAD]"), special(1, "[CLS]"), special(2, "[SEP]")],
        "normalizer": {"type": "Lowercase"},
        "pre_tokenizer": {"type": "Whitespace"},
        "post_processor": {"type": "TemplateProcessing",
            "single": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}},
                {"Sequence": {"id": "A", "type_id": 0}},
                {"SpecialToken": {"id": "[SEP]", "type_id": 0}}],
            "pair": [{"Sequence": {"id": "A", "type_id": 0}},
                {"Sequence": {"id": "B", "type_id": 1}}],
            "special_tokens": {"[CLS]": frame(1, "[CLS]"), "[SEP]": frame(2, "[SEP]")}},
        "decoder": null,
        "model": {"type": "WordLevel", "unk_token": "[UNK]", "vocab": {"[PAD]": 0, "[CLS]": 1,
            "[SEP]": 2, "[UNK]": 3, "talks": 4, "peace": 5, "война": 6, ".": 7}}
    })
}

/// Names of files and what is in them.
type Files<'a> = &'a [(&'a str, &'a [u8])];

/// A folder with these files.
fn folder(files: Files) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
    folder
}

fn open_with(network: &[u8], more: Files) -> Result<SentenceModel, NoSentenceModel> {
    let tokenizer = tokenizer().to_string();
    let files = [
        ("model.onnx", network),
        ("tokenizer.json", tokenizer.as_bytes()),
    ];
    SentenceModel::open(folder(&[&files, more].concat()).path())
}

fn usual() -> SentenceModel {
    open_with(&tokens(0), &[]).expect("a model")
}

/// The mean of rows of the table, at length 1.
fn mean(rows: &[usize]) -> Vec<f32> {
    let mut sum = vec![0.0; 3];
    for row in rows {
        sum.iter_mut().zip(TABLE[*row]).for_each(|(s, x)| *s += x);
    }
    normalise(&mut sum);
    sum
}

#[test]
fn a_sentence_is_the_mean_of_its_tokens() {
    let model = usual();
    assert_eq!(model.dims(), 3);
    assert_eq!(model.encode("Peace talks.", "en"), mean(&[1, 5, 4, 7, 2]));
    assert_eq!(model.encode("ВОЙНА unheard", "ru"), mean(&[1, 6, 3, 2]));
    assert!(model.words("Peace talks.", "en").words().is_empty());
}

#[test]
fn the_first_token_stands_for_the_sentence_where_the_settings_say_so() {
    let first: &[u8] = br#"{"pooling_mode_cls_token": true, "pooling_mode_mean_tokens": false}"#;
    let model = open_with(&tokens(0), &[("1_Pooling/config.json", first)]).expect("a model");
    assert_eq!(model.encode("Peace talks.", "en"), [1.0, 0.0, 0.0]);

    let modules: &[u8] = br#"[{"type": "sentence_transformers.models.Transformer", "path": ""},
        {"type": "sentence_transformers.models.Pooling", "path": "pool"}]"#;
    let more = [("modules.json", modules), ("pool/config.json", first)];
    let model = open_with(&tokens(0), &more).expect("a model");
    assert_eq!(model.encode("Peace talks.", "en"), [1.0, 0.0, 0.0]);

    let largest: &[u8] = br#"{"pooling_mode_max_tokens": true}"#;
    let error = open_with(&tokens(0), &[("1_Pooling/config.json", largest)]).expect_err("max");
    assert_eq!(error.to_string(), "it pools by max");
}

#[test]
fn padding_counts_for_nothing() {
    let model = open_with(&tokens(8), &[]).expect("a model");
    assert_eq!(model.encode("Peace talks.", "en"), mean(&[1, 5, 4, 7, 2]));
    let long = model.encode("talks talks talks peace peace peace peace peace", "en");
    assert_eq!(long, mean(&[1, 4, 4, 4, 5, 5, 5, 2]));
}

#[test]
fn what_is_too_long_is_cut_off() {
    let limit: &[u8] = br#"{"max_seq_length": 4}"#;
    let model = open_with(&tokens(0), &[("sentence_bert_config.json", limit)]).expect("a model");
    assert_eq!(
        model.encode("Peace talks. . . .", "en"),
        mean(&[1, 5, 4, 2])
    );
    let limit: &[u8] = br#"{"max_seq_length": 2}"#;
    assert!(open_with(&tokens(0), &[("sentence_bert_config.json", limit)]).is_err());
}

#[test]
fn a_vector_of_the_whole_sentence_is_taken_as_it_is() {
    let network = graph(0, &INPUTS[..1])
        .message(
            1,
            node("Gather", &["table", "input_ids"], "token_embeddings"),
        )
        .message(1, {
            let axis = Message::default()
                .bytes(1, "axes")
                .number(20, 7)
                .number(8, 1);
            let keep = Message::default()
                .bytes(1, "keepdims")
                .number(20, 2)
                .number(3, 0);
            node("ReduceMax", &["token_embeddings"], "sentence_embedding")
                .message(5, axis)
                .message(5, keep)
        })
        .message(12, value("token_embeddings", FLOAT, &[0, 0, 3]))
        .message(12, value("sentence_embedding", FLOAT, &[0, 3]));
    let model = open_with(&model(network), &[]).expect("a model");
    let mut largest = vec![1.0, 2.0, 2.0];
    normalise(&mut largest);
    assert_eq!(model.encode("Talks", "en"), largest);
}

#[test]
fn the_same_text_gives_the_same_bytes_on_any_number_of_threads() {
    let model = usual();
    let sentences = ["Peace talks.", "Война.", "", "Talks, talks"].repeat(50);
    let all = model.encode_all(&sentences, "und");
    assert_eq!(all, model.encode_all(&sentences, "und"));
    let one: Vec<f32> = sentences
        .iter()
        .flat_map(|sentence| model.encode(sentence, "und"))
        .collect();
    assert_eq!(all, one);
}

#[test]
fn any_text_gives_a_vector_or_nothing() {
    let model = usual();
    for text in ["", " \n\t", "\u{a0}\u{3000}"] {
        assert_eq!(model.encode(text, "und"), [0.0; 3], "{text:?}");
    }
    let long = "talks ".repeat(20_000);
    let solid = "я".repeat(100_000);
    let marks = "\u{202e}peace\u{2066}\u{200f} \u{0}\u{1}\u{7f}\u{feff} [CLS] [PAD] \u{10ffff}";
    let stacked = format!("e{}", "\u{301}".repeat(50_000));
    for text in [long.as_str(), &solid, marks, &stacked, "🏳️‍🌈👩‍👩‍👧", "\u{fffd}"]
    {
        let vector = model.encode(text, "und");
        let length = cosine(&vector, &vector);
        assert!(length == 0.0 || (length - 1.0).abs() < 1e-5, "{length}");
    }
    assert!(model.encode(&long, "en")[1] > 0.6);
}

#[test]
fn what_cannot_be_used_is_refused_with_a_hint() {
    let good = tokenizer().to_string();
    let good = good.as_bytes();
    let network = tokens(0);
    let whole = |output: &str, shape: &[u64]| {
        let graph = graph(0, INPUTS).message(12, value(output, INT64, shape));
        model(graph)
    };
    let names = whole("input_ids", &[0, 0]);
    let unknown = model(graph(0, &["pixels"]).message(12, value("pixels", INT64, &[0, 0])));
    let nowhere = whole("nowhere", &[0, 0, 3]);
    let mut more_tokens = tokenizer();
    more_tokens["model"]["vocab"]["ceasefire"] = json!(8);
    let more_tokens = more_tokens.to_string();
    let dense: &[u8] = br#"[{"type": "sentence_transformers.models.Dense", "path": "2_Dense"}]"#;
    let cases: &[(Files, &str)] = &[
        (&[("tokenizer.json", good)], "no model.onnx"),
        (&[("onnx/model.onnx", &network)], "tokenizer.json: "),
        (
            &[("model.onnx", &network), ("tokenizer.json", b"{}")],
            "tokenizer.json cannot be used",
        ),
        (
            &[("model.onnx", b"no network"), ("tokenizer.json", good)],
            "model.onnx cannot be used",
        ),
        (
            &[("model.onnx", b""), ("tokenizer.json", good)],
            "model.onnx cannot be used",
        ),
        (
            &[("model.onnx", &names), ("tokenizer.json", good)],
            "the output of model.onnx has 2 dimensions of I64",
        ),
        (
            &[("model.onnx", &nowhere), ("tokenizer.json", good)],
            "model.onnx cannot be used",
        ),
        (
            &[("model.onnx", &unknown), ("tokenizer.json", good)],
            "model.onnx asks for the input \"pixels\"",
        ),
        (
            &[
                ("model.onnx", &network),
                ("tokenizer.json", more_tokens.as_bytes()),
            ],
            "model.onnx cannot be used: it cannot be run",
        ),
        (
            &[
                ("model.onnx", &network),
                ("tokenizer.json", good),
                ("modules.json", dense),
            ],
            "layers after pooling",
        ),
        (
            &[
                ("model.onnx", &network),
                ("tokenizer.json", good),
                ("modules.json", b"["),
            ],
            "modules.json is broken",
        ),
    ];
    for (files, what) in cases {
        let error = SentenceModel::open(folder(files).path()).expect_err(what);
        assert!(error.to_string().contains(what), "{what}: {error}");
        assert!(!error.hint().is_empty());
    }
}
