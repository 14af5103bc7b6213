package jml.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import jml.app.approval.ProfileTrust;
import jml.app.cli.ConsoleCommand;
import jml.app.connect.SourceWiring;
import jml.app.profile.Profile;
import jml.app.profile.ProfileFile;
import jml.core.act.Actuator;
import jml.core.approval.Approval;
import jml.core.approval.Approvals;
import jml.core.registry.ArtifactSignatures;
import jml.core.registry.ModelRegistry;
import jml.core.registry.RegisteredModel;
import jml.core.source.SourceException;
import jml.core.source.SourceSettings;
import jml.engine.Pacer;
import jml.engine.approval.Registries;
import jml.engine.approval.SignedApprovals;
import jml.gameday.SimulatedFleet;
import jml.gameday.approval.SimulatedPeople;
import jml.store.audit.AuditFiles;
import jml.store.audit.FileAuditJournal;
import jml.store.audit.StrictJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/// An approval in a real registry: the release is the simulated one, the model lies in MLflow. Verified by the
/// console's own command and by openssl.
@EnabledIfEnvironmentVariable(named = "JML_LAB_MLFLOW", matches = ".+")
class ApprovalLiveTest {
    private static final int CANDIDATE = 8;

    /// Its own: the lab's models are everybody's.
    private static final String NAME = "jml-approval-live-test";

    private final SimulatedFleet fleet = SimulatedFleet.of(7, 24, Instant.now());
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @BeforeEach
    void register() throws Exception {
        mlflow("DELETE", "registered-models/delete", "{\"name\":\"" + NAME + "\"}");
        mlflow("POST", "registered-models/create", "{\"name\":\"" + NAME + "\"}");
        for (int version = 1; version <= CANDIDATE; version++) {
            mlflow(
                    "POST",
                    "model-versions/create",
                    "{\"name\":\"" + NAME + "\",\"source\":\"s3://none/" + version + "\"}");
        }
        var digest = "sha256:" + "c4".repeat(32);
        mlflow(
                "POST",
                "model-versions/set-tag",
                "{\"name\":\"" + NAME + "\",\"version\":\"8\",\"key\":\"jml.digest\",\"value\":\"" + digest + "\"}");
    }

    @AfterEach
    void forget() throws Exception {
        mlflow("DELETE", "registered-models/delete", "{\"name\":\"" + NAME + "\"}");
    }

    private void mlflow(String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(LabServers.variable("MLFLOW") + "/api/2.0/mlflow/" + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        http.send(request, HttpResponse.BodyHandlers.discarding());
    }

    @Test
    void whatIsApprovedHereVerifiesEverywhere() throws Exception {
        var profile = profile();
        var source = profile.source("mlflow").orElseThrow();
        var approvals = approvals(new SourceWiring(profile.severity(), Pacer.real()), source);
        var review = approvals.pending().getFirst();
        assertThat(review.evidence().version()).isEqualTo("8");

        var wish = new Approvals.Wish(Approval.Decision.APPROVE, "Read in the lab.", Optional.empty(), false);
        assertThat(approvals.decide(review, wish).valid()).isTrue();

        assertThat(approvals.pending()).isEmpty();
        var keys = folder.resolve("trusted-keys.yaml");
        var key = new SimulatedPeople().own("approval").publicKey();
        Files.writeString(keys, "keys:\n- person: pat\n  key: |\n" + key.pem().indent(4));
        assertThat(console("approval", "verify", NAME + "@8")).isZero();
        assertThat(console("approval", "show", NAME + "@8", "--out", folder.toString()))
                .isZero();
        Files.writeString(folder.resolve("key.pem"), key.pem());
        assertThat(openssl()).contains("Signature Verified Successfully");
    }

    private Profile profile() throws Exception {
        var file = Files.writeString(folder.resolve("profile.yaml"), """
                environments:
                - name: lab
                  stage: staging
                  sources:
                  - {name: mlflow, product: mlflow, url: '%s'}
                """.formatted(LabServers.variable("MLFLOW")));
        return ProfileFile.read(file);
    }

    private SignedApprovals approvals(SourceWiring wiring, SourceSettings source) throws Exception {
        ModelRegistry registry = wiring.registry(source);
        Actuator actuator = wiring.registryActs(source, "pat");
        var simulated = Profile.simulated();
        var trust = new ProfileTrust(simulated, folder, "pat");
        var journal = FileAuditJournal.open(AuditFiles.in(folder), new SimulatedPeople(), Pacer.real());
        return new SignedApprovals(
                () -> fleet.snapshot(Instant.now()),
                (_, _, _) -> Optional.empty(),
                new SignedApprovals.Rules(simulated.governance().approvals(), null, trust),
                new SignedApprovals.Means(
                        new OneRegistry(registry), _ -> Optional.of(actuator), trust.keys(), journal, new StrictJson()),
                Pacer.real());
    }

    private int console(String... words) {
        var arguments = new String[words.length + 2];
        arguments[0] = "--profile";
        arguments[1] = folder.resolve("profile.yaml").toString();
        System.arraycopy(words, 0, arguments, 2, words.length);
        var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return ConsoleCommand.run(arguments, out, out);
    }

    /// The guide's own lines (docs/approvals.md).
    private String openssl() throws Exception {
        var script = """
                cp *.approval.json approval.json
                member() { grep -o "\\"$1\\":\\"[^\\"]*\\"" approval.json | head -n 1 | cut -d'"' -f4; }
                member payload | base64 -d > payload
                member sig | base64 -d > sig
                type=$(member payloadType)
                { printf 'DSSEv1 %d %s %d ' ${#type} "$type" $(wc -c < payload); cat payload; } > signed
                openssl pkeyutl -verify -rawin -pubin -inkey key.pem -in signed -sigfile sig
                """;
        var process = new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private record OneRegistry(ModelRegistry registry) implements Registries {
        @Override
        public Optional<ModelRegistry> connected(String source) {
            return Optional.of(registry);
        }

        @Override
        public Optional<ArtifactSignatures> signatures(String source) {
            return Optional.empty();
        }

        @Override
        public Optional<RegisteredModel> polled(String source, String model) {
            try {
                return registry.models().stream()
                        .filter(it -> it.name().equals(NAME))
                        .findFirst();
            } catch (SourceException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
