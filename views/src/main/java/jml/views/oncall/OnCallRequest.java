package jml.views.oncall;

import java.util.List;
import jml.views.kit.screen.Link;
import jml.views.kit.table.FleetColumns;
import org.jspecify.annotations.Nullable;

/// What a person wants to see in the table, as one value that crosses to the background.
///
/// @param order a column's, or null for worst first
/// @param above, below ids of the rows of each group as they stand, when their order must not change; empty when it may
record OnCallRequest(Link link, FleetColumns.@Nullable Order order, List<String> above, List<String> below) {
    boolean held() {
        return !above.isEmpty() || !below.isEmpty();
    }
}
