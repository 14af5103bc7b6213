package jml.views.releases.page;

import java.util.List;
import java.util.function.Function;
import jml.core.text.Words;
import jml.views.kit.chart.EvidenceBar;
import jml.views.kit.table.CellText;
import jml.views.kit.table.Cells;
import jml.views.kit.table.FleetColumn;
import jml.views.kit.table.FleetColumn.Kind;

/// The columns of a release's metrics.
final class MetricColumns {
    private MetricColumns() {}

    static List<FleetColumn<PageContent.MetricRow>> all() {
        return List.of(
                FleetColumn.text("metric", "Metric", "", 112, Kind.GROWING, row -> CellText.of(row.name())),
                number("baseline", "Baseline", "of n", 116, PageContent.MetricRow::baseline),
                number("canary", "Canary", "of n", 106, PageContent.MetricRow::canary),
                number("baseline-rate", "Base", "%", 44, PageContent.MetricRow::baselineRate),
                FleetColumn.text("canary-rate", "Canary", "%", 54, Kind.NUMBER, row -> tone(row, row.canaryRate())),
                number("difference", "Difference", "pp, 95%", 138, PageContent.MetricRow::difference),
                FleetColumn.text("ratio", "Ratio", "95%", 94, Kind.NUMBER, row -> tone(row, row.ratio())),
                new FleetColumn<>(
                        "evidence",
                        "E: not worse | worse",
                        "",
                        122,
                        Kind.TEXT,
                        Cells.beside(new Bar()),
                        MetricColumns::strongest),
                new FleetColumn<>(
                        "verdict",
                        "Verdict, or time to it",
                        "",
                        132,
                        Kind.TEXT,
                        Cells.word(PageContent.MetricRow::verdict),
                        row -> row.verdict().word()));
    }

    private static CellText tone(PageContent.MetricRow row, String text) {
        return new CellText(text, row.failed() ? CellText.Tone.BREACHING : CellText.Tone.PLAIN);
    }

    private static FleetColumn<PageContent.MetricRow> number(
            String id, String head, String unit, double width, Function<PageContent.MetricRow, String> of) {
        return FleetColumn.text(id, head, unit, width, Kind.NUMBER, row -> CellText.of(of.apply(row)));
    }

    private static String strongest(PageContent.MetricRow row) {
        var found = row.evidence();
        double most = Math.max(found.worse(), found.within());
        return Double.isNaN(most) ? "" : Words.number(Math.max(0, most), most < 100 ? 1 : 0);
    }

    private static final class Bar implements Cells.Beside<EvidenceBar, PageContent.MetricRow> {
        @Override
        public EvidenceBar node() {
            return new EvidenceBar();
        }

        @Override
        public String show(EvidenceBar bar, PageContent.MetricRow row) {
            bar.show(row.evidence());
            return strongest(row);
        }
    }
}
