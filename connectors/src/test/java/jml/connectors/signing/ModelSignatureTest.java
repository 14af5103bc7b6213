package jml.connectors.signing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jml.core.approval.ArtifactVerification;
import jml.core.approval.TrustedKey;
import jml.core.registry.ArtifactSignature;
import jml.core.registry.ArtifactSignature.Status;
import jml.core.signing.InTotoStatement;
import jml.core.signing.InTotoStatement.Subject;
import jml.core.signing.JsonReader;
import jml.core.signing.MalformedException;
import jml.core.signing.ModelManifest;
import jml.core.signing.Sha256;
import jml.core.signing.SigningKey;
import jml.core.signing.UnsupportedSignatureException;
import jml.core.signing.VerifyingKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Signatures made by the real tool (see README.md beside them), on the folder that it signed and on changed ones.
class ModelSignatureTest {
    private static final Path RECORDED = Path.of("src/test/resources/jml/connectors/signing/oms");
    private static final Instant SIGNED = Instant.parse("2026-11-24T18:00:00Z");
    private static final Sha256 DIGEST =
            Sha256.ofHex("213bbd6708cfb09ac0cadccfffea2837e090a146cf6e7b1902b2ce2264379c9f");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonReader READER = bytes -> {
        try {
            return JSON.readValue(bytes, new TypeReference<>() {});
        } catch (IOException e) {
            throw new MalformedException("not JSON", e);
        }
    };

    @TempDir
    Path model;

