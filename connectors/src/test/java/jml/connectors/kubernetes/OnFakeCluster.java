package jml.connectors.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jml.core.source.SourceException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// An orchestrator on a fake API server that holds what was recorded, and ways to wait for what it tells.
class OnFakeCluster {
    protected static final String GONE = """
            {"type":"ERROR","object":{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure",\
            "message":"too old resource version: 1 (1500)","reason":"Expired","code":410}}""";

    protected final LinkedBlockingQueue<Boolean> changes = new LinkedBlockingQueue<>();
    protected final RecordingPause pause = new RecordingPause();
    protected FakeApiServer server;
    protected KubernetesOrchestrator orchestrator;

    @BeforeEach
    protected void connect() throws Exception {
        server = new FakeApiServer().holding(Resource.values());
        orchestrator = TestCluster.at(server, TestCluster.settings(List.of("jml-connector-test")), pause);
        orchestrator.onChange(() -> changes.add(true));
    }

    @AfterEach
    protected void disconnect() {
        orchestrator.close();
        server.close();
    }

    protected int ready(String name) throws Exception {
        return orchestrator.workloads().stream()
                .filter(each -> each.name().equals(name))
                .mapToInt(each -> each.pods().ready())
                .sum();
    }

    protected void awaitReady(String name, int wanted) throws Exception {
        while (ready(name) != wanted) {
            assertThat(changes.poll(30, TimeUnit.SECONDS)).as("a change").isNotNull();
        }
    }

    protected SourceException awaitFailure() throws Exception {
        while (true) {
            var problem = catchThrowableOfType(SourceException.class, orchestrator::workloads);
            if (problem != null) {
                return problem;
            }
            assertThat(changes.poll(30, TimeUnit.SECONDS)).as("a change").isNotNull();
        }
    }

    protected void awaitReturn() throws Exception {
        while (catchThrowableOfType(SourceException.class, orchestrator::workloads) != null) {
            assertThat(changes.poll(30, TimeUnit.SECONDS)).as("its return").isNotNull();
        }
    }
}
