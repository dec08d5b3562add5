//! A comparison as rows, and the rows in every output format.