    @BeforeEach
    void copy() throws IOException {
        for (var name : List.of("MLmodel", "requirements.txt", "data/weights.bin")) {
            Files.createDirectories(model.resolve(name).getParent());
            Files.copy(RECORDED.resolve("model").resolve(name), model.resolve(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ec256", "ec384", "ed25519"})
    void whatATrustedKeySignedIsValid(String key) throws Exception {
        var found = check(key, trusted(key, "signing"));

        assertThat(found)
                .isEqualTo(new ArtifactSignature(
                        Status.VALID, "credit-ci", DIGEST, "Signed by credit-ci; 3 of 3 files hashed and equal."));
    }

    @Test
    void aCertificateCountsWhenATrustedAuthorityVouchesForIt() throws Exception {
        var found = check("certificate", trusted("authority", "signing-authority"));

        assertThat(found.status()).isEqualTo(Status.VALID);
        assertThat(found.signer()).isEqualTo("credit-ci (vouched for by credit-ci)");
    }

    @Test
    void aCertificateNeedsAnAuthorityWithThatRoleAndItsTime() throws Exception {
        assertThat(check("certificate", trusted("authority", "signing")))
                .extracting(ArtifactSignature::status, ArtifactSignature::signer)
                .containsExactly(Status.UNKNOWN_SIGNER, "credit-ci");
        assertThat(check("certificate", trusted("stranger", "signing-authority"))
                        .status())
                .isEqualTo(Status.UNKNOWN_SIGNER);
        var ended = Instant.parse("2027-01-01T00:00:00Z");
        assertThat(check("certificate", ended, trusted("authority", "signing-authority"))
                        .status())
                .isEqualTo(Status.UNKNOWN_SIGNER);
    }

    @Test
    void withoutASignatureTheDigestIsTheOneThatItWouldHave() throws Exception {
        assertThat(check((byte[]) null, SIGNED, List.of()))
                .extracting(ArtifactSignature::status, ArtifactSignature::digest)
                .containsExactly(Status.UNSIGNED, DIGEST);
    }

    @Test
    void anotherKeyAKeyForSomethingElseAndARevokedOneAreUnknown() throws Exception {
        var now = List.of(
                check("stranger", trusted("ec256", "signing")),
                check("ec256", trusted("ec256", "governance")),
                check("ec256", SIGNED, List.of(key("ec256", Set.of("signing"), null, SIGNED.plusSeconds(9)))),
                check("ec256", SIGNED, List.of(key("ec256", Set.of("signing"), SIGNED, null))));

        assertThat(now).extracting(ArtifactSignature::status).containsOnly(Status.UNKNOWN_SIGNER);
        assertThat(now)
                .extracting(ArtifactSignature::sentence)
                .satisfiesExactly(
                        one -> assertThat(one).contains("not among the trusted keys"),
                        one -> assertThat(one).contains("not one for signing models"),
                        one -> assertThat(one).contains("revoked at 2026-11-24T18:00:09Z: lost laptop"),
                        one -> assertThat(one).contains("had ended at 2026-11-24T18:00:00Z"));
    }

    @Test
    void aFlippedByteInAFileIsBroken() throws Exception {
        var weights = model.resolve("data/weights.bin");
        var bytes = Files.readAllBytes(weights);
        bytes[500] ^= 1;
        Files.write(weights, bytes);

        assertThat(check("ec256", trusted("ec256", "signing")))
                .extracting(ArtifactSignature::status, ArtifactSignature::sentence)
                .containsExactly(
                        Status.BROKEN,
                        "Signed by credit-ci, and not what was signed: data/weights.bin is not the file that was signed.");
    }

    @Test
    void aFileMoreAndAFileLessAreBroken() throws Exception {
        Files.writeString(model.resolve("data/evil.py"), "import os");
        Files.delete(model.resolve("requirements.txt"));

        assertThat(check("ec256", trusted("ec256", "signing")).sentence())
                .contains("requirements.txt is missing", "data/evil.py was not signed");
    }

    @Test
    void whatTheSignatureIgnoresMayLieThere() throws Exception {
        Files.createDirectories(model.resolve(".git"));
        Files.writeString(model.resolve(".git/HEAD"), "ref");
        Files.copy(RECORDED.resolve("ec256.sig"), model.resolve("model.sig"));

        assertThat(check("ec256", trusted("ec256", "signing")).status()).isEqualTo(Status.VALID);
    }

    @Test
    void aSymbolicLinkToTheVerySameBytesIsBroken() throws Exception {
        var weights = model.resolve("data/weights.bin");
        Files.delete(weights);
        Files.createSymbolicLink(
                weights, RECORDED.resolve("model/data/weights.bin").toAbsolutePath());

        assertThat(check("ec256", trusted("ec256", "signing")))
                .extracting(ArtifactSignature::status, ArtifactSignature::sentence)
                .satisfies(found -> {
                    assertThat(found.get(0)).isEqualTo(Status.BROKEN);
                    assertThat(found.get(1).toString()).contains("is a symbolic link");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ec256", "ec384", "certificate"})
    void aFlippedByteInStatementOrSignatureIsBroken(String name) throws Exception {
        var trusted = new ArrayList<>(trusted(name.equals("certificate") ? "authority" : name, "signing"));
        trusted.addAll(trusted("stranger", "signing-authority"));
        for (var member : List.of("payload", "sig")) {
            var bundle =
                    (ObjectNode) JSON.readTree(RECORDED.resolve(name + ".sig").toFile());
            var envelope = (ObjectNode) bundle.get("dsseEnvelope");
            var at = member.equals("sig")
                    ? (ObjectNode) envelope.get("signatures").get(0)
                    : envelope;
            var bytes = Base64.getDecoder().decode(at.get(member).asText());
            bytes[bytes.length / 2] ^= 1;
            at.put(member, Base64.getEncoder().encodeToString(bytes));

            assertThat(check(JSON.writeValueAsBytes(bundle), SIGNED, trusted).status())
                    .as(member)
                    .isEqualTo(Status.BROKEN);
        }
    }

    @Test
    void whatIsNoBundleIsBroken() throws Exception {
        assertThat(check("{\"mediaType\":\"text\"}".getBytes(UTF_8), SIGNED, List.of())
                        .status())
                .isEqualTo(Status.BROKEN);
        assertThat(check("no".getBytes(ISO_8859_1), SIGNED, List.of()).status()).isEqualTo(Status.BROKEN);
    }

    @Test
    void aTrustedKeyUnderAnotherStatementDoesNotCount() throws Exception {
        assertThat(own("https://example.com/other", resources("MLmodel"), "files")
                        .sentence())
                .contains("not a model's signature: a statement of type https://example.com/other");
    }

    @Test
    void aStatementThatContradictsItselfOrLeavesTheModelIsBroken() throws Exception {
        var other = new HashMap<>(resources("MLmodel").getFirst());
        other.put("digest", Sha256.ZERO.hex());
        var resources = resources("MLmodel");
        assertThat(own(ModelManifest.PREDICATE_TYPE, List.of(other), "files", resources)
                        .sentence())
                .contains("its subject has another");
        for (var path : List.of("../MLmodel", "/etc/passwd", "a//b", "a/./b", "a\\b")) {
            assertThat(own(ModelManifest.PREDICATE_TYPE, resources(path), "files")
                            .sentence())
                    .contains("a file outside the model: " + path);
        }
        assertThat(own(ModelManifest.PREDICATE_TYPE, resources("MLmodel", "MLmodel"), "files")
                        .sentence())
                .contains("MLmodel is there twice");
    }

    @Test
    void aMethodThatTheConsoleDoesNotComputeIsNeitherRightNorWrong() {
        assertThatThrownBy(() -> own(ModelManifest.PREDICATE_TYPE, resources("MLmodel:0:9"), "shards"))
                .isInstanceOf(UnsupportedSignatureException.class)
                .hasMessageContaining("shards");
    }

    private ArtifactSignature own(String type, List<Map<String, String>> resources, String method) throws Exception {
        return own(type, resources, method, resources);
    }

    private ArtifactSignature own(
            String type, List<Map<String, String>> resources, String method, List<Map<String, String>> about)
            throws Exception {
        var digest = Sha256.of(
                about.stream().map(it -> Sha256.ofHex(it.get("digest")).bytes()).toArray(byte[][]::new));
        var predicate =
                Map.of("serialization", Map.of("method", method, "hash_type", "sha256"), "resources", resources);
        var key = SigningKey.generate();
        var envelope = new InTotoStatement(List.of(Subject.of("model", digest)), type, predicate).sign(key);
        var bundle = Map.of(
                "mediaType",
                "application/vnd.dev.sigstore.bundle.v0.3+json",
                "verificationMaterial",
                Map.of("publicKey", Map.of("hint", key.publicKey().pemHint())),
                "dsseEnvelope",
                envelope.toMap());
        var trusted = new TrustedKey("own", Set.of("signing"), key.publicKey(), null, null, null, "");
        var found = check(JSON.writeValueAsBytes(bundle), SIGNED, List.of(trusted));
        assertThat(found.status()).isEqualTo(Status.BROKEN);
        return found;
    }

    private static List<Map<String, String>> resources(String... paths) {
        return Arrays.stream(paths)
                .map(path -> Map.of(
                        "name",
                        path,
                        "algorithm",
                        "sha256",
                        "digest",
                        Sha256.of(path.getBytes(UTF_8)).hex()))
                .toList();
    }

    private ArtifactSignature check(String bundle, List<TrustedKey> trusted) throws Exception {
        return check(bundle, SIGNED, trusted);
    }

    private ArtifactSignature check(String bundle, Instant at, List<TrustedKey> trusted) throws Exception {
        return check(Files.readAllBytes(RECORDED.resolve(bundle + ".sig")), at, trusted);
    }

    private ArtifactSignature check(byte @Nullable [] bundle, Instant at, List<TrustedKey> trusted) throws Exception {
        var folder = ModelFolder.read(model, null);
        return new ArtifactVerification(trusted, READER).check(bundle, folder.files(), at);
    }

    private static List<TrustedKey> trusted(String key, String role) throws Exception {
        return List.of(key(key, Set.of(role), null, null));
    }

    private static TrustedKey key(String name, Set<String> roles, @Nullable Instant until, @Nullable Instant revoked)
            throws Exception {
        var key = VerifyingKey.ofPem(Files.readString(RECORDED.resolve(name + ".pub")));
        return new TrustedKey("credit-ci", roles, key, null, until, revoked, "lost laptop");
    }
}
