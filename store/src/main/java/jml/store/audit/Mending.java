package jml.store.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jml.core.audit.AuditAction;
import jml.core.audit.AuditEntry;
import jml.core.audit.AuditFault;
import jml.core.audit.AuditLine;
import jml.core.audit.AuditVerification;
import jml.core.signing.MalformedException;
import jml.core.signing.NoteKey;
import jml.core.signing.Sha256;
import jml.core.signing.SignedNote;

/// Reads a journal from its beginning and makes it one that can be added to. A line cut off is completed or put aside,
/// a damaged journal is put aside whole; a record says so. When it was killed in between, the next one goes on.
final class Mending {
    /// The detail that names a file put aside.
    static final String FILE = "file";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

    private final AuditFiles files;
    private final InstantSource clock;
    private String notice = "";
    private String fault = "";

    Mending(AuditFiles files, InstantSource clock) {
        this.files = files;
        this.clock = clock;
    }

    /// What a person should know; empty when nothing was damaged.
    Optional<String> notice() {
        return notice.isEmpty() ? Optional.empty() : Optional.of(notice);
    }

    /// Wants the writer's lock.
    OpenJournal open() throws IOException {
        var bytes = Files.exists(files.journal()) ? Files.readAllBytes(files.journal()) : new byte[0];
        int whole = endOfLines(bytes);
        var lines = JournalReading.lines(Arrays.copyOf(bytes, whole), 1);
        var fault = fault(lines);
        if (fault.isPresent()) {
            return replaced(fault.get().message());
        }
        var journal = new OpenJournal(files);
        if (!journal.take(lines, whole)) {
            throw new IllegalStateException("a journal without a fault has a broken chain");
        }
        if (whole < bytes.length) {
            journal = mendTail(journal, Arrays.copyOfRange(bytes, whole, bytes.length), whole);
        }
        tellOfFilesPutAside(journal);
        return journal;
    }

    private Optional<AuditFault> fault(List<AuditLine> lines) throws IOException {
        List<SignedNote> notes;
        List<NoteKey> keys;
        try {
            notes = JournalReading.notes(files.checkpoints());
            keys = JournalReading.keys(files.publicKeys());
        } catch (MalformedException e) {
            return Optional.of(new AuditFault(AuditFault.Kind.CHECKPOINT, 0, 1, String.valueOf(e.getMessage())));
        }
        return AuditVerification.of(lines, notes, keys, false).fault();
    }

    private OpenJournal mendTail(OpenJournal journal, byte[] tail, int whole) throws IOException {
        var copy = new OpenJournal(files);
        if (copy.take(withLineFeed(tail, whole), whole + tail.length)) {
            copy.append(
                    clock.instant(),
                    repaired("completed", Map.of("seq", "" + journal.head().size())),
                    "\n");
            return copy;
        }
        var aside = files.folder()
                .resolve(files.name() + "-torn-" + Sha256.of(tail).hex().substring(0, 16) + ".part");
        Durable.write(aside, tail);
        Durable.truncate(files.journal(), whole);
        return journal;
    }

    // Read again from the beginning: a chain that was tried and broke cannot be stepped back.
    private List<AuditLine> withLineFeed(byte[] tail, int whole) throws IOException {
        var all = Arrays.copyOf(Files.readAllBytes(files.journal()), whole + tail.length + 1);
        all[all.length - 1] = '\n';
        return JournalReading.lines(all, 1);
    }

    private OpenJournal replaced(String why) throws IOException {
        var stamp = files.name() + "-damaged-" + STAMP.format(clock.instant());
        var name = stamp;
        for (int more = 2; Files.exists(files.folder().resolve(name + ".jsonl")); more++) {
            name = stamp + "-" + more;
        }
        if (!Files.exists(files.journal())) {
            Durable.write(files.journal(), new byte[0]);
        }
        Durable.rename(files.journal(), files.folder().resolve(name + ".jsonl"));
        if (Files.exists(files.checkpoints())) {
            Durable.rename(files.checkpoints(), files.folder().resolve(name + ".checkpoints"));
        }
        var journal = new OpenJournal(files);
        fault = why;
        notice = "The audit journal was damaged: " + why + ". It was put aside as " + name
                + ".jsonl and a new one begun.";
        tellOfFilesPutAside(journal);
        return journal;
    }

    // Also of those that a console put aside which was killed before it could say so.
    private void tellOfFilesPutAside(OpenJournal journal) throws IOException {
        for (var aside : filesPutAside()) {
            var file = aside.getFileName().toString();
            if (journal.tellsOf(file)) {
                continue;
            }
            var details = new TreeMap<>(Map.of(
                    FILE,
                    file,
                    "sha256",
                    Sha256.of(Files.readAllBytes(aside)).hex(),
                    "bytes",
                    String.valueOf(Files.size(aside))));
            if (!fault.isEmpty()) {
                details.put("fault", fault);
            }
            journal.append(
                    clock.instant(),
                    file.endsWith(".part")
                            ? repaired("put aside", details)
                            : new AuditEntry(AuditAction.JOURNAL_REPLACED, AuditEntry.CONSOLE, "audit", details));
        }
    }

    private List<Path> filesPutAside() throws IOException {
        var found = new ArrayList<Path>();
        try (var all = Files.newDirectoryStream(files.folder(), files.name() + "-{torn-*.part,damaged-*.jsonl}")) {
            all.forEach(found::add);
        }
        found.sort(null);
        return found;
    }

    private static AuditEntry repaired(String how, Map<String, String> details) {
        var all = new TreeMap<>(details);
        all.put("how", how);
        return new AuditEntry(AuditAction.JOURNAL_REPAIRED, AuditEntry.CONSOLE, "audit", all);
    }

    private static int endOfLines(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }
}
