package jml.app.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import jml.core.audit.AliasTerm;
import jml.core.audit.AuditRecord;
import jml.core.audit.AuditReport;
import jml.core.audit.Checkpoint;
import jml.core.audit.SeenChange;
import jml.core.text.Words;

/// What the command line says about a journal.
public final class AuditWords {
    private AuditWords() {}

    public static String of(AuditReport report) {
        var text = new StringBuilder();
        if (report.fault().isPresent()) {
            var fault = report.fault().get();
            text.append("BROKEN at seq ").append(fault.seq()).append(", line ").append(fault.line());
            text.append(": ").append(fault.message()).append('\n');
        } else {
            text.append("verified ").append(report.lines()).append(" records\n");
        }
        if (report.signed().isPresent()) {
            var signed = report.signed().get();
            text.append("signed to seq ").append(signed.size() - 1);
            signed.at().ifPresent(at -> text.append(" at ").append(at));
            text.append(" by ").append(report.signer()).append('\n');
        }
        report.remarks().forEach(remark -> text.append("note: ").append(remark).append('\n'));
        return text.toString();
    }

    public static Map<String, Object> json(AuditReport report) {
        var json = new LinkedHashMap<String, Object>();
        json.put("verified", report.fault().isEmpty());
        json.put("records", report.lines());
        report.fault()
                .ifPresent(fault -> json.put(
                        "fault",
                        Map.of(
                                "kind",
                                fault.kind().name(),
                                "seq",
                                fault.seq(),
                                "line",
                                fault.line(),
                                "message",
                                fault.message())));
        report.signed().ifPresent(signed -> json.put("signed", signed(signed, report.signer())));
        json.put("remarks", report.remarks());
        return json;
    }

    private static Map<String, Object> signed(Checkpoint checkpoint, String signer) {
        var json = new LinkedHashMap<String, Object>();
        json.put("size", checkpoint.size());
        json.put("origin", checkpoint.origin());
        checkpoint.at().ifPresent(at -> json.put("at", at.toString()));
        json.put("key", signer);
        return json;
    }

    /// One line for a terminal.
    public static String line(AuditRecord record) {
        return String.join(
                        "  ",
                        record.at().toString(),
                        record.actor(),
                        record.action(),
                        record.subject(),
                        details(record))
                .strip()
                .replaceAll("\\p{Cntrl}", "?"); // a terminal obeys these
    }

    /// One line for a terminal.
    public static String line(SeenChange change) {
        var model = change.event().model();
        return String.join(
                        "  ",
                        change.event().at().toString(),
                        model == null ? "" : model.path(),
                        change.event().source(),
                        change.event().text())
                .strip()
                .replaceAll("\\p{Cntrl}", "?");
    }

    /// One line for a terminal.
    public static String line(AliasTerm term) {
        var until = term.until();
        return String.join(
                        "  ",
                        term.alias(),
                        Words.version(term.version()),
                        (term.since() ? "from " : "before ") + term.from(),
                        until == null ? "still" : "until " + until)
                .replaceAll("\\p{Cntrl}", "?");
    }

    static String details(AuditRecord record) {
        return record.details().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
