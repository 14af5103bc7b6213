package jml.connectors.preset;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Evaluates PromQL over made-up series with Prometheus's own `promtool`, which Debian has in its package prometheus.
final class Promtool {
    private final List<Map<String, Object>> series = new ArrayList<>();
    private final List<Map<String, Object>> expectations = new ArrayList<>();

    static boolean isThere() {
        for (var folder : System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, "promtool"))) {
                return true;
            }
        }
        return false;
    }

    /// @param values in promtool's notation, one each 30 s from 0 on
    Promtool series(String nameAndLabels, String values) {
        series.add(Map.of("series", nameAndLabels, "values", values));
        return this;
    }

    /// @param samples value by labels, all there are, equal to six decimals
    Promtool expect(String query, Map<String, Double> samples, int atSeconds) {
        var expected = samples.entrySet().stream()
                .map(sample ->
                        Map.of("labels", sample.getKey(), "value", Math.floor(sample.getValue() * 1e6 + 0.5) / 1e6))
                .toList();
        expectations.add(
                Map.of("expr", "round(" + query + ", 1e-6)", "eval_time", atSeconds + "s", "exp_samples", expected));
        return this;
    }

    /// What promtool complains about; empty when everything is as expected.
    String complaints(Path folder) throws IOException, InterruptedException {
        var file = folder.resolve("case.json");
        new ObjectMapper()
                .writeValue(
                        file.toFile(),
                        Map.of(
                                "rule_files",
                                List.of(),
                                "evaluation_interval",
                                "30s",
                                "tests",
                                List.of(Map.of(
                                        "interval", "30s",
                                        "input_series", series,
                                        "promql_expr_test", expectations))));
        return run("test", "rules", file.toString());
    }

    /// Empty when promtool can parse them all.
    static String unparsable(Path folder, List<String> queries) throws IOException, InterruptedException {
        var rules = new ArrayList<Map<String, String>>();
        for (int i = 0; i < queries.size(); i++) {
            rules.add(Map.of("record", "query_" + i, "expr", queries.get(i)));
        }
        var file = folder.resolve("rules.json");
        new ObjectMapper()
                .writeValue(file.toFile(), Map.of("groups", List.of(Map.of("name", "presets", "rules", rules))));
        return run("check", "rules", file.toString());
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("promtool does not end");
        }
        return process.exitValue() == 0 ? "" : output;
    }
}
