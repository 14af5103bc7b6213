package jml.views.releases.audit;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jml.core.audit.AuditAction;
import jml.core.audit.AuditEntry;
import jml.core.audit.AuditRecord;
import jml.core.text.Words;

/// A record of the journal in words.
final class RecordWords {
    private static final int LONGEST = 240;
    private static final Map<String, String> WORDS = Map.ofEntries(
            word(AuditAction.ACT_INTENT, "Asked for"),
            word(AuditAction.ACT_AGREED, "Agreed"),
            word(AuditAction.ACT_SENT, "Sent"),
            word(AuditAction.ACT_CONFIRMED, "Accepted"),
            word(AuditAction.ACT_REFUSED, "Refused by the system"),
            word(AuditAction.ACT_UNKNOWN, "No answer"),
            word(AuditAction.ACT_RECONCILED, "Read again"),
            word(AuditAction.ACT_FINISHED, "Had the rest sent"),
            word(AuditAction.ACT_LEFT, "Left half done"),
            word(AuditAction.ACT_ENDED, "Ended"),
            word(AuditAction.REFUSAL, "Refused by the console"),
            word(AuditAction.APPROVAL, "Approved"),
            word(AuditAction.REJECTION, "Rejected"),
            word(AuditAction.EXCEPTION, "Approved with exception"),
            word(AuditAction.VERDICT_SHOWN, "Verdict shown"),
            word(AuditAction.SETTINGS_CHANGED, "Settings changed"),
            word(AuditAction.HOLD_SET, "Held"),
            word(AuditAction.HOLD_CLEARED, "Hold cleared"));
    private static final List<String> TELLING =
            List.of("title", "verdict", "sentence", "finding", "message", "reason", "version");

    private RecordWords() {}

    private static Map.Entry<String, String> word(AuditAction action, String word) {
        return Map.entry(action.id(), word);
    }

    /// What kind it is; of a kind that only a newer console knows, its id.
    static String what(AuditRecord record) {
        return WORDS.getOrDefault(record.action(), record.action());
    }

    /// What it says beside its kind; of a request and its answer, which act of the proposal.
    static String says(AuditRecord record) {
        var details = record.details();
        var said = TELLING.stream().map(name -> details.getOrDefault(name, "")).filter(it -> !it.isBlank());
        var text = Stream.concat(said, arrived(details)).collect(Collectors.joining(" · "));
        return Words.oneLine(text.isEmpty() ? act(record) : text, LONGEST);
    }

    private static Stream<String> arrived(Map<String, String> details) {
        return switch (details.getOrDefault("arrived", "")) {
            case "true" -> Stream.of("It had arrived.");
            case "false" -> Stream.of("It had not arrived.");
            default -> Stream.of();
        };
    }

    private static String act(AuditRecord record) {
        var act = record.details().getOrDefault(AuditEntry.ACT, "");
        return act.isEmpty() ? record.subject() : "act " + act;
    }
}
