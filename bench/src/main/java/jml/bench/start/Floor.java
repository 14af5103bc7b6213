package jml.bench.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jml.bench.process.JavaProcess;

/// The bare window's process, with a start-up cache of its own.
public final class Floor {
    private final JavaProcess java;
    private final Path cache;
    private final List<Path> classPath;

    private Floor(JavaProcess java, Path cache) {
        this.java = java;
        this.cache = cache;
        this.classPath = Stream.concat(
                        java.consoleJars().stream()
                                .filter(jar -> jar.getFileName().toString().startsWith("atlantafx-base")),
                        java.benchJars().stream()
                                .filter(jar -> jar.getFileName().toString().startsWith("bench-")))
                .toList();
    }

    /// Trains the cache unless it is there and newer than the options.
    public static Floor trained(JavaProcess java) throws IOException, InterruptedException {
        var floor = new Floor(java, java.data().resolve("bare.aot"));
        if (!floor.isTrained()) {
            Files.createDirectories(java.data());
            var command = floor.java.command(
                    List.of("-XX:AOTCacheOutput=" + floor.cache),
                    floor.classPath,
                    BareWindow.class.getName(),
                    List.of());
            var log = java.data().resolve("bare.log").toFile();
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start()
                    .waitFor();
            if (!floor.isTrained()) {
                throw new IOException("the bare window's cache was not made; see " + log);
            }
        }
        return floor;
    }

    private boolean isTrained() throws IOException {
        return Files.exists(cache)
                && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(java.options())) > 0;
    }

    /// Ends after its first frame.
    public List<String> command() {
        return command(List.of());
    }

    /// Stays until it is ended.
    public List<String> staying() {
        return command(List.of(BareWindow.STAY));
    }

    private List<String> command(List<String> arguments) {
        return java.command(
                List.of("-XX:AOTMode=on", "-XX:AOTCache=" + cache), classPath, BareWindow.class.getName(), arguments);
    }
}
