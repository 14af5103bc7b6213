package jml.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Writes the command lines of Java processes: the JDK that runs this, and the options file the console starts with.
public final class JavaProcess {
    private final Path root;

    /// @param root of the project
    public JavaProcess(Path root) {
        this.root = root;
    }

    /// Where benchmarks keep what they make between two runs.
    public Path data() {
        return root.resolve("bench/target/data");
    }

    /// The console's own folder, as `./console` builds it.
    public Path home() {
        return root.resolve("app/target/console");
    }

    /// What the console starts with; a start-up cache is good for one state of it.
    public Path options() {
        return root.resolve("packaging/jpackage/jvm.options");
    }

    /// Headless, with the console's options and `more` before the main class.
    ///
    /// @param classPath in this order
    public List<String> command(List<String> more, List<Path> classPath, String main, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + options());
        command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Djml.bench.root=" + root));
        command.addAll(more);
        command.addAll(List.of("--module-path", home().resolve("fx").toString(), "-cp", joined(classPath), main));
        command.addAll(arguments);
        return command;
    }

    /// The console's libraries in the launcher's order.
    public List<Path> consoleJars() {
        return jars(home().resolve("lib"));
    }

    /// The benchmarks' own.
    public List<Path> benchJars() {
        return jars(root.resolve("bench/target/bench"));
    }

    public List<Path> allJars() {
        return Stream.concat(consoleJars().stream(), benchJars().stream()).toList();
    }

    private static List<Path> jars(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String joined(List<Path> classPath) {
        return String.join(":", classPath.stream().map(Path::toString).toList());
    }
}
