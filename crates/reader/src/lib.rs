//! Files of the field's formats, as articles.
