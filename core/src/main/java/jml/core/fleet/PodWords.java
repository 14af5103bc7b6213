package jml.core.fleet;

import java.util.List;
import java.util.stream.Collectors;
import jml.core.release.PodCounts;
import jml.core.text.Words;

/// Says what is wrong with pods.
final class PodWords {
    private static final int NAMED = 3;

    private PodWords() {}

    static String unwell(PodCounts pods) {
        if (pods.problems().isEmpty()) {
            return "None of " + Words.count(pods.desired(), "pod") + " is ready.";
        }
        var worst = pods.problems().getFirst();
        int of = Math.max(Math.max(pods.desired(), pods.total()), worst.pods());
        var who = Words.count(worst.pods()) + " of " + Words.count(of, "pod");
        return (pods.ready() == 0 ? "Nothing serves: " : "") + who + " " + does(worst) + ".";
    }

    private static String does(PodCounts.Problem problem) {
        boolean one = problem.pods() == 1;
        var reason = Words.oneLine(problem.reason(), 60);
        return switch (problem.reason()) {
            case "ImagePullBackOff", "ErrImagePull", "InvalidImageName", "ErrImageNeverPull" ->
                "cannot pull " + (one ? "its" : "their") + " image (" + reason + ")";
            case "Unschedulable" -> (one ? "finds" : "find") + " no node (" + reason + ")";
            case "CrashLoopBackOff" -> (one ? "keeps" : "keep") + " crashing (" + reason + ")";
            case "OOMKilled" -> "ran out of memory (" + reason + ")";
            case "CreateContainerConfigError", "CreateContainerError" -> "cannot be started (" + reason + ")";
            case "Evicted" -> (one ? "was" : "were") + " evicted (" + reason + ")";
            default -> (one ? "is" : "are") + " unwell (" + reason + ")";
        };
    }

    /// Whom a restart of the model's server hits besides; empty where it serves nobody else.
    static String radius(Roster roster, int row) {
        var others = roster.besides(row);
        if (others.isEmpty()) {
            return "";
        }
        var named = others.stream()
                .limit(NAMED)
                .map(it -> Words.oneLine(it.key().name(), 40))
                .collect(Collectors.joining(", "));
        int more = others.size() - NAMED;
        return "A restart also hits " + named + (more > 0 ? " and " + Words.count(more) + " more." : ".");
    }

    static List<String> message(PodCounts pods) {
        var serving = pods.ready() == 0
                ? ""
                : Words.count(pods.ready(), "pod") + (pods.ready() == 1 ? " serves." : " serve.");
        var message = pods.problems().isEmpty()
                ? ""
                : Words.oneLine(pods.problems().getFirst().message(), 160);
        return List.of(serving, message).stream().filter(it -> !it.isEmpty()).toList();
    }
}
