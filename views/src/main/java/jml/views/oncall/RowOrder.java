package jml.views.oncall;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import jml.core.fleet.ModelState;
import jml.views.kit.table.FleetColumns;
import org.jspecify.annotations.Nullable;

/// In which order rows stand: worst first, or by the column a person asked for. Pure.
final class RowOrder {
    private static final Comparator<OnCallRow> BY_NAME = Comparator.comparing(OnCallRow::key);

    /// Within a state that is bad, the one furthest beyond its limit first; healthy ones by name, since their order
    /// would only flicker.
    private static final Comparator<OnCallRow> WORST_FIRST = Comparator.comparing(OnCallRow::state)
            .thenComparing(Comparator.comparingDouble(RowOrder::strain).reversed())
            .thenComparing(BY_NAME);

    private RowOrder() {}

    /// The comparator a person asked for; rows without a value come last either way.
    static Comparator<OnCallRow> by(FleetColumns.@Nullable Order order) {
        if (order == null || order.columnId().equals(OnCallColumns.STATE)) {
            return order != null && !order.descending() ? WORST_FIRST.reversed() : WORST_FIRST;
        }
        if (order.columnId().equals(OnCallColumns.MODEL)) {
            return order.descending() ? BY_NAME.reversed() : BY_NAME;
        }
        if (order.columnId().equals(OnCallColumns.VERSION)) {
            Comparator<OnCallRow> byVersion =
                    Comparator.comparing(row -> row.arms().baseline());
            return (order.descending() ? byVersion.reversed() : byVersion).thenComparing(BY_NAME);
        }
        var number = OnCallColumns.number(order.columnId());
        Comparator<OnCallRow> byNumber = (a, b) -> {
            double first = number.apply(a);
            double second = number.apply(b);
            if (Double.isNaN(first) || Double.isNaN(second)) {
                return Boolean.compare(Double.isNaN(first), Double.isNaN(second));
            }
            return order.descending() ? Double.compare(second, first) : Double.compare(first, second);
        };
        return byNumber.thenComparing(BY_NAME);
    }

    /// `sorted` rearranged so that rows that were there before keep their order; new ones stand where they belong
    /// among those around them.
    static List<OnCallRow> held(List<OnCallRow> sorted, List<String> before) {
        var place = new HashMap<String, Integer>();
        before.forEach(id -> place.putIfAbsent(id, place.size()));
        var known = new ArrayList<OnCallRow>();
        for (var row : sorted) {
            if (place.containsKey(row.id())) {
                known.add(row);
            }
        }
        known.sort(Comparator.comparingInt(row -> place.getOrDefault(row.id(), Integer.MAX_VALUE)));
        var held = new ArrayList<OnCallRow>(sorted.size());
        var next = 0;
        for (var row : sorted) {
            held.add(place.containsKey(row.id()) ? known.get(next++) : row);
        }
        return held;
    }

    private static double strain(OnCallRow row) {
        var calm = row.state() == ModelState.HEALTHY || row.state() == ModelState.PAUSED;
        return calm || Double.isNaN(row.trend().last()) ? 0 : row.trend().last();
    }
}
