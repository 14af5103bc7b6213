package jml.views.releases.page;

import java.util.ArrayList;
import java.util.List;
import jml.core.approval.Evidence;
import jml.core.approval.PendingReview;
import jml.views.kit.icon.Icon;
import jml.views.releases.FactRow;
import jml.views.releases.review.EvidenceContents;
import jml.views.releases.review.ReviewQueue;

/// What the frozen evidence of a waiting review tells on the release's page. Pure.
final class TrustContents {
    private TrustContents() {}

    static PageContent.Waiting of(PendingReview review) {
        var evidence = review.evidence();
        var trust = new ArrayList<FactRow>();
        trust.add(EvidenceContents.signature(evidence.signature()));
        var told = review.review().approved() + " of " + review.review().needed();
        trust.add(
                review.review().outcome().allows()
                        ? FactRow.good("Approved", told)
                        : FactRow.quiet(Icon.PAUSED, "Waits for approval", told));
        trust.addAll(lineage(evidence));
        trust.addAll(EvidenceContents.policies(evidence.policies()));
        return new PageContent.Waiting(
                ReviewQueue.path(review),
                EvidenceContents.checklistNote(evidence),
                EvidenceContents.checklist(evidence),
                trust);
    }

    /// A gap each, or one row that there is none.
    static List<FactRow> lineage(Evidence evidence) {
        var gaps = evidence.lineageGaps();
        return gaps.isEmpty()
                ? List.of(FactRow.good("Lineage", "run, commit and data are known"))
                : gaps.stream().map(it -> FactRow.missing("Lineage gap", it)).toList();
    }
}
