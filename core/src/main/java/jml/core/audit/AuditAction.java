package jml.core.audit;

/// What the audit can say happened. The id is what the record holds; it never changes.
public enum AuditAction {
    /// Written before an act is sent.
    ACT_INTENT("act.intent"),
    /// Written just before the request leaves; what the server said is not known yet.
    ACT_SENT("act.sent"),
    /// The server answered that it did it, or reading the target showed it.
    ACT_CONFIRMED("act.confirmed"),
    /// The server refused; nothing changed.
    ACT_REFUSED("act.refused"),
    /// No answer: it may have been done or not.
    ACT_UNKNOWN("act.unknown"),
    /// What reading the target told about an act whose end was not known.
    ACT_RECONCILED("act.reconciled"),
    /// A second person agreed to what one confirmed.
    ACT_AGREED("act.agreed"),
    /// A person had the rest of what was half done sent.
    ACT_FINISHED("act.finished"),
    /// A person left what was half done as it is.
    ACT_LEFT("act.left"),
    /// How it ended: cancelled, refused, in effect and the indicators back, or not.
    ACT_ENDED("act.ended"),
    /// The console did not let somebody act: permission, policy, checklist, a hold.
    REFUSAL("refusal"),
    APPROVAL("approval"),
    REJECTION("rejection"),
    /// An approval in spite of a rule, with its owner and its end.
    EXCEPTION("exception"),
    /// A person was shown a verdict.
    VERDICT_SHOWN("verdict.shown"),
    SETTINGS_CHANGED("settings.changed"),
    /// Automatic promotion stops until somebody clears it.
    HOLD_SET("hold.set"),
    HOLD_CLEARED("hold.cleared"),
    /// The journal's own: a line that was cut off was completed or put aside.
    JOURNAL_REPAIRED("journal.repaired"),
    /// The journal's own: begun after a damaged one, which was put aside.
    JOURNAL_REPLACED("journal.replaced");

    private final String id;

    AuditAction(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /// Of one act, which has an id of its own.
    boolean isOfAnAct() {
        return id.startsWith("act.");
    }
}
