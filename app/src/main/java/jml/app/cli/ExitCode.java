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

    private ExitCode() {}
}
