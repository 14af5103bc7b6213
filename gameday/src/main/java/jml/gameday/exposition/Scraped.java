package jml.gameday.exposition;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import jml.gameday.catalogue.SimulatedModel.ServingRuntime;
import jml.gameday.traffic.Served;

/// One serving version, with its labels and time stamp as they are written.
///
/// @param labels of the generic contract, as they stand inside braces
/// @param own labels of its runtime's series, as they stand inside braces
/// @param stamp what follows each value: nothing, or a space and the time it was true
record Scraped(Served served, byte[] labels, byte[] own, byte[] stamp) {
    static Scraped of(Served served, byte[] stamp) {
        var model = served.model();
        var names = model.names();
        var place = names.namespace().isEmpty() ? "" : "namespace=\"" + escaped(names.namespace()) + "\",";
        var label = escaped(names.metricLabel());
        var version = escaped(served.version());
        var labels = place + "model=\"" + label + "\",version=\"" + version + "\",track=\""
                + (served.canary() ? "canary" : "stable") + "\"";
        var own =
                switch (model.serving().runtime()) {
                    case GENERIC -> labels;
                    case MLSERVER, TRITON -> place + "model=\"" + label + "\",version=\"" + version + "\"";
                    case VLLM -> place + "model_name=\"" + label + "\",engine=\"" + (served.canary() ? 1 : 0) + "\"";
                };
        return new Scraped(served, bytes(labels), bytes(own), stamp);
    }

    boolean runs(ServingRuntime runtime) {
        return served.model().serving().runtime() == runtime;
    }

    /// The time of a value in milliseconds, as the Prometheus text format wants it.
    static byte[] millis(Instant at) {
        return bytes(" " + at.toEpochMilli());
    }

    /// The time of a value in seconds, as OpenMetrics wants it.
    static byte[] seconds(Instant at) {
        return bytes(" " + at.getEpochSecond() + String.format(".%03d", at.getNano() / 1_000_000));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
