package jml.app.cli;

import java.io.PrintWriter;
import jml.app.input.InputException;
import jml.app.log.LogFolder;
import jml.app.profile.ProfileException;
import jml.core.text.Words;
import org.slf4j.LoggerFactory;

/// How a command that failed ends: one line for the person, the rest in the log.
final class Failure {
    private static final int LONGEST = 500;

    private Failure() {}

    /// Returns the exit code.
    static int tell(Exception failure, String command, PrintWriter err) {
        if (failure instanceof ProfileException || failure instanceof InputException) {
            err.println(command + ": " + firstLine(failure));
            return ExitCode.BAD_INPUT;
        }
        LoggerFactory.getLogger(Failure.class).error("command failed", failure);
        err.println(command + " failed: " + firstLine(failure) + " (more in the log, " + LogFolder.file() + ")");
        return ExitCode.FAILED;
    }

    /// What is said of it, without what would steer a terminal: a message may quote what was typed or read.
    static String firstLine(Exception failure) {
        var line = String.valueOf(failure.getMessage()).lines().findFirst().orElse(failure.toString());
        return Words.oneLine(line, LONGEST);
    }
}
