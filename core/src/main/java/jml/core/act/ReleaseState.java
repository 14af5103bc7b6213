package jml.core.act;

/// Where a release stands, in the judge's words or a person's. The more a release needs somebody, the earlier.
public enum ReleaseState {
    ROLLBACK("ROLLBACK", Group.NEEDS_DECISION),
    INVALID("INVALID", Group.NEEDS_DECISION),
    INCONCLUSIVE("INCONCLUSIVE", Group.NEEDS_DECISION),
    /// Proven no worse, and its rollout waits for a person.
    PROMOTE("PROMOTE", Group.WAITS_FOR_PERSON),
    /// Proven no worse, and its rollout goes on by itself.
    PROMOTING("PROMOTE", Group.RUNS),
    CONTINUE("CONTINUE", Group.RUNS),
    /// Too little has happened for any word.
    TOO_FEW("TOO FEW", Group.RUNS),
    /// No minute of it was recorded in both arms.
    NOT_JUDGED("NOT JUDGED", Group.RUNS),
    HELD("HELD", Group.HELD);

    private final String word;
    private final Group group;

    ReleaseState(String word, Group group) {
        this.word = word;
        this.group = group;
    }

    /// As people read it.
    public String word() {
        return word;
    }

    public Group group() {
        return group;
    }

    /// Who must move.
    public enum Group {
        NEEDS_DECISION("Needs a decision"),
        WAITS_FOR_PERSON("Waits for a person"),
        RUNS("Runs on its own"),
        HELD("Held on purpose");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
