package jml.app.cli;

import java.io.PrintWriter;
import jml.app.judge.InputException;
import jml.app.profile.ProfileException;
import org.slf4j.LoggerFactory;

/// How a command that failed ends: one line for the person, the rest in the log.
final class Failure {
    private Failure() {}

    /// Returns the exit code.
    static int tell(Exception failure, String command, PrintWriter err) {
        if (failure instanceof ProfileException || failure instanceof InputException) {
            err.println(command + ": " + firstLine(failure));
            return ExitCode.BAD_INPUT;
        }
        LoggerFactory.getLogger(Failure.class).error("command failed", failure);
        err.println(command + " failed: " + firstLine(failure));
        return ExitCode.FAILED;
    }

    /// What is said of it.
    static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse(failure.toString());
    }
}
