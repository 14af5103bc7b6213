package jml.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jml.core.signing.InTotoStatement;
import jml.core.signing.InTotoStatement.Subject;
import jml.core.signing.ModelManifest;
import jml.core.signing.Sha256;
import jml.core.signing.SigningKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignatureCommandTest {
    private static final byte[] WEIGHTS = {1, 2, 3};

    @TempDir
    Path folder;

    private final SigningKey key = SigningKey.generate();

    private RecordingConsole console;

    @BeforeEach
    void sign() throws IOException {
        console = new RecordingConsole(folder);
        Files.createDirectories(folder.resolve("model"));
        Files.write(folder.resolve("model/weights.bin"), WEIGHTS);
        Files.writeString(folder.resolve("ci.pem"), key.publicKey().pem());
        var digest = Sha256.of(WEIGHTS);
        var predicate = Map.<String, Object>of(
                "serialization",
                Map.of("method", "files", "hash_type", "sha256"),
                "resources",
                List.of(Map.of("name", "weights.bin", "algorithm", "sha256", "digest", digest.hex())));
        var statement = new InTotoStatement(
                List.of(Subject.of("model", Sha256.of(digest.bytes()))), ModelManifest.PREDICATE_TYPE, predicate);
        var bundle = Map.of(
                "mediaType",
                "application/vnd.dev.sigstore.bundle.v0.3+json",
                "verificationMaterial",
                Map.of("publicKey", Map.of("hint", key.publicKey().pemHint())),
                "dsseEnvelope",
                statement.sign(key).toMap());
        new ObjectMapper().writeValue(folder.resolve("model/model.sig").toFile(), bundle);
    }

    @Test
    void whatTheGivenKeySignedIsValid() {
        assertThat(verify("--key", file("ci.pem"))).isZero();
        assertThat(console.out())
                .isEqualTo("VALID: Signed by ci.pem; 1 of 1 files hashed and equal.\nsha256:"
                        + Sha256.of(Sha256.of(WEIGHTS).bytes()) + "\n");
    }

    @Test
    void theTrustedKeysFileDecidesWithoutAKey() throws IOException {
        var yaml = "keys:\n- person: credit-ci\n  roles: [%s]\n  key: |\n"
                + key.publicKey().pem().lines().map(it -> "    " + it + "\n").reduce("", String::concat);
        Files.writeString(folder.resolve("keys.yaml"), yaml.formatted("signing"));
        assertThat(verify("--keys", file("keys.yaml"), "--json")).isZero();
        assertThat(console.out()).contains("\"status\" : \"valid\"", "\"signer\" : \"credit-ci\"");

        Files.writeString(folder.resolve("keys.yaml"), yaml.formatted("governance"));
        assertThat(verify("--keys", file("keys.yaml"))).isEqualTo(ExitCode.NOT_SIGNED);
        assertThat(console.out()).startsWith("UNKNOWN_SIGNER: Signed by credit-ci, whose key is not one for signing");
    }

    @Test
    void aChangedFileIsBrokenAndItsNameCannotSteerTheTerminal() throws IOException {
        Files.write(folder.resolve("model/e\u001b[2Jvil"), WEIGHTS);
        assertThat(verify("--key", file("ci.pem"))).isEqualTo(ExitCode.NOT_SIGNED);
        assertThat(console.out()).startsWith("BROKEN: ").contains("e?[2Jvil was not signed");
    }

    @Test
    void withoutABundleItIsUnsigned() throws IOException {
        Files.move(folder.resolve("model/model.sig"), folder.resolve("elsewhere.sig"));
        assertThat(verify("--key", file("ci.pem"))).isEqualTo(ExitCode.NOT_SIGNED);
        assertThat(console.out()).startsWith("UNSIGNED: ");
        assertThat(verify("--key", file("ci.pem"), "--bundle", file("elsewhere.sig")))
                .isZero();
    }

    @Test
    void whatIsNotThereIsBadInput() {
        assertThat(verify("--key", file("none.pem"))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(verify("--key", file("ci.pem"), "--bundle", file("none.sig")))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(console.run("signature", "verify", file("nowhere"), "--key", file("ci.pem")))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(console.err()).contains("neither a folder nor MODEL@VERSION");
        assertThat(verify()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(console.err()).contains("trusted-keys.yaml: no such file of trusted keys");
    }

    private int verify(String... more) {
        var arguments = new ArrayList<>(List.of("signature", "verify", file("model")));
        arguments.addAll(List.of(more));
        return console.run(arguments.toArray(String[]::new));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }
}
