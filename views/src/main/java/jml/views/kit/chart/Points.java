package jml.views.kit.chart;

/// A row of evenly spaced values that a drawing reads in place; NaN is a gap. It must not change while it is shown.
public interface Points {
    /// No values at all.
    Points NONE = of();

    int size();

    /// The value at `index`, oldest first; NaN where there is none.
    double at(int index);

    /// The values of an array, which is not copied.
    static Points of(double... values) {
        return new Points() {
            @Override
            public int size() {
                return values.length;
            }

            @Override
            public double at(int index) {
                return values[index];
            }
        };
    }
}
