package jml.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import jml.core.fleet.StoreException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One H2 database, for this process and others beside it. Reads run as a user who may only read. Safe on any thread.
///
/// The first process that opens the file serves it to the next on a loopback port; when it goes, the next reader opens
/// the file itself.
final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final String NAME = "record";
    private static final String OWNER = "RECORDER";

    /// H2 keeps what fits into a sixteenth of it: pages with small rows, and the inner ones of all indexes. Tiles of a
    /// large fleet stay out: few are read twice, and collecting those that were kept cost more than reading them
    /// again.
    private static final int CACHE_KIB = 1024;

    private static final String READER = "READER";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

    static {
        // Read once by the driver: without it H2 would serve the file on every network interface.
        System.setProperty("h2.bindAddress", "127.0.0.1");
    }

    private final Connections owner;
    private final Connections reader;
    private final Jdbi writing;
    private final Jdbi reading;
    private final String notice;

    private Database(Connections owner, Connections reader, String notice) {
        this.owner = owner;
        this.reader = reader;
        this.writing = Jdbi.create(owner);
        this.reading = Jdbi.create(reader);
        this.notice = notice;
    }

    /// A database in memory, gone when it is closed.
    static Database inMemory() {
        try {
            return open("jdbc:h2:mem:" + UUID.randomUUID(), "");
        } catch (SQLException e) {
            throw new StoreException("no record in memory", e);
        }
    }

    /// Opens or makes the database of a folder. When it, or what `use` reads of it, is damaged, the file is renamed and
    /// a new one begun.
    ///
    /// @param use makes of the database what the caller wants, having read what must be readable
    static <T> T in(Path folder, InstantSource clock, Function<Database, T> use) {
        var file = folder.toAbsolutePath().resolve(NAME + ".mv.db");
        try {
            makePrivate(folder);
            try {
                return used(open(url(folder), ""), use);
            } catch (SQLException | StoreException e) {
                if (!Damage.causedBy(e) || !Files.exists(file)) {
                    throw e;
                }
                LOG.warn("the record {} is damaged", file, e);
                return used(open(url(folder), putAside(file, clock)), use);
            }
        } catch (SQLException | IOException e) {
            throw new StoreException("the record " + file + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private static <T> T used(Database database, Function<Database, T> use) throws SQLException {
        try {
            return use.apply(database);
        } catch (StoreException e) {
            boolean ours = FileSpace.openedHere(database.owner);
            database.close();
            // A file that another process serves is that process's to put aside.
            throw ours ? e : new StoreException(String.valueOf(e.getMessage()));
        }
    }

    /// What a person should know about how it was opened; empty when all was well.
    Optional<String> notice() {
        return notice.isEmpty() ? Optional.empty() : Optional.of(notice);
    }

    /// Runs a query; once more when the process that served the file has gone.
    <T> T read(String what, HandleCallback<T, SQLException> query) {
        return uninterrupted(() -> {
            try {
                return reading.withHandle(query);
            } catch (JdbiException | SQLException | IllegalStateException e) {
                if (!Disconnection.causedBy(e)) {
                    throw failed(what, e);
                }
            }
            drop(reader);
            try {
                return reading.withHandle(query);
            } catch (JdbiException | SQLException | IllegalStateException e) {
                throw failed(what, e);
            }
        });
    }

    /// Runs a transaction: when this returns, it is on disk.
    <T> T write(String what, HandleCallback<T, SQLException> change) {
        return uninterrupted(() -> {
            try {
                return writing.inTransaction(change);
            } catch (JdbiException | SQLException | IllegalStateException e) {
                if (Disconnection.causedBy(e)) {
                    drop(owner);
                }
                throw failed(what, e);
            }
        });
    }

    // Java closes a file's channel for every thread when one inside it is interrupted.
    private static <T> T uninterrupted(Supplier<T> work) {
        boolean interrupted = Thread.interrupted();
        try {
            return work.get();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Makes room that deleted rows left behind usable again, when this process has the file open itself.
    void reclaim() {
        try {
            FileSpace.reclaim(owner);
        } catch (SQLException | IllegalStateException e) {
            // The file stays larger than it need be: nothing that was recorded is touched.
            LOG.warn("the record's free space cannot be reclaimed", e);
        }
    }

    @Override
    public void close() {
        drop(reader);
        drop(owner);
    }

    private static StoreException failed(String what, Exception e) {
        return new StoreException("the record could not " + what + ": " + e.getMessage(), e);
    }

    private static void drop(Connections connections) {
        try {
            connections.close();
        } catch (SQLException e) {
            LOG.debug("closing a connection to the record", e);
        }
    }

    private static Database open(String url, String notice) throws SQLException {
        // Default is to write commits every half second: a kill would lose them (DESIGN §6.16).
        var owner = new Connections(url + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0;CACHE_SIZE=" + CACHE_KIB, OWNER);
        Schema.bringUpToDate(owner, READER);
        return new Database(owner, new Connections(url, READER), notice);
    }

    // "retry" opens the file again when an interrupt closed its channel in the middle of a call.
    private static String url(Path folder) {
        return "jdbc:h2:retry:" + folder.toAbsolutePath().resolve(NAME) + ";AUTO_SERVER=TRUE";
    }

    private static void makePrivate(Path folder) throws IOException {
        if (Files.exists(folder)) {
            return;
        }
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static String putAside(Path file, InstantSource clock) throws IOException {
        var name = NAME + "-damaged-" + STAMP.format(clock.instant());
        var aside = file.resolveSibling(name + ".mv.db");
        for (int more = 2; Files.exists(aside); more++) {
            aside = file.resolveSibling(name + "-" + more + ".mv.db");
        }
        Files.move(file, aside);
        return "The record was damaged. It was put aside as " + aside.getFileName() + " and a new one begun.";
    }
}
