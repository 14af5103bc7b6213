package jml.store.fact;

import jml.core.alert.Alert;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Unmatched;
import jml.core.model.Environment;
import jml.core.source.SourceHealth;

/// What a fact is about. The word stands in the record.
public enum FactKind {
    MODEL("model", ModelFacts.class),
    /// State, cause, SLI and arm of a standing; when it began is a number beside it.
    VERDICT("verdict", Verdict.class),
    /// Models in row order.
    ORDER("order", RowOrder.class),
    /// What a tile's columns are called.
    COLUMNS("columns", ColumnOrder.class),
    ALERT("alert", Alert.class),
    /// A source's health without what changes with every answer.
    SOURCE("source", SourceHealth.class),
    UNMATCHED("unmatched", Unmatched.class),
    ENVIRONMENT("environment", Environment.class),
    /// A version under way, as the judge's minutes name it.
    VERSION("version", String.class),
    /// What the judge counts as bad, by [jml.core.metric.Count#id()].
    COUNTED("counted", String.class),
    /// Edges of a latency histogram.
    EDGES("edges", BucketEdges.class);

    private final String word;
    private final Class<?> type;

    FactKind(String word, Class<?> type) {
        this.word = word;
        this.type = type;
    }

    public String word() {
        return word;
    }

    Class<?> type() {
        return type;
    }
}
