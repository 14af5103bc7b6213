package jml.connectors.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import jml.core.release.OrchestratorContract;
import jml.core.release.PodCounts;
import jml.core.release.Rollout;
import jml.core.release.Workload;
import jml.core.source.SourceException;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/// Against the lab's API server with Argo Rollouts, in a namespace of its own.
@EnabledIfEnvironmentVariable(named = "JML_LAB_KUBECONFIG_VIEWER", matches = ".+")
class KubernetesLiveTest extends OrchestratorContract {
    private static LabFleet fleet;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private KubernetesOrchestrator current;
    private int replicas = 3;

    @BeforeAll
    static void makeFleet() throws Exception {
        fleet = new LabFleet();
        fleet.make();
    }

    @AfterAll
    static void removeFleet() {
        fleet.close();
    }

    @AfterEach
    void close() throws Exception {
        fleet.scale("ranker", 3);
        for (var each : opened.reversed()) {
            each.close();
        }
    }

    @Override
    protected KubernetesOrchestrator orchestrator() {
        if (current == null) {
            current = as("VIEWER");
        }
        return current;
    }

    @Override
    protected void change() {
        fleet.scale("ranker", ++replicas);
    }

    private KubernetesOrchestrator as(String who) {
        return at(Path.of(System.getenv("JML_LAB_KUBECONFIG_" + who)));
    }

    private KubernetesOrchestrator at(Path kubeconfig) {
        var settings = TestCluster.settings(List.of(LabFleet.NAMESPACE));
        var login = new KubeconfigLogin(
                Kubeconfigs.of("lab", kubeconfig.toString()), "lab", settings, InstantSource.system());
        return open(new KubernetesOrchestrator(settings, login, InstantSource.system()));
    }

    private KubernetesOrchestrator open(KubernetesOrchestrator orchestrator) {
        opened.add(orchestrator);
        return orchestrator;
    }

    /// Asks again after each change until the answer is as wanted.
    private static Workload await(KubernetesOrchestrator orchestrator, String name, Predicate<Workload> wanted)
            throws Exception {
        var changes = new LinkedBlockingQueue<Boolean>();
        orchestrator.onChange(() -> changes.add(true));
        Workload last = null;
        while (true) {
            try {
                last = find(orchestrator, name);
                if (wanted.test(last)) {
                    return last;
                }
            } catch (SourceException e) {
                // the wire is cut: the change that ends this wait is its return
            }
            if (changes.poll(40, TimeUnit.SECONDS) == null) {
                throw new AssertionError("never as wanted: " + last);
            }
        }
    }

    private static Workload find(KubernetesOrchestrator orchestrator, String name) throws Exception {
        return orchestrator.workloads().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyKindOfSignInIsKnownByName() throws Exception {
        assertThat(as("ADMIN").describe()).isEqualTo("Kubernetes v1.36.3, Argo Rollouts, as admin");
        assertThat(as("VIEWER").describe()).endsWith("as viewer");
        assertThat(as("EXEC").describe()).endsWith("as viewer");
        assertThat(as("CERTIFICATE").describe()).endsWith("as oncall");
    }

    @Test
    void theCanaryIsPausedAtAQuarter() throws Exception {
        var fraud = find(orchestrator(), "fraud");

        assertThat(fraud.rollout()).isNotNull();
        assertThat(fraud.rollout().phase()).isEqualTo(Rollout.Phase.PAUSED);
        assertThat(fraud.rollout().pause()).isEqualTo(Rollout.PauseReason.STEP);
        assertThat(fraud.rollout().weight()).isEqualTo(0.25);
        assertThat(fraud.revisions())
                .extracting(Workload.Revision::modelVersion)
                .startsWith("2", "1");
        assertThat(orchestrator().warnings()).isEmpty();
    }

    @Test
    void theAnalysisOfAReleaseUnderWayCounts() throws Exception {
        var judged = find(orchestrator(), "judged");

        assertThat(judged.rollout()).isNotNull();
        assertThat(judged.rollout().analyses()).singleElement().satisfies(run -> {
            assertThat(run.verdict()).isIn("Running", "Error", "Successful");
            assertThat(run.name()).startsWith("judged-");
        });
    }

    @Test
    void unschedulablePodsSayWhy() throws Exception {
        var oversized = await(
                orchestrator(), "oversized", each -> !each.pods().problems().isEmpty());

        assertThat(oversized.pods().problems())
                .extracting(PodCounts.Problem::reason)
                .containsExactly("Unschedulable");
    }

    @Test
    void theWatchFollowsAndComesBackAfterTheWireWasCut(@TempDir Path folder) throws Exception {
        var address = HttpUrl.get(System.getenv("JML_LAB_KUBE_APISERVER"));
        var proxy = new CuttableProxy(address.port());
        opened.add(proxy);
        var kubeconfig = folder.resolve("config");
        Files.writeString(
                kubeconfig,
                Files.readString(Path.of(System.getenv("JML_LAB_KUBECONFIG_VIEWER")))
                        .replace(":" + address.port(), ":" + proxy.port()));
        var orchestrator = at(kubeconfig);
        await(orchestrator, "ranker", each -> each.pods().ready() == 3);

        fleet.scale("ranker", 4);
        await(orchestrator, "ranker", each -> each.pods().ready() == 4);
        proxy.cut();
        var changes = new LinkedBlockingQueue<Boolean>();
        orchestrator.onChange(() -> changes.add(true));
        while (catchThrowableOfType(SourceException.class, orchestrator::workloads) == null) {
            assertThat(changes.poll(40, TimeUnit.SECONDS)).isNotNull();
        }
        assertThat(catchThrowableOfType(SourceException.class, orchestrator::workloads)
                        .kind())
                .isEqualTo(SourceException.Kind.UNREACHABLE);
        fleet.scale("ranker", 5);
        proxy.mend();

        // Pods and Deployments are watched apart, and either may come back first.
        await(
                orchestrator,
                "ranker",
                each -> each.pods().ready() == 5 && each.pods().desired() == 5);
        assertThat(orchestrator.describe()).doesNotContain("listed anew");
    }

    @Test
    void aMissingRightHidesOnlyWhatItHides() throws Exception {
        var settings = TestCluster.settings(List.of(LabFleet.NAMESPACE));
        var token = fleet.narrowToken();
        var login = new DirectLogin(
                settings,
                HttpUrl.get(System.getenv("JML_LAB_KUBE_APISERVER")),
                () -> "Bearer " + token,
                Path.of(System.getenv("JML_LAB_KUBE_CA")),
                null,
                null);
        var orchestrator = open(new KubernetesOrchestrator(settings, login, InstantSource.system()));

        assertThat(orchestrator.workloads())
                .extracting(Workload::name)
                .contains("ranker", "oversized")
                .doesNotContain("fraud");
        assertThat(orchestrator.warnings())
                .containsExactly("may not list rollouts.argoproj.io in " + LabFleet.NAMESPACE);
        assertThat(orchestrator.describe()).endsWith("as system:serviceaccount:" + LabFleet.NAMESPACE + ":narrow");
    }

    @Test
    void contextsAreThoseOfTheFile() throws Exception {
        var files = System.getenv("JML_LAB_KUBECONFIG_VIEWER")
                + File.pathSeparator
                + System.getenv("JML_LAB_KUBECONFIG_ADMIN");

        assertThat(Kubeconfigs.of("lab", files).contexts()).singleElement().satisfies(context -> {
            assertThat(context.name()).isEqualTo("lab");
            assertThat(context.user()).isEqualTo("viewer");
            assertThat(context.namespace()).isEqualTo("ml-serving");
        });
    }
}
