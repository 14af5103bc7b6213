package jml.engine.act;

import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Where the path writes what it is about to do and what came of it. Calls block for the disk. Safe from any thread.
public interface ActJournal {
    /// Adds to the end. When this returns the entry is on disk; when it throws, what it announces must not be done.
    Line append(Entry entry) throws IOException;

    /// All lines about acts, oldest first, those of other consoles on the same folder included.
    List<Line> lines() throws IOException;

    /// What tells this run of the console from every other one, before and beside it.
    String console();

    /// Whether the console that wrote `console` into an entry still runs. What a living one has under way is its own.
    boolean alive(String console);

    /// @param number grows with each line
    record Line(long number, Instant at, Entry entry) {}

    /// @param actor a person, or `console` for what it does by itself
    /// @param subject what it is about, for people
    /// @param details everything that is needed to go on after a crash, as text
    record Entry(Word word, String actor, String subject, SortedMap<String, String> details) {
        public Entry {
            details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
        }

        String detail(String name) {
            return details.getOrDefault(name, "");
        }
    }

    /// What an entry says.
    enum Word {
        /// A person confirmed a proposal; nothing is sent.
        INTENT,
        /// A second person agreed.
        AGREED,
        /// The request of one act leaves next. Without a later word nobody knows whether it did.
        SENDING,
        /// What the system answered to one act.
        RECEIPT,
        /// What reading the target told about an act whose receipt is unknown.
        FOUND,
        /// A person had the rest of a half-done proposal sent.
        FINISH,
        /// How a proposal ended.
        OUTCOME,
        /// A person left a half-done proposal as it is.
        LEFT,
        /// A person let a held version go on.
        CLEARED
    }
}
