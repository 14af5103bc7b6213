package jml.connectors.http;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Secrets from this machine's keyring, environment, files and commands. Safe from several threads.
///
/// What a keyring or a command gave is kept in memory for [#KEPT], so that a poll does not start a program a second.
public final class LocalSecrets implements SecretReader {
    public static final Duration KEPT = Duration.ofMinutes(5);
    private static final int LONGEST = 64 << 10;

    private record Held(String value, Instant until) {}

    private final Map<String, String> environment;
    private final InstantSource clock;
    private final Map<Secret, Held> held = new ConcurrentHashMap<>();

    public LocalSecrets() {
        this(System.getenv(), InstantSource.system());
    }

    LocalSecrets(Map<String, String> environment, InstantSource clock) {
        this.environment = Map.copyOf(environment);
        this.clock = clock;
    }

    @Override
    public String read(Secret secret) throws SecretException, InterruptedException {
        return switch (secret) {
            case Secret.Environment variable -> fromEnvironment(variable.variable());
            case Secret.File file -> fromFile(file.path());
            case Secret.Keyring entry -> kept(entry, () -> fromKeyring(entry));
            case Secret.Command command -> kept(command, () -> fromCommand(command));
        };
    }

    @Override
    public void forget(Secret secret) {
        held.remove(secret);
    }

    private interface Fetch {
        String fetch() throws SecretException, InterruptedException;
    }

    private String kept(Secret secret, Fetch fetch) throws SecretException, InterruptedException {
        var known = held.get(secret);
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.value();
        }
        var value = fetch.fetch();
        held.put(secret, new Held(value, clock.instant().plus(KEPT)));
        return value;
    }

    private String fromEnvironment(String variable) throws SecretException {
        return present(environment.get(variable), "environment variable " + variable + " is not set");
    }

    private static String fromFile(Path path) throws SecretException {
        try {
            if (Files.size(path) > LONGEST) {
                throw new SecretException("secret file " + path + " is larger than " + LONGEST + " bytes");
            }
            return present(Files.readString(path).strip(), "secret file " + path + " is empty");
        } catch (IOException e) {
            throw new SecretException("secret file " + path + " cannot be read: " + e.getMessage());
        }
    }

    private static String fromKeyring(Secret.Keyring entry) throws SecretException, InterruptedException {
        var name = "keyring entry " + entry.service() + "/" + entry.account();
        try {
            var keyring = Keyring.create();
            try {
                return present(keyring.getPassword(entry.service(), entry.account()), name + " is empty");
            } finally {
                keyring.close();
            }
        } catch (BackendNotSupportedException e) {
            throw new SecretException(name + ": this machine has no keyring the console can use");
        } catch (SecretException | InterruptedException e) {
            throw e;
        } catch (Exception e) { // which Keyring.close() declares
            throw new SecretException(name + " cannot be read: " + e.getMessage());
        }
    }

    private static String fromCommand(Secret.Command command) throws SecretException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command.words())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close(); // a program that asks a question gets no answer instead of waiting
        } catch (IOException e) {
            throw new SecretException(command + " cannot be started");
        }
        try {
            // Read beside the wait: a program that prints more than a pipe holds would never end.
            var output = new FutureTask<>(() -> process.getInputStream().readNBytes(LONGEST));
            Thread.ofVirtual().start(output);
            if (!process.waitFor(command.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SecretException(command + " gave nothing within " + command.timeout());
            }
            if (process.exitValue() != 0) {
                throw new SecretException(command + " ended with exit code " + process.exitValue());
            }
            return present(new String(output.get(), StandardCharsets.UTF_8).strip(), command + " printed nothing");
        } catch (ExecutionException e) {
            throw new SecretException(command + ": its output cannot be read");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String present(@Nullable String value, String otherwise) throws SecretException {
        if (value == null || value.isEmpty()) {
            throw new SecretException(otherwise);
        }
        return value;
    }
}
