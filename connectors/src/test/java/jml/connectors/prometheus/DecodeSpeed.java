package jml.connectors.prometheus;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jml.core.metric.LabelSet;

/// Measures how long decoding and joining 10,000 models × 8 SLIs takes, against Jackson walking the same bytes.
/// Run by hand: `java -cp … jml.connectors.prometheus.DecodeSpeed [models]`.
final class DecodeSpeed {
    private static final int SLIS = 8;

    private DecodeSpeed() {}

    public static void main(String[] args) throws IOException {
        int models = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        var refreshes = new ArrayList<List<byte[]>>();
        for (int refresh = 0; refresh < 4; refresh++) {
            refreshes.add(answers(models, refresh));
        }
        var ratios = new ArrayList<String>();
        var decode = new double[60];
        var walk = new double[60];
        var cache = new LabelCache(200_000);
        for (int round = 0; round < 60; round++) {
            var answers = refreshes.get(round % 4);
            long start = cpu();
            for (var answer : answers) {
                walk(answer);
            }
            walk[round] = (cpu() - start) / 1e6;
            start = cpu();
            join(answers, cache, models);
            decode[round] = (cpu() - start) / 1e6;
            ratios.add("%.2f".formatted(decode[round] / walk[round]));
        }
        Arrays.sort(decode, 20, 60);
        Arrays.sort(walk, 20, 60);
        int bytes =
                refreshes.getFirst().stream().mapToInt(answer -> answer.length).sum();
        System.out.printf(
                "%d models, %.1f MB: walk %.1f ms, decode and join %.1f ms, ratio %.2f; first round ratio %s%n",
                models, bytes / 1e6, walk[40], decode[40], decode[40] / walk[40], ratios.getFirst());
    }

    private static final Map<LabelSet, Integer> ROWS = new IdentityHashMap<>();
    private static final Map<String, Integer> NAMES = new HashMap<>();

    private static double[][] join(List<byte[]> answers, LabelCache cache, int models) throws IOException {
        var columns = new double[answers.size()][models];
        for (int sli = 0; sli < columns.length; sli++) {
            var sink = new VectorSink();
            var envelope = AnswerReader.read(new ByteArrayInputStream(answers.get(sli)), cache, sink);
            var vector = sink.vector(envelope.warnings());
            for (int i = 0; i < vector.size(); i++) {
                var labels = vector.labels().get(i);
                var row = ROWS.get(labels);
                if (row == null) {
                    row = NAMES.computeIfAbsent(String.valueOf(labels.get("model")), _ -> NAMES.size());
                    ROWS.put(labels, row);
                }
                columns[sli][row] = vector.values()[i];
            }
        }
        return columns;
    }

    /// CPU time of this thread: other processes of the machine do not count.
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void walk(byte[] answer) throws IOException {
        try (var json = new JsonFactory().createParser(answer)) {
            while (json.nextToken() != null) {}
        }
    }

    private static List<byte[]> answers(int models, int refresh) {
        var random = new Random(refresh);
        var answers = new ArrayList<byte[]>();
        for (int sli = 0; sli < SLIS; sli++) {
            var json = new StringBuilder("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[");
            for (int model = 0; model < models; model++) {
                json.append(model == 0 ? "" : ",")
                        .append("{\"metric\":{\"model\":\"model-")
                        .append(model)
                        .append("\",\"namespace\":\"team-")
                        .append(model % 40)
                        .append("\"},\"value\":[")
                        .append(1795446000 + refresh * 30)
                        .append(".25,\"")
                        .append(random.nextDouble())
                        .append("\"]}");
            }
            answers.add(json.append("]}}").toString().getBytes(StandardCharsets.UTF_8));
        }
        return answers;
    }
}
