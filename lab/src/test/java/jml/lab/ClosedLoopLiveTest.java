package jml.lab;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/// A plain patch of the API, as anyone may send it, changes what is simulated.
@EnabledIfEnvironmentVariable(named = "JML_LAB_FLEET", matches = ".+")
class ClosedLoopLiveTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /// Some five hundred predictions: chance moves the share by a percent, so one window alone proves nothing.
    private static final Duration WATCHED = Duration.ofSeconds(25);

    private final LabServers servers = new LabServers();
    private final KubernetesClient oncall = new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(new File(LabServers.variable("KUBECONFIG_ONCALL"))))
            .build();

    @AfterEach
    void bringTheCanaryBack() throws Exception {
        patchStatus("{\"status\":{\"abort\":false}}");
        awaitPhase("Paused");
        oncall.close();
    }

    @Test
    void abortingTheBadCanaryHealsTheModel() throws Exception {
        awaitPhase("Paused");
        LabServers.await("the harm of the bad canary", PATIENCE, this::fidelityFromNowOn, share -> share < 0.975);

        patchStatus("{\"status\":{\"abort\":true}}");
        awaitDegraded();
        try (var console = new LabConsole()) {
            LabServers.await("the console without the candidate", PATIENCE, console::look, fleet -> fleet.model(
                            LabConsole.row(fleet, "risk.payments-fraud"))
                    .candidate()
                    .isEmpty());
        }
        LabServers.await(
                "no series of the canary", PATIENCE, this::exposition, text -> !text.contains("version=\"3\""));
        LabServers.await("a model without harm", PATIENCE, this::fidelityFromNowOn, share -> share > 0.98);
    }

    // Argo Rollouts 1.9.1 may miss an abort until the rollout changes again (lab/README.md).
    private void awaitDegraded() throws Exception {
        var began = Instant.now();
        LabServers.await("Degraded", PATIENCE, this::phase, phase -> {
            if (!phase.equals("Degraded") && Instant.now().isAfter(began.plusSeconds(5))) {
                oncall.genericKubernetesResources("argoproj.io/v1alpha1", "Rollout")
                        .inNamespace(Cluster.NAMESPACE)
                        .withName("fraud-scorer")
                        .patch(
                                PatchContext.of(PatchType.JSON_MERGE),
                                "{\"metadata\":{\"annotations\":{\"lab/nudge\":\"" + Instant.now() + "\"}}}");
            }
            return phase.equals("Degraded");
        });
    }

    private void awaitPhase(String wanted) throws Exception {
        LabServers.await(wanted, PATIENCE, this::phase, wanted::equals);
    }

    private String phase() {
        return oncall.genericKubernetesResources("argoproj.io/v1alpha1", "Rollout")
                .inNamespace(Cluster.NAMESPACE)
                .withName("fraud-scorer")
                .get()
                .get("status", "phase");
    }

    private void patchStatus(String patch) {
        oncall.genericKubernetesResources("argoproj.io/v1alpha1", "Rollout")
                .inNamespace(Cluster.NAMESPACE)
                .withName("fraud-scorer")
                .subresource("status")
                .patch(PatchContext.of(PatchType.JSON_MERGE), patch);
    }

    private String exposition() throws Exception {
        var own = servers.text(LabServers.variable("FLEET") + "/metrics")
                .lines()
                .filter(line -> line.contains("model=\"fraud_v2\""));
        return String.join("\n", own.toList());
    }

    /// Agreed of compared predictions while it is watched, all versions together.
    private double fidelityFromNowOn() throws Exception {
        var first = exposition();
        Thread.sleep(WATCHED);
        var last = exposition();
        return (sum(last, "agreed") - sum(first, "agreed")) / (sum(last, "compared") - sum(first, "compared"));
    }

    private static double sum(String exposition, String what) {
        return Pattern.compile("(?m)^model_predictions_" + what + "_total\\{[^}]*} (\\S+)")
                .matcher(exposition)
                .results()
                .mapToDouble(sample -> Double.parseDouble(sample.group(1)))
                .sum();
    }
}
