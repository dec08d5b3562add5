//! `--model`: another encoder gives other vectors, a broken one is refused.

use crate::Folder;

const TOKENIZER: &str = r#"{"normalizer": {"type": "BertNormalizer", "lowercase": true},
    "model": {"type": "WordPiece", "unk_token": "[UNK]",
    "vocab": {"[UNK]": 0, "talks": 1, "beijing": 2, "minister": 3}}}"#;

/// Four tokens, each with a vector of its own.
fn tensors() -> Vec<u8> {
    let head = br#"{"embeddings":{"dtype":"F32","shape":[4,4],"data_offsets":[0,64]}}"#;
    let mut file = (head.len() as u64).to_le_bytes().to_vec();
    file.extend(head);
    for i in 0..16 {
        file.extend((f32::from(u8::from(i % 5 == 0))).to_le_bytes());
    }
    file
}

#[test]
fn a_model2vec_folder_takes_the_place_of_the_built_in_encoder() {
    let folder = Folder::talks();
    folder.write("model/tokenizer.json", TOKENIZER.as_bytes());
    folder.write("model/model.safetensors", tensors());
    let ran = folder.run(&[
        "compare",
        "gulf-wire.md",
        "north-post.md",
        "--format",
        "json",
        "--model",
        "model",
    ]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(ran.json()["options"]["model"], "model");
}

#[test]
fn what_is_no_model_is_refused() {
    let folder = Folder::talks();
    folder.write("broken/tokenizer.json", b"{}");
    folder.write("broken/model.safetensors", b"");
    folder.write("text.weights", b"no weights");
    for (path, error) in [
        ("broken", "tokenizer.json is broken"),
        ("text.weights", "not a weights file"),
        ("missing", "missing: "),
        (".", "no model2vec folder: tokenizer.json"),
    ] {
        let ran = folder.run(&["compare", "gulf-wire.md", "north-post.md", "--model", path]);
        assert_eq!(ran.code, 2, "{path}");
        assert!(ran.err.contains(error), "{path}: {}", ran.err);
        assert!(ran.err.contains("hint: a model is"), "{path}: {}", ran.err);
    }
}

/// Whether a build can read networks is a feature of its own; what it says is right either way.
#[test]
fn a_folder_with_a_network_is_told_from_one_with_a_table() {
    let folder = Folder::talks();
    folder.write("network/onnx/model.onnx", b"no network");
    folder.write("network/tokenizer.json", TOKENIZER.as_bytes());
    folder.write("network/model.safetensors", b"weights");
    folder.write("both/model.onnx", b"no network");
    folder.write("both/tokenizer.json", TOKENIZER.as_bytes());
    folder.write("both/model.safetensors", tensors());
    let run = |path| folder.run(&["compare", "gulf-wire.md", "north-post.md", "--model", path]);
    let (what, hint) = if cfg!(feature = "onnx") {
        ("model.onnx cannot be used", "export the model as ONNX")
    } else {
        ("built without support", "--features onnx")
    };
    let ran = run("network");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains(what), "{}", ran.err);
    assert!(ran.err.contains(hint), "{}", ran.err);
    assert_eq!(run("both").code, 0);
}
