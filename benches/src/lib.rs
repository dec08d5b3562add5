//! Speed of every stage and of the whole.
