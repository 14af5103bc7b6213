package jml.core.fleet;

import java.util.List;
import jml.core.release.Rollout;
import jml.core.text.Words;
import org.jspecify.annotations.Nullable;

/// Says how a release goes.
final class RolloutWords {
    private RolloutWords() {}

    static String unwell(ModelFacts facts) {
        var rollout = facts.rollout();
        var what = facts.releasing() ? "The rollout of " + Words.version(facts.candidate()) : "The rollout";
        if (rollout != null && rollout.aborted()) {
            return what + " was aborted."
                    + (facts.version().isEmpty() ? "" : " " + Words.version(facts.version()) + " serves.");
        }
        if (rollout != null && rollout.pause() == Rollout.PauseReason.INCONCLUSIVE) {
            return what + " waits: its analysis could not decide.";
        }
        return what + " does not go on.";
    }

    static List<String> message(ModelFacts facts) {
        var message = message(facts.rollout());
        return message.isEmpty() ? List.of() : List.of(message);
    }

    private static String message(@Nullable Rollout rollout) {
        if (rollout == null) {
            return "";
        }
        for (var analysis : rollout.analyses()) {
            if (!analysis.message().isBlank()) {
                return Words.oneLine(analysis.message(), 160);
            }
        }
        return Words.oneLine(rollout.message(), 160);
    }

    /// How traffic is split; nothing when no release is under way.
    static List<String> split(ModelFacts facts) {
        return facts.releasing() && Double.isFinite(facts.candidateWeight())
                ? List.of(Words.version(facts.candidate()) + " has " + Words.share(facts.candidateWeight())
                        + " of traffic.")
                : List.of();
    }
}
