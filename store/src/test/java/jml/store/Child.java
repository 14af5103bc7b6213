package jml.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Another process with a `main` of these tests, spoken to by lines.
public final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader says;
    private final PrintStream hears;

    public Child(Class<?> main, Path folder, String... more) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                folder.toString()));
        command.addAll(List.of(more));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        says = process.inputReader(StandardCharsets.UTF_8);
        hears = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /// Null when it has ended.
    public String line() {
        try {
            return says.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String ask(String question) {
        hears.println(question);
        return line();
    }

    /// As `kill -9` does.
    public void kill() {
        // Through the handle: what it wrote before can still be read.
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        hears.close();
        process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
        if (process.isAlive()) {
            kill();
        }
    }
}
