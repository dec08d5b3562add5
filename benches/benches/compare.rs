//! Speed of the whole, by number of articles, and of its parts over many articles.

#![allow(
    missing_docs,
    reason = "criterion's macros make undocumented functions"
)]

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use parallax::{Options, Report};
use std::hint::black_box;

fn compare(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("compare articles of 40 sentences");
    group.sample_size(10);
    for count in [2, 8, 32] {
        let articles = parallax_benches::event_of(count, 40);
        group.bench_function(BenchmarkId::from_parameter(count), |bencher| {
            bencher.iter(|| parallax::compare(black_box(&articles), &Options::default()));
        });
    }
    group.finish();

    // Seconds per sentence must stay the same: what is said again and again is looked up.
    let mut group = criterion.benchmark_group("an article against two sentences repeated");
    group.sample_size(10);
    for times in [250, 1000] {
        let articles = parallax_benches::refrain(times);
        group.throughput(Throughput::Elements(2 * times as u64));
        group.bench_function(BenchmarkId::from_parameter(times), |bencher| {
            bencher.iter(|| parallax::compare(black_box(&articles), &Options::default()));
        });
    }
    group.finish();

    let reports: Vec<Report> = parallax_benches::event_of(8, 40)
        .into_iter()
        .map(|article| {
            let document = segmenter::segment(article);
            let mentions = extractor::extract(&document);
            Report { document, mentions }
        })
        .collect();
    let mut group = criterion.benchmark_group("8 articles of 40 sentences");
    group.sample_size(10);
    group.bench_function("statements", |bencher| {
        bencher.iter(|| aligner::statements(black_box(&reports), encoder::builtin()));
    });
    let statements = aligner::statements(&reports, encoder::builtin());
    group.bench_function("findings", |bencher| {
        bencher.iter(|| differ::compare(black_box(reports.clone()), statements.clone()));
    });
    group.finish();
}

criterion_group!(benches, compare);
criterion_main!(benches);
