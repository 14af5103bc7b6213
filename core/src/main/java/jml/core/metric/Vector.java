package jml.core.metric;

import java.util.List;

/// One value per series at one instant, in no order. Values may be NaN or infinite: what that means
/// is the reader's to say.
///
/// @param labels and `values` have the same length; neither is copied, so the maker gives them away
/// @param warnings what the server said about this answer; not empty may mean that it is partial
public record Vector(List<LabelSet> labels, double[] values, List<String> warnings) {
    public Vector {
        if (labels.size() != values.length) {
            throw new IllegalArgumentException(labels.size() + " label sets for " + values.length + " values");
        }
        warnings = List.copyOf(warnings);
    }

    public int size() {
        return values.length;
    }
}
