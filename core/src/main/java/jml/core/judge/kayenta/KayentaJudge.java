package jml.core.judge.kayenta;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jml.core.judge.kayenta.KayentaMetric.Classification;
import jml.core.judge.kayenta.KayentaMetric.Result;

/// Kayenta's NetflixACAJudge-v1.0, for comparison and for people who come from there (methods §2.1). It judges time
/// series value by value, so it is blind on rare errors and trigger-happy on values that hang together in time.
public final class KayentaJudge {
    private KayentaJudge() {}

    /// @param pass, marginal scores from which on the whole passes or is marginal, 0..100
    public record Thresholds(double pass, double marginal) {}

    /// @param noData true when no metric of it could be scored
    public record Group(String name, double score, boolean noData) {}

    /// @param score 0..100
    /// @param classification Pass, Marginal or Fail
    /// @param reason of a score of 0 that does not come from the groups; empty otherwise
    public record Scored(double score, String classification, String reason, List<Group> groups, List<Result> metrics) {
        public Scored {
            groups = List.copyOf(groups);
            metrics = List.copyOf(metrics);
        }
    }

    /// @param weights of groups, 0..100; those not named share the rest equally
    /// @param rescaled true mends the solver's absolute tolerance; false is Kayenta to the letter
    public static Scored judge(
            List<KayentaMetric> metrics, Map<String, Double> weights, Thresholds thresholds, boolean rescaled) {
        var results = metrics.stream()
                .map(it -> KayentaClassifier.classify(it, rescaled))
                .toList();
        var groups = groups(results);
        var critical = results.stream()
                .filter(it -> it.critical() && it.classification() != Classification.PASS)
                .findFirst();
        if (critical.isPresent()) {
            var reason = critical.get().name() + " is critical and is "
                    + critical.get().classification().word();
            return new Scored(0, "Fail", reason, groups, results);
        }
        long silent = results.stream()
                .filter(it -> it.classification() == Classification.NODATA)
                .count();
        if (2 * silent >= results.size()) {
            return new Scored(0, word(0, thresholds), "half of the metrics or more have no data", groups, results);
        }
        double score = summary(groups, weights);
        return new Scored(score, word(score, thresholds), "", groups, results);
    }

    private static String word(double score, Thresholds thresholds) {
        if (score >= thresholds.pass) {
            return "Pass";
        }
        return score >= thresholds.marginal ? "Marginal" : "Fail";
    }

    private static List<Group> groups(List<Result> results) {
        var members = new LinkedHashMap<String, List<Result>>();
        results.forEach(it ->
                members.computeIfAbsent(it.group(), _ -> new ArrayList<>()).add(it));
        return members.entrySet().stream()
                .map(it -> group(it.getKey(), it.getValue()))
                .toList();
    }

    private static Group group(String name, List<Result> results) {
        long passed = count(results, Classification.PASS);
        long scored = passed
                + count(results, Classification.HIGH)
                + count(results, Classification.LOW)
                + count(results, Classification.NODATA_FAIL_METRIC);
        return new Group(name, scored == 0 ? 0 : 100.0 * passed / scored, scored == 0);
    }

    private static long count(List<Result> results, Classification classification) {
        return results.stream()
                .filter(it -> it.classification() == classification)
                .count();
    }

    private static double summary(List<Group> groups, Map<String, Double> weights) {
        double given = groups.stream()
                .mapToDouble(it -> weights.getOrDefault(it.name(), 0.0))
                .sum();
        long rest =
                groups.stream().filter(it -> !weights.containsKey(it.name())).count();
        double sum = 0;
        for (var group : groups) {
            double weight = weights.getOrDefault(group.name(), rest == 0 ? 0 : (100 - given) / rest);
            sum += (group.noData() ? 100 : group.score()) * weight / 100;
        }
        return Math.rint(sum * 100) / 100;
    }
}
