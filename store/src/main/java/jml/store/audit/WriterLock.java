package jml.store.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// Held by the one who writes to a journal, of all threads and processes on this machine. A process that ends lets go.
final class WriterLock implements AutoCloseable {
    // The system's lock is the process's: within it, threads need one of their own.
    private static final Map<Path, ReentrantLock> WITHIN = new ConcurrentHashMap<>();

    private final ReentrantLock within;
    private final FileChannel channel;
    private final FileLock lock;

    private WriterLock(ReentrantLock within, FileChannel channel, FileLock lock) {
        this.within = within;
        this.channel = channel;
        this.lock = lock;
    }

    /// Waits until nobody else holds it.
    static WriterLock on(Path file) throws IOException {
        var within = WITHIN.computeIfAbsent(file.toAbsolutePath().normalize(), _ -> new ReentrantLock());
        within.lock();
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new WriterLock(within, channel, channel.lock());
        } catch (IOException | RuntimeException e) {
            within.unlock();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            lock.release();
            channel.close();
        } finally {
            within.unlock();
        }
    }
}
