package jml.store.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import jml.core.audit.AuditEntry;
import jml.core.audit.AuditHead;
import jml.core.audit.AuditJournal;
import jml.core.audit.AuditRecord;
import jml.core.audit.JournalException;
import jml.core.signing.SigningKeyException;
import jml.core.signing.SigningKeys;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The audit journal as a file of canonical JSON lines, with its signed checkpoints beside it. Consoles on one folder
/// share it: each takes the lock, reads what the others added and adds its own.
///
/// All work on the files is done by one thread of its own, which nobody interrupts: Java would close the channel.
public final class FileAuditJournal implements AuditJournal, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileAuditJournal.class);
    private static final long LOOK_SECONDS = 60;
    private static final long CLOSE_SECONDS = 15;

    private final AuditFiles files;
    private final InstantSource clock;
    private final CheckpointSigning signing;
    private final ScheduledExecutorService thread;
    private volatile String damage = "";
    private volatile String unsigned = "";

    /// Only the thread's; null when all must be read anew.
    private @Nullable OpenJournal open;

    private FileAuditJournal(AuditFiles files, SigningKeys keys, InstantSource clock) {
        this.files = files;
        this.clock = clock;
        this.signing = new CheckpointSigning(files, keys);
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("audit").daemon().factory());
    }

    /// Reads and mends what is there on its own thread; does not wait for it.
    ///
    /// @param keys asked for the key `audit` when a checkpoint is due
    public static FileAuditJournal open(AuditFiles files, SigningKeys keys, InstantSource clock) {
        var journal = new FileAuditJournal(files, keys, clock);
        journal.thread.execute(journal::look);
        // Nobody waits for it: `sign` tells of its own failures.
        var _ = journal.thread.scheduleWithFixedDelay(
                () -> journal.sign(false), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        return journal;
    }

    @Override
    public AuditRecord append(AuditEntry entry) throws JournalException {
        var record = await(() -> locked(journal -> journal.append(clock.instant(), entry)));
        if (record.seq() % CheckpointSigning.RECORDS == CheckpointSigning.RECORDS - 1) {
            thread.execute(() -> sign(false));
        }
        return record;
    }

    @Override
    public List<AuditRecord> records(long from) throws JournalException {
        return await(() -> locked(_ -> {
            Predicate<AuditRecord> wanted = record -> record.seq() >= from;
            return JournalReading.lines(files.journal()).stream()
                    .map(line -> line.record())
                    .filter(record -> record != null && wanted.test(record))
                    .toList();
        }));
    }

    @Override
    public AuditHead head() throws JournalException {
        return await(() -> locked(OpenJournal::head));
    }

    @Override
    public Optional<String> notice() {
        var both = (damage + " " + unsigned).strip();
        return both.isEmpty() ? Optional.empty() : Optional.of(both);
    }

    /// Signs a checkpoint now when one is due by number or by time; the journal looks each minute by itself.
    public void signIfDue() throws JournalException {
        await(() -> {
            sign(false);
            return true;
        });
    }

    /// Signs what is not signed yet and lets go. A keyring that does not answer is not waited for long.
    @Override
    public void close() {
        try {
            thread.execute(() -> sign(true));
            thread.shutdown();
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the audit journal's last records are not signed: its key was not to be had in time");
            }
        } catch (RejectedExecutionException _) {
            LOG.debug("the audit journal is closed already");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Work<T> {
        T on(OpenJournal journal) throws Exception;
    }

    private <T> T locked(Work<T> work) throws Exception {
        Files.createDirectories(files.folder());
        try (var _ = WriterLock.on(files.lock())) {
            var journal = open;
            if (journal == null || !journal.catchUp()) {
                journal = readAnew();
            }
            open = null; // unless the work ends well, nobody knows what is in the file
            var done = work.on(journal);
            open = journal;
            return done;
        }
    }

    private OpenJournal readAnew() throws IOException {
        var mending = new Mending(files, clock);
        var journal = mending.open();
        mending.notice().ifPresent(notice -> {
            LOG.warn("{}", notice);
            damage = notice;
        });
        return journal;
    }

    private void look() {
        try {
            if (Files.exists(files.journal()) || Files.exists(files.checkpoints())) {
                locked(OpenJournal::head);
            }
        } catch (Exception e) {
            // Whoever appends next is told; until then nothing depends on it.
            LOG.warn("the audit journal {} cannot be read", files.journal(), e);
        }
    }

    private void sign(boolean whatever) {
        try {
            if (Files.exists(files.journal())) {
                locked(journal -> {
                    signing.signIfDue(journal, clock.instant(), whatever);
                    return true;
                });
            }
            unsigned = "";
        } catch (SigningKeyException e) {
            tellUnsigned("The audit is not signed: " + e.getMessage(), e);
        } catch (Exception e) {
            // Records go on without a signature; the next look tries again, and the notice says so until then.
            tellUnsigned("The audit could not be signed: " + e.getMessage(), e);
        }
    }

    private void tellUnsigned(String notice, Exception cause) {
        if (!notice.equals(unsigned)) {
            LOG.warn("{}", notice, cause);
        }
        unsigned = notice;
    }

    private <T> T await(Callable<T> work) throws JournalException {
        Future<T> answer;
        try {
            answer = thread.submit(work);
        } catch (RejectedExecutionException e) {
            throw new JournalException("the audit journal is closed", e);
        }
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get();
                } catch (InterruptedException _) {
                    interrupted = true; // what was begun is ended: half a record is worse than a late answer
                }
            }
        } catch (ExecutionException e) {
            var cause = e.getCause();
            throw cause instanceof JournalException known
                    ? known
                    : new JournalException("the audit journal " + files.journal() + " failed: " + cause, e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
