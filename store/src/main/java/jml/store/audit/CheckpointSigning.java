package jml.store.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import jml.core.audit.Checkpoint;
import jml.core.audit.JournalException;
import jml.core.audit.MerkleProof;
import jml.core.signing.MalformedException;
import jml.core.signing.NoteKey;
import jml.core.signing.SignedNote;
import jml.core.signing.SigningKey;
import jml.core.signing.SigningKeyException;
import jml.core.signing.SigningKeys;
import org.jspecify.annotations.Nullable;

/// Signs how long a journal is, at the latest after [#RECORDS] records or [#AFTER], and only when it goes on from what
/// was signed before. Wants the writer's lock and the journal's thread.
final class CheckpointSigning {
    static final int RECORDS = 100;
    static final Duration AFTER = Duration.ofMinutes(10);
    static final String KEY = "audit";

    private final AuditFiles files;
    private final SigningKeys keys;

    CheckpointSigning(AuditFiles files, SigningKeys keys) {
        this.files = files;
        this.keys = keys;
    }

    /// @param whatever sign also when neither enough records nor enough time have gone by
    void signIfDue(OpenJournal journal, Instant now, boolean whatever)
            throws IOException, JournalException, SigningKeyException, InterruptedException {
        var last = last();
        long signed = last == null ? 0 : last.size();
        long unsigned = journal.head().size() - signed;
        // Of the newest record and not of the oldest unsigned: the last signature is the earliest it may have begun.
        var since = last == null ? Instant.MIN : last.at().orElse(Instant.MIN);
        boolean due = whatever || unsigned >= RECORDS || !now.isBefore(later(since, AFTER));
        if (unsigned > 0 && due) {
            sign(journal, last, now, keys.own(KEY));
        }
    }

    private static Instant later(Instant instant, Duration by) {
        return instant.equals(Instant.MIN) ? instant : instant.plus(by);
    }

    private @Nullable Checkpoint last() throws IOException, JournalException {
        try {
            var notes = JournalReading.notes(files.checkpoints());
            return notes.isEmpty() ? null : Checkpoint.parse(notes.getLast().text());
        } catch (MalformedException e) {
            throw new JournalException("the checkpoints cannot be read: " + e.getMessage(), e);
        }
    }

    private void sign(OpenJournal journal, @Nullable Checkpoint last, Instant now, SigningKey key)
            throws IOException, JournalException {
        var tree = journal.tree();
        var head = journal.head();
        if (last != null && !goesOn(last, journal)) {
            throw new JournalException("the journal does not go on from what was signed at "
                    + last.at().map(Instant::toString).orElse("an unknown time") + ": it will not be signed again");
        }
        var origin = Checkpoint.origin(journal.first());
        var checkpoint = Checkpoint.of(origin, head.size(), tree.root(), now, head.hash(), journal.before());
        publish(SignedNote.keyOf(origin, key));
        dropTornNote();
        Durable.append(
                files.checkpoints(),
                SignedNote.sign(checkpoint.text(), origin, key).toString().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean goesOn(Checkpoint last, OpenJournal journal) {
        var tree = journal.tree();
        return last.size() <= tree.size()
                && MerkleProof.extendsTo(
                        last.root(), last.size(), tree.root(), tree.size(), tree.consistency(last.size(), tree.size()));
    }

    private void publish(NoteKey key) throws IOException, JournalException {
        try {
            if (!JournalReading.keys(files.publicKeys()).contains(key)) {
                Durable.append(files.publicKeys(), (key.vkey() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (MalformedException e) {
            throw new JournalException(files.publicKeys().getFileName() + ": " + e.getMessage(), e);
        }
    }

    // A note cut off when its writer was killed would run into the next one.
    private void dropTornNote() throws IOException {
        if (!Files.exists(files.checkpoints())) {
            return;
        }
        var file = Files.readString(files.checkpoints());
        var whole = String.join("", JournalReading.noteTexts(file));
        if (whole.length() < file.length()) {
            Durable.truncate(files.checkpoints(), whole.getBytes(StandardCharsets.UTF_8).length);
        }
    }
}
