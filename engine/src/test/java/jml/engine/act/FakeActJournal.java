package jml.engine.act;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A journal in memory, shared by the consoles that a test starts one after another or at once.
final class FakeActJournal implements ActJournal {
    private final List<Line> lines;
    private final InstantSource clock;
    private final String console;
    final Set<String> living = new HashSet<>();
    final Set<Word> refused = new HashSet<>();

    FakeActJournal(InstantSource clock) {
        this(new ArrayList<>(), clock, "console-1");
    }

    private FakeActJournal(List<Line> lines, InstantSource clock, String console) {
        this.lines = lines;
        this.clock = clock;
        this.console = console;
    }

    /// The same lines as another run of the console opens them.
    FakeActJournal reopened(String as) {
        return new FakeActJournal(lines, clock, as);
    }

    @Override
    public Line append(Entry entry) throws IOException {
        synchronized (lines) {
            if (refused.contains(entry.word())) {
                throw new IOException("no space left on the disk");
            }
            var line = new Line(lines.size(), clock.instant(), entry);
            lines.add(line);
            return line;
        }
    }

    @Override
    public List<Line> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /// Forgets everything from the first entry of that word on, as a kill before it would.
    void cutBefore(Word word) {
        synchronized (lines) {
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).entry().word() == word) {
                    lines.subList(i, lines.size()).clear();
                    return;
                }
            }
        }
    }

    List<Word> words() {
        return lines().stream().map(it -> it.entry().word()).toList();
    }

    @Override
    public String console() {
        return console;
    }

    @Override
    public boolean alive(String other) {
        return living.contains(other);
    }
}
