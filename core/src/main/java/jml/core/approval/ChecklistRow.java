package jml.core.approval;

import java.util.Map;

/// One row of the reviewer's checklist.
///
/// @param id as rules name it: `canaryPlan`
/// @param evidence what answers the question: a number, a name, a link; the reason when waived; empty while open
public record ChecklistRow(String id, String question, Status status, String evidence) {
    public enum Status {
        /// Answered by the console itself.
        DONE,
        /// Answered by a person.
        ATTACHED,
        /// Left out, with a reason.
        WAIVED,
        OPEN
    }

    public ChecklistRow {
        if (status == Status.WAIVED && evidence.isBlank()) {
            throw new IllegalArgumentException(id + " is waived without a reason");
        }
    }

    Map<String, Object> toMap() {
        return Map.of("id", id, "question", question, "status", status.name(), "evidence", evidence);
    }
}
