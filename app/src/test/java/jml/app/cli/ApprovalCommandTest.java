package jml.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jml.core.approval.Approval;
import jml.core.approval.Binding;
import jml.core.approval.Scope;
import jml.core.signing.CanonicalJson;
import jml.core.signing.DsseEnvelope;
import jml.core.signing.Sha256;
import jml.core.signing.SigningKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApprovalCommandTest {
    private static final Sha256 ARTIFACT = Sha256.of(new byte[] {1});
    private static final byte[] EVIDENCE = "{\"frozenAt\":\"2026-01-01T00:00:00Z\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final SigningKey key = SigningKey.generate();

    private RecordingConsole console;

    @BeforeEach
    void writeKeysAndAnApproval() throws IOException {
        console = new RecordingConsole(folder);
        trust("");
        Files.write(folder.resolve("evidence.json"), EVIDENCE);
        write(approval(Approval.Decision.APPROVE, "read \u001b[2J it").sign(key));
    }

    @Test
    void anApprovalByATrustedKeyIsApproved() {
        assertThat(verify("--evidence", file("evidence.json"), "--digest", "sha256:" + ARTIFACT))
                .isZero();
        assertThat(console.out())
                .startsWith("APPROVED by 1 of 1 needed.\n")
                .contains(
                        "VALID: Approved by M.S. at 2026-01-01T00:05:00Z.",
                        "credit-underwriting@8, sha256:" + ARTIFACT,
                        "prod-eu only, up to 100% of traffic",
                        "there, and it fits")
                .doesNotContain("\u001b");
    }

    @Test
    void theJsonSaysTheSame() throws IOException {
        assertThat(verify("--json")).isZero();

        var json = new ObjectMapper().readTree(console.out());
        assertThat(json.get("approved").asBoolean()).isTrue();
        assertThat(json.at("/decisions/0/state").asText()).isEqualTo("VALID");
        assertThat(json.at("/decisions/0/statement/predicate/reason").asText()).contains("read");
        assertThat(json.at("/decisions/0/evidenceFits").asBoolean()).isFalse();
    }

    @Test
    void aChangedEnvelopeIsBroken() throws IOException {
        var envelope = approval(Approval.Decision.REJECT, "no").sign(key);
        var payload = new String(envelope.payload(), StandardCharsets.UTF_8)
                .replace("\"reject\"", "\"approve\"")
                .getBytes(StandardCharsets.UTF_8);
        write(new DsseEnvelope(envelope.payloadType(), payload, envelope.signatures()));

        assertThat(verify()).isEqualTo(ExitCode.NOT_APPROVED);
        assertThat(console.out()).startsWith("NOT APPROVED").contains("BROKEN", "was changed");
    }

    @Test
    void aRejectionAnUnknownKeyARevokedKeyAnotherArtifactAndTooFewAreNotApproved() throws IOException {
        assertThat(verify("--digest", "0".repeat(64))).isEqualTo(ExitCode.NOT_APPROVED);
        assertThat(console.out()).contains("does not count: it was about the artifact");
        assertThat(verify("--needed", "2")).isEqualTo(ExitCode.NOT_APPROVED);

        write(approval(Approval.Decision.REJECT, "no").sign(key));
        assertThat(verify()).isEqualTo(ExitCode.NOT_APPROVED);

        write(approval(Approval.Decision.APPROVE, "yes").sign(SigningKey.generate()));
        assertThat(verify()).isEqualTo(ExitCode.NOT_APPROVED);
        assertThat(console.out()).contains("UNKNOWN_KEY");

        trust("    revoked: 2026-02-01T00:00:00Z\n    because: lost\n");
        write(approval(Approval.Decision.APPROVE, "yes").sign(key));
        assertThat(verify()).isEqualTo(ExitCode.NOT_APPROVED);
        assertThat(console.out()).contains("REVOKED_KEY", "lost");
    }

    @Test
    void otherEvidenceThanItWasMadeOnIsAFault() throws IOException {
        Files.writeString(folder.resolve("evidence.json"), "{}");

        assertThat(verify("--evidence", file("evidence.json"))).isEqualTo(ExitCode.NOT_APPROVED);
        assertThat(console.out()).contains("fault: the evidence sha256:");
    }

    @Test
    void whatCannotBeReadEndsWith2AndItsPlace() throws IOException {
        Files.writeString(folder.resolve("approval.json"), "{\"payload\":\"x\"}");
        assertThat(verify()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(console.err()).contains("approval.json: no signed envelope");

        Files.writeString(folder.resolve("keys.yaml"), "keys:\n  - person: M.S.\n    kye: x\n");
        assertThat(verify()).isEqualTo(ExitCode.BAD_INPUT);

        trust("    until: tomorrow\n");
        write(approval(Approval.Decision.APPROVE, "yes").sign(key));
        assertThat(verify()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(console.err()).contains("keys[0].until", "tomorrow is no instant");

        assertThat(console.run("approval", "verify", "credit@8", "--keys", file("keys.yaml")))
                .isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void aVersionOfTheSimulatedRegistryIsVerifiedByTheSimulatedPeople() {
        assertThat(console.run("approval", "verify", "credit-risk@7"))
                .as(console.err())
                .isZero();
        assertThat(console.out()).startsWith("APPROVED by 1 of 1 needed.").contains("R.K.");

        assertThat(console.run("approval", "verify", "credit-risk@8")).isEqualTo(ExitCode.NOT_APPROVED);
        assertThat(console.run("approval", "verify", "credit-underwriting@7")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(console.err()).contains("credit-underwriting@7: the registry does not have it under that name");
    }

    @Test
    void showExportsExactlyTheEnvelope() throws IOException {
        assertThat(console.run("approval", "show", file("approval.json"), "--out", file("exported")))
                .isZero();

        try (var files = Files.list(folder.resolve("exported"))) {
            assertThat(files).singleElement().satisfies(exported -> assertThat(exported)
                    .hasSameBinaryContentAs(folder.resolve("approval.json")));
        }
        assertThat(console.run("approval", "show", file("approval.json"))).isZero();
        assertThat(console.out()).contains("\"decision\" : \"approve\"").doesNotContain("\u001b");
    }

    /// The commands of docs/approvals.md.
    @Test
    void opensslVerifiesItWithoutTheConsole() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "no openssl here");
        var envelope = approval(Approval.Decision.APPROVE, "read it").sign(key);
        write(envelope);
        Files.writeString(folder.resolve("key.pem"), key.publicKey().pem());
        var commands = """
                member() { grep -o "\\"$1\\":\\"[^\\"]*\\"" approval.json | head -n 1 | cut -d'"' -f4; }
                member payload | base64 -d > payload
                member sig | base64 -d > sig
                type=$(member payloadType)
                { printf 'DSSEv1 %d %s %d ' ${#type} "$type" $(wc -c < payload); cat payload; } > signed
                openssl pkeyutl -verify -rawin -pubin -inkey key.pem -in signed -sigfile sig
                """;

        assertThat(shell(commands)).isZero();
        assertThat(Files.readAllBytes(folder.resolve("payload"))).isEqualTo(envelope.payload());
        assertThat(Files.readString(Path.of("..", "docs", "approvals.md")))
                .contains(commands.indent(4).stripTrailing());

        var payload = envelope.payload();
        payload[10] ^= 1;
        write(new DsseEnvelope(envelope.payloadType(), payload, envelope.signatures()));
        assertThat(shell(commands)).isNotZero();
    }

    private int shell(String commands) throws IOException, InterruptedException {
        var process = new ProcessBuilder("sh", "-ec", commands)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("openssl.out").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static Approval approval(Approval.Decision decision, String reason) {
        return new Approval(
                decision,
                "credit-underwriting",
                "8",
                new Binding(ARTIFACT, Sha256.of(EVIDENCE), new Scope("prod-eu", 100)),
                "M.S.",
                reason,
                Instant.parse("2026-01-01T00:05:00Z"),
                Optional.empty(),
                false);
    }

    private void write(DsseEnvelope envelope) throws IOException {
        Files.write(folder.resolve("approval.json"), CanonicalJson.bytes(envelope.toMap()));
    }

    private void trust(String more) throws IOException {
        Files.writeString(
                folder.resolve("keys.yaml"),
                "keys:\n  - person: M.S.\n    roles: [governance]\n    key: |\n"
                        + key.publicKey().pem().indent(6) + more);
    }

    private int verify(String... more) {
        var arguments =
                new ArrayList<>(List.of("approval", "verify", file("approval.json"), "--keys", file("keys.yaml")));
        arguments.addAll(List.of(more));
        return console.run(arguments.toArray(String[]::new));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }
}
