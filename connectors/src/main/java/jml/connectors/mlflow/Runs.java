package jml.connectors.mlflow;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jml.core.registry.ModelRegistry.Dataset;
import jml.core.registry.ModelRegistry.Run;

/// Reads runs as MLflow tells them.
final class Runs {
    private static final Wire.RunFigures NO_FIGURES = new Wire.RunFigures(List.of(), List.of(), List.of());

    private Runs() {}

    static Run toRun(Wire.Run wire) {
        var info = wire.info();
        var data = wire.data() == null ? NO_FIGURES : wire.data();
        var inputs = wire.inputs() == null
                ? List.<Wire.DatasetInput>of()
                : wire.inputs().datasets();
        var metrics = new HashMap<String, Double>();
        data.metrics().forEach(metric -> metrics.put(metric.key(), infinite(metric.value())));
        return new Run(
                info.runId(),
                info.runName(),
                info.userId(),
                info.status(),
                Instant.ofEpochMilli(info.startTime()),
                byKey(data.params()),
                metrics,
                byKey(data.tags()),
                inputs.stream().map(Runs::toDataset).toList());
    }

    // MLflow's databases cannot hold an infinity: it stores and tells the largest number there is.
    private static double infinite(double value) {
        return Math.abs(value) == Double.MAX_VALUE ? Math.copySign(Double.POSITIVE_INFINITY, value) : value;
    }

    private static Dataset toDataset(Wire.DatasetInput input) {
        var dataset = input.dataset();
        var context = byKey(input.tags()).getOrDefault("mlflow.data.context", "");
        return new Dataset(dataset.name(), dataset.digest(), dataset.sourceType(), context);
    }

    private static Map<String, String> byKey(List<Wire.Entry> entries) {
        var map = new HashMap<String, String>();
        entries.forEach(entry -> map.put(entry.key(), entry.value()));
        return map;
    }
}
