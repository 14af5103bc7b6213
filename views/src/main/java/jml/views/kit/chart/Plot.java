package jml.views.kit.chart;

/// Where the plot lies inside a chart, and which pixel is which instant and value.
///
/// @param fromMillis the instant at the left edge, epoch milliseconds
/// @param toMillis the instant at the right edge
record Plot(double left, double top, double width, double height, Scale scale, long fromMillis, long toMillis) {
    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    double x(long millis) {
        return left + (double) (millis - fromMillis) / (toMillis - fromMillis) * width;
    }

    double y(double value) {
        return scale.pixel(value, bottom(), top);
    }

    long millisAt(double x) {
        return fromMillis + Math.round((x - left) / width * (toMillis - fromMillis));
    }

    boolean holds(double x, double y) {
        return x >= left && x <= right() && y >= 0 && y <= bottom();
    }
}
