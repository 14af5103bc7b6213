package jml.app.window;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The Unix socket in a data folder through which `console jml://…` hands its link to the console that runs there
/// already. One line of UTF-8 each way: the link, then `taken` or `refused`. Only the owner of the folder can use it.
public final class LinkSocket implements AutoCloseable {
    /// What became of a link.
    public enum HandOver {
        /// The running console shows it.
        TAKEN,
        /// The running console knows no such link.
        REFUSED,
        /// No console runs on that folder, or it does not answer.
        NOBODY
    }

    private static final Logger LOG = LoggerFactory.getLogger(LinkSocket.class);
    private static final String FILE = "console.sock";
    private static final String TAKEN = "taken";
    private static final String REFUSED = "refused";
    private static final int LONGEST = 4096;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ServerSocketChannel server;
    private final Path file;
    private final @Nullable Object key;

    private LinkSocket(ServerSocketChannel server, Path file) throws IOException {
        this.server = server;
        this.file = file;
        this.key = key(file);
    }

    /// Takes links until closed; empty when another console does so on that folder, or the system has no such sockets.
    ///
    /// @param open shows a link and returns at once; false when it is none. Runs on a thread of the socket's.
    static Optional<LinkSocket> listen(Path data, Predicate<String> open) {
        var file = data.resolve(FILE);
        try {
            Files.createDirectories(data);
            if (answers(file)) {
                return Optional.empty();
            }
            var socket = new LinkSocket(bound(data, file), file);
            Thread.ofVirtual().name("links").start(() -> socket.accept(open));
            return Optional.of(socket);
        } catch (IOException | UnsupportedOperationException none) {
            LOG.warn("links will open a console of their own: {}", none.getMessage());
            return Optional.empty();
        }
    }

    // Made in a folder that only the owner may enter, so that nobody else can connect before its rights are set; the
    // move puts it in place of what a killed console left behind.
    private static ServerSocketChannel bound(Path data, Path file) throws IOException {
        var folder = Files.createTempDirectory(data, "s");
        try {
            var made = folder.resolve("s");
            var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                server.bind(UnixDomainSocketAddress.of(made));
                if (made.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
                }
                Files.move(made, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                return server;
            } catch (IOException failed) {
                server.close();
                Files.deleteIfExists(made);
                throw failed;
            }
        } finally {
            Files.delete(folder);
        }
    }

    private static boolean answers(Path file) {
        if (!Files.exists(file)) {
            return false;
        }
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(file));
        } catch (IOException stale) {
            return false;
        }
    }

    private void accept(Predicate<String> open) {
        while (server.isOpen()) {
            try {
                var caller = server.accept();
                Thread.ofVirtual().name("link").start(() -> answer(caller, open));
            } catch (IOException closed) {
                if (server.isOpen()) {
                    LOG.warn("a link could not be taken: {}", closed.getMessage());
                }
            }
        }
    }

    private static void answer(SocketChannel caller, Predicate<String> open) {
        try (caller) {
            var link = line(caller);
            // Whoever only looks whether somebody is here says nothing.
            if (!link.isEmpty()) {
                write(caller, open.test(link) ? TAKEN : REFUSED);
            }
        } catch (IOException gone) {
            LOG.debug("a caller went away", gone);
        }
    }

    /// Gives a link to the console that runs on the folder.
    public static HandOver handOver(Path data, String link) {
        var file = data.resolve(FILE);
        if (!Files.exists(file) || link.getBytes(StandardCharsets.UTF_8).length >= LONGEST) {
            return HandOver.NOBODY;
        }
        var exchange = new FutureTask<>(() -> exchange(file, link));
        var thread = Thread.ofVirtual().start(exchange);
        try {
            return switch (exchange.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                case TAKEN -> HandOver.TAKEN;
                case REFUSED -> HandOver.REFUSED;
                default -> HandOver.NOBODY;
            };
        } catch (ExecutionException | TimeoutException silent) {
            LOG.debug("no console takes links in {}", data, silent);
            return HandOver.NOBODY;
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
            return HandOver.NOBODY;
        } finally {
            thread.interrupt();
        }
    }

    private static String exchange(Path file, String link) throws IOException {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(file));
            write(channel, link.strip());
            return line(channel);
        }
    }

    private static void write(SocketChannel channel, String line) throws IOException {
        var bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String line(SocketChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(LONGEST);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            if (bytes.position() > 0 && bytes.get(bytes.position() - 1) == '\n') {
                break;
            }
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
    }

    private static @Nullable Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /// The file goes too, unless another console has put its own there.
    @Override
    public void close() {
        try {
            server.close();
            if (Files.exists(file) && Objects.equals(key, key(file))) {
                Files.delete(file);
            }
        } catch (IOException left) {
            LOG.debug("the socket {} stays behind", file, left);
        }
    }
}
