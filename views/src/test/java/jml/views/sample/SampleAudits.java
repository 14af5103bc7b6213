package jml.views.sample;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jml.core.audit.AliasTerm;
import jml.core.audit.AuditAction;
import jml.core.audit.AuditEntry;
import jml.core.audit.AuditFault;
import jml.core.audit.AuditHead;
import jml.core.audit.AuditRecord;
import jml.core.audit.AuditReport;
import jml.core.audit.Checkpoint;
import jml.core.audit.ReleaseAudit;
import jml.core.audit.SeenChange;
import jml.core.fleet.FleetEvent;
import jml.core.signing.Sha256;

/// The audit of the drawing's fraud-scorer: its canary was rolled back from here, and somebody else paused it before.
public final class SampleAudits {
    private static final String SUBJECT = "fraud-scorer@17 in prod-eu";
    private static final Sha256 ROOT = Sha256.of("root".getBytes(StandardCharsets.UTF_8));

    private SampleAudits() {}

    /// Of 214 records the first 200 are signed.
    public static ReleaseAudit.Found verified() {
        return found(Optional.empty());
    }

    /// Record 199 was changed.
    public static ReleaseAudit.Found broken() {
        return found(Optional.of(
                new AuditFault(AuditFault.Kind.ALTERED, 199, 200, "its hash is not the one that record 200 names")));
    }

    private static ReleaseAudit.Found found(Optional<AuditFault> fault) {
        var signed = Checkpoint.of(
                Checkpoint.origin(ROOT), 200, ROOT, Instant.parse("2026-11-11T14:05:00Z"), ROOT, Sha256.ZERO);
        var report = new AuditReport(
                214, fault, Optional.of(signed), "jml-console/audit/4813494d137e1631+c2aa8f41", List.of());
        return new ReleaseAudit.Found(records(), report, changes(), aliases());
    }

    private static List<AuditRecord> records() {
        var records = new ArrayList<AuditRecord>();
        add(
                records,
                188,
                "13:58:11",
                AuditAction.VERDICT_SHOWN,
                "M.S.",
                Map.of("verdict", "CONTINUE", "sentence", "No difference beyond the margins yet."));
        add(
                records,
                199,
                "14:04:40",
                AuditAction.REFUSAL,
                "M.S.",
                Map.of("title", "Promote v17 to 50%", "finding", "The judge says ROLLBACK."));
        add(
                records,
                203,
                "14:14:02",
                AuditAction.ACT_INTENT,
                "M.S.",
                act(Map.of("title", "Roll back to v16", "reason", "errors doubled")));
        add(records, 204, "14:14:08", AuditAction.ACT_SENT, "console", act(Map.of()));
        add(records, 205, "14:14:08", AuditAction.ACT_CONFIRMED, "console", act(Map.of("status", "200")));
        add(
                records,
                206,
                "14:21:30",
                AuditAction.ACT_ENDED,
                "console",
                act(Map.of("ending", "BACK", "sentence", "v16 serves all, and the objectives are met again.")));
        return records;
    }

    private static Map<String, String> act(Map<String, String> more) {
        var all = new HashMap<>(more);
        all.put(AuditEntry.ACT, "0190f3");
        return all;
    }

    private static void add(
            List<AuditRecord> into,
            long seq,
            String time,
            AuditAction action,
            String who,
            Map<String, String> details) {
        var entry = new AuditEntry(action, who, SUBJECT, details);
        into.add(AuditRecord.next(new AuditHead(seq, ROOT), at(time), entry));
    }

    private static List<SeenChange> changes() {
        return List.of(
                elsewhere("13:45:00", FleetEvent.Kind.WEIGHT, "Canary v17 raised from 5% to 10%."),
                elsewhere("13:52:10", FleetEvent.Kind.ROLLOUT, "The rollout of v17 was paused by a person."),
                new SeenChange(
                        SampleEvents.of(
                                FleetEvent.Kind.ROLLBACK, "14:14:20", "fraud-scorer", "Canary v17 was taken back."),
                        "0190f3",
                        "M.S."));
    }

    private static SeenChange elsewhere(String time, FleetEvent.Kind kind, String text) {
        return new SeenChange(SampleEvents.of(kind, time, "fraud-scorer", text), "", "");
    }

    private static List<AliasTerm> aliases() {
        return List.of(
                new AliasTerm("champion", "15", at("06:00:00"), false, at("09:06:00")),
                new AliasTerm("champion", "16", at("09:06:00"), true, null),
                new AliasTerm("challenger", "17", at("13:18:00"), true, null));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-11T" + time + "Z");
    }
}
