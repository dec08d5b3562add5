//! The network of a sentence model: token numbers in, vectors out.

use super::NoSentenceModel;
use std::fmt;
use std::path::Path;
use std::sync::Arc;
use tract_onnx::pb::tensor_proto::DataType;
use tract_onnx::pb::type_proto::Value;
use tract_onnx::pb::{ModelProto, ValueInfoProto};
use tract_onnx::prelude::{
    DatumType, Framework, InferenceFact, InferenceModel, InferenceModelExt, IntoRunnable,
    IntoTValue, Tensor, TractResult, TypedModel, TypedSimplePlan, tvec,
};
use tract_onnx::tract_hir::internal::{DimLike, Factoid, TDim, ToDim};

/// A network that is ready to run.
pub(super) struct Network {
    /// The network for sentences of each width, the narrowest first; without a width for all.
    plans: Vec<(Option<usize>, Arc<TypedSimplePlan>)>,
    /// What it takes, in its order.
    inputs: Vec<(Input, DatumType)>,
    padding: u32,
    /// How many tokens it can read.
    pub longest: usize,
    /// The length of its vectors.
    pub dims: usize,
}

/// What a network must know of its tokenizer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tokens {
    /// How many a sentence will have at the most.
    pub longest: usize,
    /// The last token there is.
    pub last: u32,
    /// The one that fills up.
    pub padding: u32,
}

/// So wide are the sentences for a network that cannot read any length: most sentences of news,
/// nearly all, all.
const WIDTHS: [usize; 2] = [48, 128];

/// What a network may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Input {
    /// The numbers of the tokens.
    Ids,
    /// Which of them are text and no padding.
    Mask,
    /// To which of two texts they belong.
    Kinds,
}

/// The vectors of a sentence.
#[derive(Debug)]
pub(super) struct Output {
    /// One vector after the other: for each token, or a single one.
    pub values: Vec<f32>,
    pub dims: usize,
    /// Whether it is the vector of the whole sentence.
    pub pooled: bool,
}

impl fmt::Debug for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Network")
            .field("inputs", &self.inputs)
            .field("longest", &self.longest)
            .field("dims", &self.dims)
            .finish_non_exhaustive()
    }
}

/// The outputs that hold what is looked for, the best first.
const OUTPUTS: &[&str] = &[
    "sentence_embedding",
    "last_hidden_state",
    "token_embeddings",
];

impl Network {
    /// Reads and prepares a network. `pooled_only` asks for one that gives the sentence's vector
    /// itself.
    pub fn open(path: &Path, pooled_only: bool, tokens: Tokens) -> Result<Self, NoSentenceModel> {
        let onnx = tract_onnx::onnx().with_ignore_value_info(true);
        let proto = onnx
            .proto_model_for_path(path)
            .map_err(|error| broken(&error.root_cause().to_string()))?;
        let place = place_of_output(&proto, pooled_only).map_err(broken)?;
        let mut model = onnx
            .parse(&proto, path.parent().and_then(Path::to_str))
            .map_err(|error| broken(&error.root_cause().to_string()))?
            .model;
        model.outputs = model.outputs.get(place).copied().into_iter().collect();
        let Some((inputs, width)) = inputs(&model)? else {
            return Err(broken("its input_ids are no table of whole numbers"));
        };
        let mut network = Self {
            plans: Vec::new(),
            inputs,
            padding: tokens.padding,
            longest: width.unwrap_or(tokens.longest),
            dims: 0,
        };
        // One form for sentences of any length is best. Where the shapes in the network cannot be
        // followed that way, it takes a few forms for sentences that are padded to one length.
        if width.is_none() && network.add(model.clone(), None, tokens.last).is_ok() {
            return Ok(network);
        }
        network.plans.clear();
        let longest = network.longest;
        let narrower = WIDTHS
            .into_iter()
            .filter(|w| width.is_none() && *w < longest);
        for width in narrower.chain([longest]) {
            network.add(model.clone(), Some(width), tokens.last)?;
        }
        Ok(network)
    }

    /// Prepares the network for sentences of this width (of any without) and tries it with the
    /// last token over and over: what it cannot read shows here and not in the middle of a
    /// comparison.
    fn add(
        &mut self,
        model: InferenceModel,
        width: Option<usize>,
        last: u32,
    ) -> Result<(), NoSentenceModel> {
        let model = optimise(model, &self.inputs, width)
            .map_err(|error| broken(&format!("{error}: {}", error.root_cause())))?;
        check_output(&model)?;
        let plan = model
            .into_runnable()
            .map_err(|error| broken(&error.to_string()))?;
        self.plans.push((width, plan));
        for length in [self.longest.min(2), width.unwrap_or(self.longest)] {
            let trial = self.run(&vec![last; length], &vec![1; length], &vec![0; length]);
            self.dims = trial.map_err(|error| broken(&error))?.dims;
        }
        if self.dims == 0 {
            return Err(broken("its vectors are empty"));
        }
        Ok(())
    }

