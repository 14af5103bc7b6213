package jml.views.connections;

import jml.core.source.SourceException;

/// What a person reads when a source does not answer, and what they can do. The only place that says so.
public final class ProblemText {
    private ProblemText() {}

    /// What is wrong, in one sentence.
    public static String headline(SourceException.Kind kind) {
        return switch (kind) {
            case UNREACHABLE -> "It does not answer.";
            case SIGN_IN_NEEDED -> "It wants you to sign in.";
            case FORBIDDEN -> "It knows you, and says no.";
            case RATE_LIMITED -> "It was asked too often.";
            case REFUSED -> "It answered that it could not.";
            case BAD_ANSWER -> "Its answer cannot be read.";
            case MISCONFIGURED -> "Its settings name something that is not there.";
            case CONSOLE_BUG -> "The console made a mistake.";
        };
    }

    /// What to do about it, in one sentence.
    public static String advice(SourceException.Kind kind) {
        return switch (kind) {
            case UNREACHABLE -> "Check the server, the VPN and the address; the console goes on trying.";
            case SIGN_IN_NEEDED -> "Sign in again, or renew the secret that the settings name.";
            case FORBIDDEN -> "Ask for the right that the message names.";
            case RATE_LIMITED ->
                "Nothing to do: the console waits as long as the server asked. Ask less often if it repeats.";
            case REFUSED -> "Look at the server's own log; the request below shows what was asked.";
            case BAD_ANSWER -> "Check that the address is the server's own, not a login page or a proxy.";
            case MISCONFIGURED -> "Correct the settings in Connections.";
            case CONSOLE_BUG -> "The last good state stays. The log has the details; please report it.";
        };
    }
}
