//! Suites over the whole of Parallax.
