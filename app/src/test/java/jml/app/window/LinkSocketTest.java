package jml.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.LinkedBlockingQueue;
import jml.app.cli.ConsoleCommand;
import jml.app.cli.ExitCode;
import jml.app.window.LinkSocket.HandOver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class LinkSocketTest {
    private static final String LINK = "jml://on-call?model=prod/betrüger";

    private final LinkedBlockingQueue<String> shown = new LinkedBlockingQueue<>();

    @TempDir
    private Path data;

    @Test
    void aLinkReachesTheRunningConsole() throws Exception {
        try (var _ = listen()) {
            assertThat(LinkSocket.handOver(data, LINK)).isEqualTo(HandOver.TAKEN);
            assertThat(LinkSocket.handOver(data, "jml://incidents")).isEqualTo(HandOver.TAKEN);
        }
        assertThat(shown).containsExactly(LINK, "jml://incidents");
    }

    @Test
    void aSecondCommandWithALinkEndsWellAtOnce() {
        try (var _ = listen()) {
            int exit = ConsoleCommand.run(new String[] {"--data", data.toString(), LINK}, System.out, System.err);

            assertThat(exit).isEqualTo(ExitCode.OK);
            assertThat(shown).containsExactly(LINK);
        }
    }

    @Test
    void whatIsNoLinkIsRefused() {
        try (var _ = LinkSocket.listen(data, _ -> false).orElseThrow()) {
            assertThat(LinkSocket.handOver(data, "http://example.com")).isEqualTo(HandOver.REFUSED);
        }
    }

    @Test
    void withoutARunningConsoleNobodyTakesIt() {
        assertThat(LinkSocket.handOver(data, LINK)).isEqualTo(HandOver.NOBODY);

        listen().close();

        assertThat(data.resolve("console.sock")).doesNotExist();
        assertThat(LinkSocket.handOver(data, LINK)).isEqualTo(HandOver.NOBODY);
    }

    @Test
    void theSocketOfAKilledConsoleIsReplaced() throws Exception {
        var file = data.resolve("console.sock");
        try (var killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            killed.bind(UnixDomainSocketAddress.of(file));
        }
        assertThat(file).exists();
        assertThat(LinkSocket.handOver(data, LINK)).isEqualTo(HandOver.NOBODY);

        try (var _ = listen()) {
            assertThat(LinkSocket.handOver(data, LINK)).isEqualTo(HandOver.TAKEN);
        }
    }

    @Test
    void aSecondConsoleLeavesTheFirstItsSocket() {
        try (var _ = listen()) {
            assertThat(LinkSocket.listen(data, _ -> true)).isEmpty();
            assertThat(LinkSocket.handOver(data, LINK)).isEqualTo(HandOver.TAKEN);
        }
        assertThat(shown).containsExactly(LINK);
    }

    @Test
    void onlyItsOwnerMayUseIt() throws Exception {
        try (var _ = listen()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("console.sock"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aFolderWithTooLongANameDoesWithout() {
        var deep = data.resolve("a".repeat(120));

        assertThat(LinkSocket.listen(deep, _ -> true)).isEmpty();
        assertThat(LinkSocket.handOver(deep, LINK)).isEqualTo(HandOver.NOBODY);
    }

    private LinkSocket listen() {
        return LinkSocket.listen(data, shown::add).orElseThrow();
    }
}
