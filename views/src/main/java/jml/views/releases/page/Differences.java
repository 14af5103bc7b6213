package jml.views.releases.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Placement;
import jml.core.release.Workload;
import jml.core.text.Words;

/// What the version under way changes: what placements tell, then what the evidence of its review tells of parameters,
/// data and code. Pure.
final class Differences {
    private Differences() {}

    /// @param told by the evidence, "Parameter max_depth: 7 → 6."; empty when no review waits
    static List<PageContent.Difference> of(ModelFacts facts, List<String> told) {
        var differences = new ArrayList<PageContent.Difference>();
        var stable = placed(facts, Workload.Role.STABLE);
        var canary = placed(facts, Workload.Role.CANARY);
        if (stable.isPresent() && canary.isPresent()) {
            var was = stable.get();
            var is = canary.get();
            if (!was.digest().equals(is.digest())) {
                differences.add(difference("Image", digest(was.digest()), digest(is.digest())));
            }
            if (was.revision() != is.revision()) {
                differences.add(difference("Revision", Words.count(was.revision()), Words.count(is.revision())));
            }
            differences.add(difference(
                    "Pods ready", was.ready() + " of " + was.replicas(), is.ready() + " of " + is.replicas()));
        }
        told.forEach(it -> differences.add(told(it)));
        return differences;
    }

    /// "in service since 3 Nov"; empty when nothing tells.
    static String served(ModelFacts facts, Instant now, ZoneId zone) {
        return placed(facts, Workload.Role.STABLE)
                .flatMap(it -> Optional.ofNullable(it.since()))
                .map(it -> "in service since " + Words.time(it, now, zone))
                .orElse("");
    }

    private static Optional<Placement> placed(ModelFacts facts, Workload.Role role) {
        return facts.placements().stream().filter(it -> it.role() == role).findFirst();
    }

    private static PageContent.Difference difference(String what, String was, String is) {
        return new PageContent.Difference(what, was + " → " + is);
    }

    // The first word names it, whatever the evidence puts after it.
    private static PageContent.Difference told(String sentence) {
        var words = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        int space = words.indexOf(' ');
        int colon = words.indexOf(": ");
        if (space < 0) {
            return new PageContent.Difference("", words);
        }
        return colon >= 0 && colon < space
                ? new PageContent.Difference(words.substring(0, colon), Words.oneLine(words.substring(colon + 2), 120))
                : new PageContent.Difference(words.substring(0, space), Words.oneLine(words.substring(space + 1), 120));
    }

    private static String digest(String digest) {
        var hex = digest.startsWith("sha256:") ? digest.substring("sha256:".length()) : digest;
        return hex.isEmpty() ? "not told" : hex.substring(0, Math.min(7, hex.length())) + "…";
    }
}
