package jml.views.releases.review;

import java.util.List;
import jml.views.kit.table.Cells;
import jml.views.releases.FactRow;

/// The frozen evidence in words, in the order in which it is read. Immutable.
///
/// @param verdict of the judge
/// @param judged "2 metrics, ruling 3f2a…"; why there is none when nothing was judged
/// @param baseline, canary versions, for the heads of the metrics' columns
/// @param differences from the version in service, a sentence each
/// @param policyNote "CEL, pack r12: 6 allow, 1 to watch"
/// @param checklistNote "21 of 22"
/// @param decisions made so far, those that do not count too, with why
record EvidenceContent(
        Cells.Word verdict,
        String sentence,
        String judged,
        String baseline,
        String canary,
        List<Metric> metrics,
        List<String> differences,
        FactRow signature,
        String policyNote,
        List<FactRow> policies,
        String checklistNote,
        List<FactRow> checklist,
        List<FactRow> decisions,
        List<String> notCovered) {
    EvidenceContent {
        metrics = List.copyOf(metrics);
        differences = List.copyOf(differences);
        policies = List.copyOf(policies);
        checklist = List.copyOf(checklist);
        decisions = List.copyOf(decisions);
        notCovered = List.copyOf(notCovered);
    }

    /// @param baselineOf, canaryOf "1,713 of 18,420"
    record Metric(
            String name,
            String baselineOf,
            String canaryOf,
            String baselineRate,
            String canaryRate,
            String ratio,
            Cells.Word verdict) {}
}
