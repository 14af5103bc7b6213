package jml.views.kit.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.IntStream;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/// The lines of a table as its `TableView` sees them: positions, which stand still while the lines behind them change.
///
/// A list of the lines themselves would tell the view at every refresh that all its items are other ones, and it would
/// empty, fill, style and lay out every row again. Here it hears of nothing but another number of lines; the rows that
/// are there are told to look, and change what differs. FX thread.
final class FleetLines<R> extends ObservableListBase<Integer> {
    private final Set<FleetRow<R>> rows = Collections.newSetFromMap(new WeakHashMap<>());
    private List<FleetLine<R>> shown = List.of();
    private int blank;

    /// @param blank lines that stand there until the first ones are shown
    FleetLines(int blank) {
        this.blank = blank;
    }

    /// Shows `prepared` from now on; it must not change.
    void show(List<FleetLine<R>> prepared) {
        var before = size();
        blank = 0;
        shown = prepared;
        if (prepared.size() != before) {
            beginChange();
            if (prepared.size() > before) {
                nextAdd(before, prepared.size());
            } else {
                nextRemove(
                        prepared.size(),
                        IntStream.range(prepared.size(), before).boxed().toList());
            }
            endChange();
        }
        // A copy: rows that are made on the way follow by themselves.
        new ArrayList<>(rows).forEach(FleetRow::refresh);
    }

    /// All lines, from top to bottom.
    List<FleetLine<R>> all() {
        return shown;
    }

    /// The line at a position; null beyond the last one, where a table has empty rows.
    @Nullable
    FleetLine<R> at(int position) {
        return position >= 0 && position < shown.size() ? shown.get(position) : null;
    }

    /// Tells `row` of every refresh from now on, for as long as the table keeps it.
    void follow(FleetRow<R> row) {
        rows.add(row);
    }

    @Override
    public Integer get(int position) {
        return position;
    }

    @Override
    public int size() {
        return Math.max(blank, shown.size());
    }
}
