package jml.gameday.act;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was done to one simulated story, oldest first. With seed and opening it is all that the fleet depends on, so
/// that a later start which has it tells the same story on. Safe from any thread.
public final class DoneActs {
    private static final Logger LOG = LoggerFactory.getLogger(DoneActs.class);

    private final @Nullable Path file;
    private final String head;
    private final List<DoneAct> acts = new ArrayList<>();
    /// True while the file ends where the next line can begin.
    private boolean whole;

    private DoneActs(@Nullable Path file, String head) {
        this.file = file;
        this.head = head;
    }

    /// Kept nowhere: gone with the process.
    public static DoneActs unkept() {
        return new DoneActs(null, "");
    }

    /// Kept in a file, a line each. What the file has of another story is left out, and goes when this one writes.
    ///
    /// @param opened of the story
    public static DoneActs in(Path file, Instant opened) {
        var done = new DoneActs(file, "opened " + opened);
        done.read(file);
        return done;
    }

    private void read(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            var text = Files.readString(file);
            var lines = text.lines().toList();
            if (lines.isEmpty() || !lines.getFirst().equals(head)) {
                return;
            }
            whole = text.endsWith("\n");
            // A line without its end was being written when the console was killed: that act was never taken.
            var complete = lines.subList(1, whole ? lines.size() : Math.max(1, lines.size() - 1));
            complete.forEach(this::read);
        } catch (IOException unreadable) {
            LOG.warn("what was done to the simulated fleet cannot be read: {}", unreadable.getMessage());
        }
    }

    private void read(String line) {
        try {
            acts.add(ActText.act(line));
        } catch (DateTimeParseException | IllegalArgumentException | NoSuchElementException unreadable) {
            LOG.warn("an act on the simulated fleet cannot be read: {}", unreadable.getMessage());
        }
    }

    public synchronized List<DoneAct> all() {
        return List.copyOf(acts);
    }

    /// On disk when it returns.
    synchronized void add(DoneAct act) throws IOException {
        if (file != null) {
            write(file, act);
        }
        acts.add(act);
    }

    private void write(Path file, DoneAct act) throws IOException {
        if (!whole) {
            var next = Files.createTempFile(file.toAbsolutePath().getParent(), "simulation-acts", ".tmp");
            var lines = new ArrayList<>(List.of(head));
            acts.forEach(it -> lines.add(ActText.line(it)));
            Files.write(next, lines);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        whole = false;
        var line = StandardCharsets.UTF_8.encode(ActText.line(act) + "\n");
        try (var channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        }
        whole = true;
    }
}
