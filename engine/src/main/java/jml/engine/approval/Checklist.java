package jml.engine.approval;

import java.util.List;
import java.util.Locale;
import jml.core.approval.ChecklistRow;
import jml.core.approval.ChecklistRow.Status;
import jml.core.metric.Objective;
import jml.core.release.Rollout;
import jml.core.text.Words;

/// The reviewer's checklist of one version. What the console sees by itself is done; the rest people attach as tags
/// of the version, `jml.checklist.ROW`: a link or a sentence, or `waived: ` with a reason.
final class Checklist {
    private static final String TAG = "jml.checklist.";
    private static final String WAIVED = "waived:";

    private Checklist() {}

    static List<ChecklistRow> of(Candidate candidate) {
        var facts = candidate.facts();
        var rollout = facts.rollout();
        return List.of(
                row(candidate, "slis", "SLIs defined and instrumented", objectives(facts.objectives())),
                row(candidate, "canaryPlan", "Canary plan created", rollout == null ? "" : steps(rollout)),
                row(candidate, "access", "Access controls and audit enabled", "every act from here is journalled"),
                row(candidate, "alerts", "SLOs and alerts operational", alerts(candidate)),
                row(candidate, "runbook", "Runbooks linked", ""),
                row(candidate, "scaling", "Warm pools or scale policies set", ""),
                row(candidate, "costGuardrail", "Cost guardrails in place", ""));
    }

    private static String objectives(List<Objective> objectives) {
        return objectives.isEmpty() ? "" : Words.count(objectives.size(), "objective");
    }

    private static String steps(Rollout rollout) {
        return rollout.steps().isEmpty() ? "" : Words.count(rollout.steps().size(), "step");
    }

    // An alert that fires or is silenced proves that there is a rule; one that is quiet proves nothing.
    private static String alerts(Candidate candidate) {
        var row = candidate.fleet().roster().row(candidate.facts().key());
        int seen = row.isPresent() ? candidate.fleet().alertsOf(row.getAsInt()).size() : 0;
        return seen == 0 ? "" : Words.count(seen, "alert") + " seen";
    }

    private static ChecklistRow row(Candidate candidate, String id, String question, String seen) {
        var attached = candidate.version().tags().getOrDefault(TAG + id, "").strip();
        if (attached.toLowerCase(Locale.ROOT).startsWith(WAIVED)) {
            var why = attached.substring(WAIVED.length()).strip();
            return why.isEmpty()
                    ? new ChecklistRow(id, question, Status.OPEN, "waived without a reason")
                    : new ChecklistRow(id, question, Status.WAIVED, why);
        }
        if (!attached.isEmpty()) {
            return new ChecklistRow(id, question, Status.ATTACHED, attached);
        }
        return new ChecklistRow(id, question, seen.isEmpty() ? Status.OPEN : Status.DONE, seen);
    }
}