    /// The vectors of one sentence.
    pub fn run(&self, ids: &[u32], mask: &[u32], kinds: &[u32]) -> Result<Output, String> {
        let fits = |width: &Option<usize>| width.is_none_or(|width| width >= ids.len());
        let mut plans = self.plans.iter();
        let (width, plan) = plans
            .find(|(width, _)| fits(width))
            .ok_or("the sentence is too long")?;
        let length = width.unwrap_or(ids.len());
        let run = || -> TractResult<Output> {
            let mut values = tvec![];
            for (input, datum) in &self.inputs {
                let (numbers, rest) = match input {
                    Input::Ids => (ids, self.padding),
                    Input::Mask => (mask, 0),
                    Input::Kinds => (kinds, 0),
                };
                let mut numbers: Vec<i64> = numbers.iter().map(|n| i64::from(*n)).collect();
                numbers.resize(length, i64::from(rest));
                let tensor = Tensor::from_shape(&[1, numbers.len()], &numbers)?;
                values.push(tensor.cast_to_dt(*datum)?.into_owned().into_tvalue());
            }
            let output = plan.run(values)?;
            let output = output.first().map(|tensor| tensor.cast_to::<f32>());
            let output = output.transpose()?.unwrap_or_default();
            Ok(Output {
                dims: output.shape().last().copied().unwrap_or(0),
                pooled: output.rank() == 2,
                values: output
                    .to_plain_array_view::<f32>()?
                    .iter()
                    .copied()
                    .collect(),
            })
        };
        run().map_err(|error| error.root_cause().to_string())
    }
}

/// What the network takes, and the length of sentence that is written into it, if one is.
/// `None` where its inputs are no tables.
#[expect(clippy::type_complexity, reason = "read once, right above")]
fn inputs(
    model: &InferenceModel,
) -> Result<Option<(Vec<(Input, DatumType)>, Option<usize>)>, NoSentenceModel> {
    let mut inputs = Vec::new();
    let mut width = None;
    for outlet in &model.inputs {
        let name = &model.node(outlet.node).name;
        let input = match name.as_str() {
            "input_ids" => Input::Ids,
            "attention_mask" => Input::Mask,
            "token_type_ids" => Input::Kinds,
            _ => {
                return Err(NoSentenceModel::new(
                    format!("model.onnx asks for the input \"{name}\""),
                    "known are input_ids, attention_mask and token_type_ids; export the model \
                     with `optimum-cli export onnx --task feature-extraction`",
                ));
            }
        };
        let Ok(fact) = model.outlet_fact(*outlet) else {
            return Ok(None);
        };
        let datum = fact.datum_type.concretize().unwrap_or(DatumType::I64);
        if !datum.is_integer() {
            return Ok(None);
        }
        if input == Input::Ids {
            let dim = fact.shape.dim(1).and_then(|dim| dim.concretize());
            width = dim.and_then(|dim| dim.to_usize().ok());
        }
        inputs.push((input, datum));
    }
    let ids = inputs.iter().any(|(input, _)| *input == Input::Ids);
    Ok(ids.then_some((inputs, width)))
}

/// Which output holds the vectors: by its name, or the first that has one for each token.
fn place_of_output(proto: &ModelProto, pooled_only: bool) -> Result<usize, &'static str> {
    let outputs = proto.graph.as_ref().map(|graph| &*graph.output);
    let outputs = outputs.unwrap_or_default();
    let called = |name: &&str| outputs.iter().position(|output| output.name == **name);
    if pooled_only {
        let place = OUTPUTS.first().and_then(called);
        return place.ok_or("the model has layers after pooling that are not in the file");
    }
    let of_tokens = || {
        let table = |output: &ValueInfoProto| {
            let Value::TensorType(tensor) = output.r#type.as_ref()?.value.as_ref()?;
            let kind = DataType::try_from(tensor.elem_type).ok()?;
            let float = [DataType::Float, DataType::Float16, DataType::Double].contains(&kind);
            Some(float && tensor.shape.as_ref()?.dim.len() == 3)
        };
        outputs.iter().position(|o| table(o) == Some(true))
    };
    if outputs.is_empty() {
        return Err("it has no output");
    }
    let place = OUTPUTS.iter().find_map(called).or_else(of_tokens);
    Ok(place.unwrap_or(0))
}

/// Fixes the shapes (one sentence, so many tokens or any number of them) and rewrites the network
/// into a form that runs fast.
fn optimise(
    mut model: InferenceModel,
    inputs: &[(Input, DatumType)],
    width: Option<usize>,
) -> TractResult<TypedModel> {
    let tokens: TDim = match width {
        Some(width) => width.to_dim(),
        None => model.symbols.sym("tokens").to_dim(),
    };
    for (place, (_, datum)) in inputs.iter().enumerate() {
        let fact = InferenceFact::dt_shape(*datum, tvec![1.to_dim(), tokens.clone()]);
        model.set_input_fact(place, fact)?;
    }
    model.into_optimized()
}

fn check_output(model: &TypedModel) -> Result<(), NoSentenceModel> {
    let fact = model
        .output_fact(0)
        .map_err(|error| broken(&error.to_string()))?;
    let rank = fact.shape.rank();
    if fact.datum_type.is_float() && (rank == 2 || rank == 3) {
        return Ok(());
    }
    Err(NoSentenceModel::new(
        format!(
            "the output of model.onnx has {rank} dimensions of {:?}: it is neither a vector for \
             each token nor one for the sentence",
            fact.datum_type
        ),
        "export the model for its vectors: `optimum-cli export onnx --task feature-extraction`",
    ))
}

pub(super) fn broken(why: &str) -> NoSentenceModel {
    NoSentenceModel::new(
        format!("model.onnx cannot be used: {why}"),
        "export the model as ONNX in 32-bit floats, with `optimum-cli export onnx --task \
         feature-extraction`, or compute the vectors elsewhere",
    )
}
