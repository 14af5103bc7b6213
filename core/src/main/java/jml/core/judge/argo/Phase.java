package jml.core.judge.argo;

/// State of a measurement, a metric or a run, in Argo's words and from best to worst.
public enum Phase {
    SUCCESSFUL("Successful"),
    RUNNING("Running"),
    PENDING("Pending"),
    INCONCLUSIVE("Inconclusive"),
    ERROR("Error"),
    FAILED("Failed");

    private final String word;

    Phase(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public boolean completed() {
        return this != RUNNING && this != PENDING;
    }
}
