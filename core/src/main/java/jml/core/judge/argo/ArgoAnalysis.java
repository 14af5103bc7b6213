package jml.core.judge.argo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// An Argo Rollouts analysis run, gone through again over recorded measurements (methods §2.5).
public final class ArgoAnalysis {
    private ArgoAnalysis() {}

    /// A metric with what was measured, oldest first.
    public record Series(ArgoMetric metric, List<Measurement> measurements) {
        public Series {
            measurements = List.copyOf(measurements);
        }
    }

    /// @param phase the worst of the metrics once all are over; running until then. Dry runs do not count
    /// @param after from the first measurement to the last one taken
    public record Run(Phase phase, Duration after, List<MetricResult> metrics) {
        public Run {
            metrics = List.copyOf(metrics);
        }
    }

    /// @param count measurements that were no errors
    /// @param after from the first measurement of the run to the last one of this metric
    public record MetricResult(
            String name, Phase phase, int count, Tally tally, boolean dryRun, Duration after, String message) {}

    /// How the measurements came out.
    public record Tally(int successful, int failed, int inconclusive, int errors) {}

    /// @param terminated true when the run is stopped once the measurements are used up
    public static Run run(List<Series> all, boolean terminated) {
        var courses = all.stream().map(Course::new).toList();
        var now = Duration.ZERO;
        while (!ending(courses)) {
            var next = courses.stream().filter(Course::waiting).map(Course::due).min(Comparator.naturalOrder());
            if (next.isEmpty()) {
                break;
            }
            now = next.get();
            for (var course : courses) {
                if (course.waiting() && course.due().equals(now)) {
                    course.measure();
                }
            }
            courses.forEach(it -> it.assess(false));
        }
        boolean ending = terminated || ending(courses);
        courses.forEach(it -> it.assess(ending));
        return new Run(worst(courses), now, courses.stream().map(Course::result).toList());
    }

    // One metric that is over and not successful ends the run early; the others are then successful unless failed.
    private static boolean ending(List<Course> courses) {
        return courses.stream()
                .anyMatch(it -> !it.dryRun() && it.phase().completed() && it.phase() != Phase.SUCCESSFUL);
    }

    private static Phase worst(List<Course> courses) {
        var phases = new ArrayList<Phase>();
        for (var course : courses) {
            if (!course.phase().completed()) {
                return Phase.RUNNING;
            }
            phases.add(course.dryRun() ? Phase.SUCCESSFUL : course.phase());
        }
        return phases.stream().max(Comparator.naturalOrder()).orElse(Phase.SUCCESSFUL);
    }
}
