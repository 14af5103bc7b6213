package jml.views.oncall;

import jml.core.fleet.Recent;
import jml.views.kit.chart.Points;
import org.jspecify.annotations.Nullable;

/// A row's sparkline read straight from the ring of the last snapshots; nothing is copied. Two are equal when they
/// draw the same line, so that a row whose line stands still is not drawn again.
final class StrainPoints implements Points {
    private final Recent recent;
    private final int row;

    StrainPoints(Recent recent, int row) {
        this.recent = recent;
        this.row = row;
    }

    @Override
    public int size() {
        return recent.length();
    }

    @Override
    public double at(int index) {
        return recent.strain(row, index);
    }

    /// The newest value; NaN when there is none.
    double last() {
        return size() == 0 ? Double.NaN : at(size() - 1);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof StrainPoints that) || size() != that.size()) {
            return false;
        }
        for (var i = 0; i < size(); i++) {
            if (Double.compare(at(i), that.at(i)) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return 31 * size() + Double.hashCode(last());
    }
}
