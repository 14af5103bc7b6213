package jml.views.releases.page;

import java.util.List;
import jml.core.act.Offer;
import jml.core.act.Release;
import jml.core.model.Environment;
import jml.core.model.ModelKey;
import jml.views.kit.chart.ChartModel;
import jml.views.kit.chart.EvidenceBar;
import jml.views.kit.chart.StepTrack;
import jml.views.kit.table.Cells;
import jml.views.kit.table.FleetLine;
import jml.views.releases.FactRow;
import org.jspecify.annotations.Nullable;

/// What the page of one release shows at one moment, prepared off the FX thread.
///
/// @param meta "Argo Rollouts · ml-serving/fraud-scorer · started 12:18"
/// @param band the verdict
/// @param ramp steps of the plan; empty when it has none
/// @param holds what holds the step under way, one line; may be empty
/// @param metrics of the judge: guardrails, then signals
/// @param conditions split, dispersion, warm-up and margins in one line
/// @param charts of the chosen metric; null when nothing was judged
/// @param changes what changed on the way, newest first
/// @param versions what differs between the two versions as the record knows it
/// @param served since when the version before serves; empty when nothing tells
/// @param waiting null when no review waits for it, or when the past is shown
/// @param offers what may be done now; empty in the past
public record PageContent(
        ModelKey key,
        Environment environment,
        Release release,
        Cells.Arms arms,
        String meta,
        Band band,
        List<StepTrack.Step> ramp,
        String holds,
        List<FleetLine<MetricRow>> metrics,
        String conditions,
        @Nullable Charts charts,
        List<Change> changes,
        List<Difference> versions,
        String served,
        @Nullable Waiting waiting,
        List<Offer> offers) {

    /// The review that waits for this version, as far as the page shows it.
    ///
    /// @param path what a link to it selects
    /// @param checklistNote "7 of 9"
    /// @param trust signature, approvals, lineage, policies
    public record Waiting(String path, String checklistNote, List<FactRow> checklist, List<FactRow> trust) {}

    /// @param note when it was decided, how sure it is, what would turn it
    public record Band(Cells.Word verdict, String sentence, String note) {}

    /// One metric of the judge.
    ///
    /// @param verdict "FAIL 14:13", "CONTINUE 16 min"
    public record MetricRow(
            String name,
            String baseline,
            String canary,
            String baselineRate,
            String canaryRate,
            String difference,
            String ratio,
            EvidenceBar.Evidence evidence,
            Cells.Word verdict,
            boolean failed) {}

    /// @param unit "%" of the rates; empty for a gauge, whose unit its name tells
    /// @param arms both, per minute
    /// @param counted null for a gauge, of which means are known and no counts
    public record Charts(
            String metric,
            String unit,
            ChartModel arms,
            @Nullable Counted counted) {}

    /// What only counts have.
    ///
    /// @param evidence log₁₀ E that the canary is worse, after each minute
    public record Counted(
            String baselineName,
            double[] baselineRates,
            String canaryName,
            double[] canaryRates,
            ChartModel evidence) {}

    public record Change(String text, String source, String time) {}

    /// @param what "Image", "Data"; may be empty
    /// @param words "07be18a… → 9f41c2d…"
    public record Difference(String what, String words) {}
}
