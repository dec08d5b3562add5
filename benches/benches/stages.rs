//! Speed of every stage, by language.

#![allow(
    missing_docs,
    reason = "criterion's macros make undocumented functions"
)]

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use parallax::Article;
use std::hint::black_box;

fn stages(criterion: &mut Criterion) {
    for (language, text) in parallax_benches::by_language(100_000) {
        let article = Article {
            language: Some(language.clone()),
            ..Article::new("a", text)
        };
        let bytes = article.text.len() as u64;

        let mut group = criterion.benchmark_group("segment");
        group.throughput(Throughput::Bytes(bytes));
        group.bench_function(BenchmarkId::from_parameter(&language), |bencher| {
            bencher.iter(|| segmenter::segment(black_box(article.clone())));
        });
        group.finish();

        let document = segmenter::segment(article);
        let mut group = criterion.benchmark_group("extract");
        group.throughput(Throughput::Bytes(bytes));
        group.bench_function(BenchmarkId::from_parameter(&language), |bencher| {
            bencher.iter(|| extractor::extract(black_box(&document)));
        });
        group.finish();

        let mut group = criterion.benchmark_group("encode");
        group.throughput(Throughput::Elements(document.sentences.len() as u64));
        group.bench_function(BenchmarkId::from_parameter(&language), |bencher| {
            let encoder = encoder::builtin();
            bencher.iter(|| {
                for index in 0..document.sentences.len() {
                    black_box(encoder.encode(document.sentence_text(index), &language));
                }
            });
        });
        group.finish();
    }
}

criterion_group!(benches, stages);
criterion_main!(benches);
