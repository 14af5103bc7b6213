package jml.store.frame;

/// One instant as numbers: what lies between a snapshot and its stored forms.
public interface Numbers {
    Head head();

    /// One number a row or a subject of the instant's roster; null when the record has no such column.
    long @org.jspecify.annotations.Nullable [] column(Column column);
}
