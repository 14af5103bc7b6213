package jml.connectors.kubernetes.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import jml.core.act.Check;
import jml.core.act.Check.Subject;
import jml.core.act.DryRun;
import jml.core.act.DryRun.Kind;
import jml.core.act.DryRun.Line;
import jml.core.source.SourceException;

/// A change that the server tried without keeping it.
record Trial(Check check, DryRun dryRun) {

    /// @param before as the target stands now
    /// @param predicted what the controller is expected to do afterwards
    static Trial of(ClusterCalls calls, Change change, JsonNode before, List<Line> predicted)
            throws SourceException, InterruptedException {
        var answer = calls.attempt(change);
        var lines = new ArrayList<Line>();
        if (answer.success()) {
            var scale = change.site().subresource().equals("scale");
            lines.add(new Line(Kind.CONTEXT, change.site().words(), false));
            lines.addAll(scale ? replicas(before, answer.body()) : Differences.of(before, answer.body()));
            lines.addAll(predicted);
            return new Trial(
                    Check.ready(Subject.DRY_RUN, "the server accepts it"), new DryRun(DryRun.Answer.ACCEPTED, lines));
        }
        lines.add(new Line(Kind.CONTEXT, "HTTP " + answer.status() + ": " + answer.words(), false));
        // A webhook that acts on what it sees cannot take part in a trial, which says nothing about the change itself.
        if (answer.status() == 400 && answer.words().contains("dry run")) {
            lines.addAll(predicted);
            return new Trial(
                    Check.unanswered(Subject.DRY_RUN, answer.words()), new DryRun(DryRun.Answer.NOT_OFFERED, lines));
        }
        var busy = answer.status() == 429 || answer.status() >= 500;
        return new Trial(
                busy
                        ? Check.unanswered(Subject.DRY_RUN, answer.words())
                        : Check.stops(Subject.DRY_RUN, "the server refuses it: " + answer.words(), List.of()),
                new DryRun(DryRun.Answer.REFUSED, lines));
    }

    /// For a change that was not tried, because it may not be sent anyway.
    static Trial none(String why, List<Line> predicted) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(Kind.CONTEXT, why, false));
        lines.addAll(predicted);
        return new Trial(Check.unanswered(Subject.DRY_RUN, why), new DryRun(DryRun.Answer.NOT_OFFERED, lines));
    }

    // The answer is a Scale, not the workload.
    private static List<Line> replicas(JsonNode before, JsonNode scale) {
        return List.of(
                new Line(
                        Kind.REMOVED,
                        "spec.replicas: " + before.path("spec").path("replicas").asInt(1),
                        false),
                new Line(
                        Kind.ADDED,
                        "spec.replicas: " + scale.path("spec").path("replicas").asInt(),
                        false));
    }
}
