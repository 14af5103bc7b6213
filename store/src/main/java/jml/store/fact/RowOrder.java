package jml.store.fact;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The slots of a roster's models in row order.
///
/// @param slots not copied
public record RowOrder(int[] slots) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RowOrder that && Arrays.equals(slots, that.slots);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(slots);
    }
}
