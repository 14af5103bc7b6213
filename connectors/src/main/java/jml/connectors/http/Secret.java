package jml.connectors.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Where a secret is kept. A profile holds only this reference, never the secret itself.
public sealed interface Secret {
    /// An entry of the desktop's keyring.
    record Keyring(String service, String account) implements Secret {}

    /// An environment variable of the console's process.
    record Environment(String variable) implements Secret {}

    /// A file, read again for every request, because mounted tokens are rotated in place.
    record File(Path path) implements Secret {}

    /// What a program prints on its standard output, without the last line break.
    ///
    /// @param words the program and its arguments; no shell is involved
    /// @param timeout after which the program is killed
    record Command(List<String> words, Duration timeout) implements Secret {
        public Command {
            words = List.copyOf(words);
            if (words.isEmpty() || timeout.isNegative() || timeout.isZero()) {
                throw new IllegalArgumentException("a secret's command needs a program and a timeout");
            }
        }

        /// The program only: an argument may be somebody's password.
        @Override
        public String toString() {
            return "Command[" + words.getFirst() + " …]";
        }
    }
}
