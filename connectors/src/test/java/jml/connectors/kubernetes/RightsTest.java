package jml.connectors.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jml.connectors.Recorded;
import jml.core.source.Connections.Check;
import jml.core.source.Connections.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RightsTest {
    private FakeApiServer server;

    @BeforeEach
    void start() throws Exception {
        server = new FakeApiServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ConnectionTrial trial(String... namespaces) {
        var settings = TestCluster.settings(List.of(namespaces));
        return new ConnectionTrial(settings, TestCluster.login(settings, server.url()));
    }

    @Test
    void aConnectionThatWorksSaysSoLineByLine() throws Exception {
        var report = trial("ml-serving").run();

        assertThat(report.checks()).extracting(Check::outcome).containsOnly(Outcome.WORKS);
        assertThat(report.checks())
                .extracting(Check::what)
                .containsExactly(
                        "Reach the API server",
                        "Sign in",
                        "May list and watch pods in ml-serving",
                        "May list and watch deployments.apps in ml-serving",
                        "May list and watch replicasets.apps in ml-serving",
                        "May list and watch rollouts.argoproj.io in ml-serving",
                        "May list and watch analysisruns.argoproj.io in ml-serving");
        assertThat(report.checks()).extracting(Check::finding).startsWith("Kubernetes v1.36.3", "as viewer");
        assertThat(report.remedy()).isEmpty();
    }

    @Test
    void whatIsMissingIsNamedWithTheNarrowestRoleThatGivesIt() throws Exception {
        server.deny("watch", Resource.PODS).deny("list", Resource.ROLLOUTS).deny("watch", Resource.ROLLOUTS);

        var report = trial("ml-serving").run();

        assertThat(report.checks())
                .filteredOn(check -> check.outcome() != Outcome.WORKS)
                .containsExactly(
                        new Check(
                                "May list and watch pods in ml-serving",
                                Outcome.WORKS_PARTLY,
                                "may not watch pods in ml-serving"),
                        new Check(
                                "May list and watch rollouts.argoproj.io in ml-serving",
                                Outcome.FAILS,
                                "may not list or watch rollouts.argoproj.io in ml-serving"));
        assertThat(report.remedy()).isEqualTo("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata:
                  name: jml-console-reader
                  namespace: ml-serving
                rules:
                - apiGroups: [""]
                  resources: [pods]
                  verbs: [watch]
                - apiGroups: ["argoproj.io"]
                  resources: [rollouts]
                  verbs: [list, watch]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata:
                  name: jml-console-reader
                  namespace: ml-serving
                roleRef:
                  apiGroup: rbac.authorization.k8s.io
                  kind: Role
                  name: jml-console-reader
                subjects:
                - apiGroup: rbac.authorization.k8s.io
                  kind: User
                  name: 'viewer'
                """);
    }

    @Test
    void forAllNamespacesTheRoleIsOneOfTheCluster() throws Exception {
        server.deny("list", Resource.PODS);

        assertThat(trial().run().remedy())
                .contains("kind: ClusterRole\n", "kind: ClusterRoleBinding\n")
                .doesNotContain("namespace:");
    }

    @Test
    void refusedCredentialsSayHowToRenewThem() throws Exception {
        server.refuseAll(Recorded.answer(FakeApiServer.RECORDED + "unauthorized"));

        assertThat(trial("ml").run().checks()).singleElement().satisfies(check -> {
            assertThat(check.outcome()).isEqualTo(Outcome.FAILS);
            assertThat(check.finding()).contains("401").contains("renew the credentials");
        });
    }

    @Test
    void aServerThatIsNoneIsToldApart() throws Exception {
        server.refuseAll(Recorded.answer(FakeApiServer.RECORDED + "no-argo"));

        assertThat(trial("ml").run().checks())
                .singleElement()
                .extracting(Check::finding)
                .asString()
                .contains("no Kubernetes answers here");
    }
}
