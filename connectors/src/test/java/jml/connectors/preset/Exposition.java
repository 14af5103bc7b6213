package jml.connectors.preset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What a runtime's `/metrics` says, with what a preset must make of it (`presets/ID.prom` of the test resources).
///
/// Comment lines: `origin:` where the text is from, `target:` labels the scrape adds, `expect KIND ID {labels} value`
/// for all versions together, `arm …` by version. The counters are read as grown evenly from 0 within 300 s.
record Exposition(String origin, Map<String, String> series, Map<Key, Map<String, Double>> expected) {
    static final int SECONDS = 300;
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? (\\S+)");
    private static final Pattern EXPECTED =
            Pattern.compile("# (expect|arm) (values|samples|increases|buckets) (\\w+) (\\{.*}) (\\S+)");

    record Key(boolean byArm, String kind, String id) {}

    static Exposition read(String id) throws IOException {
        String text;
        try (var in = Exposition.class.getResourceAsStream("/presets/" + id + ".prom")) {
            if (in == null) {
                throw new IOException("preset " + id + " has no exposition");
            }
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        var series = new LinkedHashMap<String, String>();
        var expected = new LinkedHashMap<Key, Map<String, Double>>();
        Set<String> gauges = new LinkedHashSet<>();
        String origin = "";
        String target = "";
        for (var line : text.lines().toList()) {
            var expectation = EXPECTED.matcher(line);
            if (line.startsWith("# origin: ")) {
                origin = line.substring(10);
            } else if (line.startsWith("# target: ")) {
                target = line.substring(10);
            } else if (line.startsWith("# TYPE ") && line.endsWith(" gauge")) {
                gauges.add(line.split(" ")[2]);
            } else if (expectation.matches()) {
                var key = new Key(expectation.group(1).equals("arm"), expectation.group(2), expectation.group(3));
                expected.computeIfAbsent(key, _ -> new HashMap<>())
                        .put(expectation.group(4), Double.valueOf(expectation.group(5)));
            } else if (!line.startsWith("#") && !line.isBlank()) {
                addSample(line, target, gauges, series);
            }
        }
        return new Exposition(origin, series, expected);
    }

    private static void addSample(String line, String target, Set<String> gauges, Map<String, String> series) {
        var sample = SAMPLE.matcher(line);
        if (!sample.matches()) {
            throw new IllegalArgumentException("not a sample: " + line);
        }
        var name = sample.group(1);
        var own = sample.group(2) == null ? "" : sample.group(2);
        var labels = own.isEmpty() ? target : own + "," + target;
        double value = Double.parseDouble(sample.group(3));
        int steps = SECONDS / 30;
        series.put(
                name + "{" + labels + "}",
                gauges.contains(name) ? value + "x" + steps : "0+" + value / steps + "x" + steps);
    }
}
