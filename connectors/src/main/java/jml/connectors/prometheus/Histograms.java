package jml.connectors.prometheus;

/// What is said about native histograms where numbers were asked for.
final class Histograms {
    private Histograms() {}

    static String notNumbers(int series) {
        return series + " series hold native histograms, which are not numbers; the query has to make one of them,"
                + " for example by histogram_quantile";
    }
}
