package jml.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Origin;
import jml.core.fleet.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoConsolesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void theSecondReadsBesideTheFirstAndTakesOverWhenItIsGone() throws Exception {
        var first = open(InstantSource.system());
        first.append(empty(NOON));
        try (var second = new Child(Console.class, folder)) {
            assertThat(second.ask("latest")).isEqualTo(NOON.toString());
            assertThat(second.ask("recording")).isEqualTo("false");
            assertThat(second.ask("append " + NOON.plusSeconds(30))).contains("another console records");

            first.append(empty(NOON.plusSeconds(60)));
            assertThat(second.ask("latest")).isEqualTo(NOON.plusSeconds(60).toString());

            first.close();
            assertThat(second.ask("latest")).isEqualTo(NOON.plusSeconds(60).toString());
            assertThat(second.ask("recording")).isEqualTo("true");
            assertThat(second.ask("append " + NOON.plusSeconds(90))).isEqualTo("kept");
        }
        try (var again = open(InstantSource.system())) {
            assertThat(again.latest().orElseThrow().at()).isEqualTo(NOON.plusSeconds(90));
            assertThat(again.recording()).isTrue();
        }
    }

    @Test
    void aKilledRecorderLeavesTheLeaseToTheOneThatReads() throws Exception {
        try (var killed = new Child(Console.class, folder)) {
            assertThat(killed.ask("append " + NOON)).isEqualTo("kept");
            try (var reading = open(InstantSource.system())) {
                assertThat(reading.latest().orElseThrow().at()).isEqualTo(NOON);
                assertThat(reading.recording()).isFalse();

                killed.kill();

                assertThat(reading.latest().orElseThrow().at()).isEqualTo(NOON);
                assertThat(reading.recording()).isTrue();
                reading.append(empty(NOON.plusSeconds(30)));
            }
        }
    }

    @Test
    void aLeaseThatIsNotRenewedRunsOut() {
        var clock = new SettableClock(NOON);
        try (var first = open(clock);
                var second = open(clock)) {
            assertThat(first.recording()).isTrue();
            clock.now = NOON.plus(Timeline.LEASE).minusMillis(1);
            assertThat(second.recording()).isFalse();

            clock.now = NOON.plus(Timeline.LEASE).plusMillis(1);
            assertThat(second.recording()).isTrue();
            assertThat(first.recording()).isFalse();
            assertThatThrownBy(() -> first.append(empty(NOON)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("another console records");
        }
    }

    @Test
    void historiesOfDifferentOriginsShareNothing() {
        try (var simulated = open(InstantSource.system());
                var live = H2FleetRecord.open(folder, Origin.LIVE, InstantSource.system())) {
            simulated.append(empty(NOON));

            assertThat(live.latest()).isEmpty();
            live.append(FleetSnapshot.empty(NOON.minusSeconds(5), Origin.LIVE));
            assertThat(simulated.at(NOON.minusSeconds(1))).isEmpty();
            assertThat(live.latest().orElseThrow().origin()).isEqualTo(Origin.LIVE);
        }
    }

    @Test
    void theReadersUserMayOnlyRead() {
        try (var record = open(InstantSource.system())) {
            record.append(empty(NOON));
            assertThatThrownBy(() -> {
                        try (var connection = DriverManager.getConnection(
                                        "jdbc:h2:file:" + folder.resolve("record") + ";AUTO_SERVER=TRUE",
                                        "READER",
                                        "");
                                var statement = connection.createStatement()) {
                            statement.execute("DELETE FROM frame");
                        }
                    })
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Not enough rights");
        }
    }

    @Test
    void theFileIsServedOnTheLoopbackInterfaceOnly() throws Exception {
        try (var record = open(InstantSource.system())) {
            record.append(empty(NOON));
            int port = servedPort();

            assertThat(connects(new InetSocketAddress("127.0.0.1", port))).isTrue();
            for (var network : NetworkInterface.networkInterfaces().toList()) {
                for (var address : network.inetAddresses().toList()) {
                    if (!address.isLoopbackAddress()) {
                        assertThat(connects(new InetSocketAddress(address, port)))
                                .as("connects to %s", address)
                                .isFalse();
                    }
                }
            }
            assertThat(listening(port)).allMatch(line -> line.contains("0100007F:"));
        }
    }

    private int servedPort() throws IOException {
        var lock = new Properties();
        try (var in = Files.newInputStream(folder.resolve("record.lock.db"))) {
            lock.load(in);
        }
        var server = lock.getProperty("server");
        assertThat(server).matches("(localhost|127[.]0[.]0[.]1):\\d+");
        return Integer.parseInt(server.substring(server.indexOf(':') + 1));
    }

    // The kernel's own list, where there is one: an interface without an address of its own is not missed.
    private static List<String> listening(int port) throws IOException {
        var found = new ArrayList<String>();
        for (var table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            if (Files.exists(Path.of(table))) {
                found.addAll(Files.readAllLines(Path.of(table)).stream()
                        .filter(line -> line.contains(":%04X ".formatted(port)) && line.contains(" 0A "))
                        .toList());
            }
        }
        return found;
    }

    private static boolean connects(InetSocketAddress address) {
        try (var socket = new Socket()) {
            socket.connect(address, 500);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private H2FleetRecord open(InstantSource clock) {
        return H2FleetRecord.open(folder, Origin.SIMULATED, clock);
    }

    private static FleetSnapshot empty(Instant at) {
        return FleetSnapshot.empty(at, Origin.SIMULATED);
    }

    private static final class SettableClock implements InstantSource {
        private Instant now;

        SettableClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    static final class Console {
        public static void main(String[] args) throws IOException {
            var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            try (var record = H2FleetRecord.open(Path.of(args[0]), Origin.SIMULATED, InstantSource.system())) {
                for (var question = questions.readLine(); question != null; question = questions.readLine()) {
                    System.out.println(answer(record, question));
                }
            }
        }

        private static String answer(H2FleetRecord record, String question) {
            try {
                return switch (question) {
                    case "latest" -> record.latest().orElseThrow().at().toString();
                    case "recording" -> String.valueOf(record.recording());
                    default -> {
                        record.append(empty(Instant.parse(question.substring("append ".length()))));
                        yield "kept";
                    }
                };
            } catch (StoreException refused) {
                return refused.getMessage();
            }
        }
    }
}
