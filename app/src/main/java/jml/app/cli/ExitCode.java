package jml.app.cli;

/// What the console's exit codes mean; `console --help` prints them.
public final class ExitCode {
    public static final int OK = 0;

    /// The console itself failed; the log has the details.
    public static final int FAILED = 1;

    /// The arguments or a file given with them cannot be used.
    public static final int BAD_INPUT = 2;

    /// No source answers.
    public static final int NO_SOURCE = 3;

    /// `console judge`: the canary should go back.
    public static final int ROLL_BACK = 10;

    /// `console judge`: nothing is proven yet, or a person must decide.
    public static final int UNDECIDED = 11;

    /// `console audit verify`: the journal is not as it was written.
    public static final int AUDIT_BROKEN = 12;

    /// `console approval verify`: the version is not approved, or no signature of it counts.
    public static final int NOT_APPROVED = 13;

    /// `console signature verify`: the model is unsigned, its signer unknown, or the signature broken.
    public static final int NOT_SIGNED = 14;

    private ExitCode() {}
}
