package jml.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import jml.app.Console;
import jml.app.profile.ProfileFile;
import jml.core.act.Confirmation;
import jml.core.act.Course;
import jml.core.act.Effect;
import jml.core.act.Offers;
import jml.core.act.Proposal;
import jml.core.audit.AuditVerification;
import jml.core.judge.Judgement.Verdict;
import jml.core.judge.Ruling;
import jml.core.model.ModelKey;
import jml.engine.Pacer;
import jml.store.audit.AuditFiles;
import jml.store.audit.JournalReading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/// The whole console on the lab: a bad canary is judged, taken back by the real Argo controller, and the model heals.
@EnabledIfEnvironmentVariable(named = "JML_LAB_FLEET", matches = ".+")
class ActingLiveTest {
    private static final ModelKey FRAUD = new ModelKey("lab", "risk.payments-fraud");

    /// Five minutes of warm-up, then some that prove it.
    private static final Duration JUDGED = Duration.ofMinutes(12);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final KubernetesClient oncall = new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(new File(LabServers.variable("KUBECONFIG_ONCALL"))))
            .build();

    @TempDir
    Path folder;

    @AfterEach
    void bringTheCanaryBack() {
        rollouts().subresource("status").patch(PatchContext.of(PatchType.JSON_MERGE), "{\"status\":{\"abort\":false}}");
        oncall.close();
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void theBadCanaryIsJudgedAndTakenBackAndTheJournalHolds() throws Exception {
        var data = folder.resolve("data");
        try (var console = Console.open(ProfileFile.read(profile()), data, Pacer.real(), 0)) {
            console.start();
            var ruling = LabServers.await("the judge's ROLLBACK", JUDGED, () -> ruling(console), it -> it.filter(
                                    said -> said.judgement().verdict() == Verdict.ROLLBACK)
                            .isPresent())
                    .orElseThrow();
            var proposal = cure(console, ruling);
            var preflight = console.acting().preflight(proposal);
            assertThat(preflight.obstacle()).as("%s", preflight.checks()).isEmpty();

            console.acting().confirm(preflight, new Confirmation("lab", "The judge says ROLLBACK", FRAUD.name()));
            var sent = LabServers.await("the abort's effect", PATIENCE, () -> course(console), ActingLiveTest::reached);
            assertThat(sent.steps().getFirst().act().title()).isEqualTo("Abort the rollout of fraud-scorer");
            assertThat(phase()).isEqualTo("Degraded");
            LabServers.await("the console without the candidate", PATIENCE, () -> candidate(console), String::isEmpty);
        }
        var files = AuditFiles.in(data);
        var report = AuditVerification.of(
                JournalReading.lines(files.journal()),
                JournalReading.notes(files.checkpoints()),
                JournalReading.keys(files.publicKeys()),
                false);
        assertThat(report.fault()).isEmpty();
        assertThat(Files.readString(files.journal())).contains("ROLLBACK");
    }

    private static Optional<Ruling> ruling(Console console) {
        return console.rulings().at(FRAUD, "3", Instant.now());
    }

    private static Proposal cure(Console console, Ruling ruling) {
        var fleet = console.timeline().live().snapshot();
        var offers = new Offers(UUID::randomUUID, console.servingAliases())
                .now(fleet, LabConsole.row(fleet, FRAUD.name()), Optional.of(ruling));
        assertThat(offers)
                .filteredOn(it -> it.purpose() == Proposal.Purpose.PROMOTE)
                .allSatisfy(it -> assertThat(it.reason()).contains("the judge says ROLLBACK"));
        return offers.stream()
                .filter(it -> it.purpose() == Proposal.Purpose.ROLL_BACK)
                .findFirst()
                .orElseThrow()
                .proposal();
    }

    private static Course course(Console console) {
        return console.acting().courses().getFirst();
    }

    private static boolean reached(Course course) {
        var effect = course.steps().getFirst().effect();
        return effect != null && effect.state() == Effect.State.REACHED;
    }

    private static String candidate(Console console) {
        var fleet = console.timeline().live().snapshot();
        return fleet.model(LabConsole.row(fleet, FRAUD.name())).candidate();
    }

    private Path profile() throws Exception {
        var file = folder.resolve("lab.yaml");
        Files.writeString(file, """
                environments:
                - name: lab
                  stage: staging
                  sources:
                  - {name: prometheus, product: prometheus, url: '%s'}
                  - {name: alertmanager, product: alertmanager, url: '%s'}
                  - {name: mlflow, product: mlflow, url: '%s'}
                  - {name: kubernetes, product: kubernetes, kubeconfig: '%s', namespaces: [ml-serving]}
                """.formatted(
                        LabServers.variable("PROMETHEUS"),
                        LabServers.variable("ALERTMANAGER"),
                        LabServers.variable("MLFLOW"),
                        LabServers.variable("KUBECONFIG_ONCALL")));
        return file;
    }

    private Resource<GenericKubernetesResource> rollouts() {
        return oncall.genericKubernetesResources("argoproj.io/v1alpha1", "Rollout")
                .inNamespace(Cluster.NAMESPACE)
                .withName("fraud-scorer");
    }

    private String phase() {
        return rollouts().get().get("status", "phase");
    }
}
