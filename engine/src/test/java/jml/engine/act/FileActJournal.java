package jml.engine.act;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A journal in a file, one line an entry, forced to disk: what a killed process leaves is what the next one finds.
final class FileActJournal implements ActJournal {
    private final Path file;
    private final InstantSource clock;
    private final Runnable step;

    /// @param step told before and after each line is written
    FileActJournal(Path file, InstantSource clock, Runnable step) {
        this.file = file;
        this.clock = clock;
        this.step = step;
    }

    @Override
    public synchronized Line append(Entry entry) throws IOException {
        step.run();
        var details = entry.details().entrySet().stream()
                .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
                .collect(Collectors.joining("&"));
        var line = entry.word() + " " + encoded(entry.actor()) + " " + encoded(entry.subject()) + " " + details + "\n";
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap(line.getBytes(UTF_8)));
            channel.force(true);
        }
        step.run();
        return new Line(lines().size() - 1, clock.instant(), entry);
    }

    @Override
    public List<Line> lines() throws IOException {
        var lines = new ArrayList<Line>();
        if (Files.exists(file)) {
            for (var text : Files.readAllLines(file)) {
                lines.add(new Line(lines.size(), clock.instant(), entry(text)));
            }
        }
        return lines;
    }

    private static Entry entry(String text) {
        var parts = text.split(" ", -1);
        var details = new TreeMap<String, String>();
        for (var pair : parts[3].split("&")) {
            int at = pair.indexOf('=');
            details.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
        }
        return new Entry(Word.valueOf(parts[0]), decoded(parts[1]), decoded(parts[2]), details);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    @Override
    public String console() {
        return "pid " + ProcessHandle.current().pid();
    }

    @Override
    public boolean alive(String console) {
        return false;
    }
}
