package jml.views.releases.audit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jml.core.audit.AliasTerm;
import jml.core.audit.AuditRecord;
import jml.core.audit.AuditReport;
import jml.core.audit.Checkpoint;
import jml.core.audit.ReleaseAudit;
import jml.core.audit.SeenChange;
import jml.core.model.ModelKey;
import jml.core.text.Words;
import jml.views.kit.icon.Icon;
import jml.views.kit.table.Cells;
import jml.views.kit.table.FleetLine;

/// From what was found to what is shown. Times are of the person's zone.
final class AuditContents {
    private static final int LONGEST = 160;

    private final Instant now;
    private final ZoneId zone;
    private final DateTimeFormatter exact;

    AuditContents(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
        exact = DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    AuditContent of(ModelKey key, ReleaseAudit.Found found) {
        var report = found.report();
        return new AuditContent(
                key,
                journal(report),
                sentence(report),
                note(report),
                rows(found.records(), report),
                elsewhere(found.changes()),
                found.aliases().stream()
                        .sorted(Comparator.comparing(AliasTerm::alias)
                                .thenComparing(AliasTerm::from, Comparator.reverseOrder()))
                        .map(this::term)
                        .toList());
    }

    private static Cells.Word journal(AuditReport report) {
        if (report.fault().isPresent()) {
            return new Cells.Word(Icon.BREACHING, "ink-breaching", "Broken");
        }
        return report.lines() == 0
                ? new Cells.Word(Icon.NO_DATA, "ink-nodata", "Empty")
                : new Cells.Word(Icon.HEALTHY, "ink-healthy", "Verified");
    }

    private String sentence(AuditReport report) {
        var fault = report.fault();
        if (fault.isPresent()) {
            return "The journal is not as it was written, from record "
                    + fault.get().seq() + " (line " + fault.get().line()
                    + ") on: " + fault.get().message() + ".";
        }
        if (report.lines() == 0) {
            return "Nothing is recorded yet.";
        }
        long open = report.lines() - sealed(report);
        var all = "The journal's " + Words.count(report.lines(), "record") + " verify";
        if (report.signed().isEmpty()) {
            return all + ": chained, and none of them signed.";
        }
        return all + ": "
                + (open == 0 ? "all of them are signed." : "all but the last " + Words.count(open) + " are signed.");
    }

    private String note(AuditReport report) {
        var notes = new ArrayList<String>();
        report.signed()
                .ifPresent(it -> notes.add("Newest checkpoint: " + Words.count(it.size(), "record") + at(it)
                        + ", signed by " + Words.oneLine(report.signer(), 90)));
        report.remarks().forEach(it -> notes.add(Words.oneLine(it, LONGEST)));
        return String.join(" · ", notes);
    }

    private String at(Checkpoint checkpoint) {
        return checkpoint.at().map(it -> " at " + Words.time(it, now, zone)).orElse("");
    }

    private static long sealed(AuditReport report) {
        return report.signed().map(Checkpoint::size).orElse(0L);
    }

    private List<FleetLine<AuditContent.Row>> rows(List<AuditRecord> records, AuditReport report) {
        var rows = new ArrayList<FleetLine<AuditContent.Row>>();
        for (var record : records) {
            var row = new AuditContent.Row(
                    String.valueOf(record.seq()),
                    exact.format(record.at()),
                    Words.oneLine(record.actor(), 40),
                    RecordWords.what(record),
                    RecordWords.says(record),
                    seal(record, report));
            rows.add(new FleetLine.Row<>(row.seq(), row, false));
        }
        return rows;
    }

    private Cells.Word seal(AuditRecord record, AuditReport report) {
        if (report.fault().filter(it -> record.seq() >= it.seq()).isPresent()) {
            return new Cells.Word(Icon.BREACHING, "ink-breaching", "Not verified");
        }
        Optional<Checkpoint> by = report.signed().filter(it -> record.seq() < it.size());
        return by.map(it -> new Cells.Word(
                        Icon.LOCK, "ink-healthy", "Signed" + at(it) + " (" + Words.count(it.size()) + ")"))
                .orElseGet(() -> new Cells.Word(Icon.LINK, "ink-3", "Chained"));
    }

    private List<AuditContent.Elsewhere> elsewhere(List<SeenChange> changes) {
        return changes.stream()
                .filter(SeenChange::elsewhere)
                .map(it -> new AuditContent.Elsewhere(
                        Words.time(it.event().at(), now, zone),
                        Words.oneLine(it.event().text(), LONGEST),
                        it.event().source()))
                .toList()
                .reversed();
    }

    private AuditContent.Term term(AliasTerm term) {
        var until = term.until();
        return new AuditContent.Term(
                Words.oneLine(term.alias(), 40),
                Words.version(term.version()),
                (term.since() ? "since " : "before ")
                        + Words.time(term.from(), now, zone)
                        + (until == null ? ", still" : ", until " + Words.time(until, now, zone)));
    }
}
