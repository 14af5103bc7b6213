package jml.connectors.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jml.core.release.Rollout;
import jml.core.release.Rollout.PauseReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentReaderTest {
    private static Rollout rollout(String spec, String status) throws Exception {
        return new DeploymentReader()
                .read(new ObjectMapper().readTree("""
                {"metadata":{"uid":"u","namespace":"ml","name":"ranker","generation":3},
                 "spec":{"replicas":4,"template":{}%s},
                 "status":{"observedGeneration":3%s}}""".formatted(spec, status)))
                .rollout();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        4 | 4 | 4 | HEALTHY     | ''
        2 | 5 | 4 | PROGRESSING | 2 of 4 new replicas have been updated
        4 | 6 | 4 | PROGRESSING | 2 old replicas are pending termination
        4 | 4 | 1 | PROGRESSING | 1 of 4 updated replicas are available
        """)
    void progressIsJudgedInTheOrderOfKubectl(int updated, int total, int available, Rollout.Phase phase, String message)
            throws Exception {
        var rollout = rollout(
                "",
                ",\"updatedReplicas\":%d,\"replicas\":%d,\"availableReplicas\":%d"
                        .formatted(updated, total, available));

        assertThat(rollout.phase()).isEqualTo(phase);
        assertThat(rollout.message()).isEqualTo(message);
    }

    @Test
    void aStatusOfAnOlderChangeIsNotBelieved() throws Exception {
        var rollout =
                rollout("", ",\"observedGeneration\":2,\"updatedReplicas\":4,\"replicas\":4,\"availableReplicas\":4");

        assertThat(rollout.phase()).isEqualTo(Rollout.Phase.PROGRESSING);
        assertThat(rollout.current()).isFalse();
    }

    @Test
    void aDeadlineThatPassedIsAFailure() throws Exception {
        var rollout = rollout("", """
                ,"updatedReplicas":1,"replicas":5,"conditions":[{"type":"Progressing","status":"False",
                 "reason":"ProgressDeadlineExceeded","message":"ReplicaSet \\"ranker-1\\" has timed out progressing.",
                 "lastTransitionTime":"2026-11-24T07:00:00Z"}]""");

        assertThat(rollout.phase()).isEqualTo(Rollout.Phase.DEGRADED);
        assertThat(rollout.message()).contains("has timed out progressing");
        assertThat(rollout.since()).isEqualTo("2026-11-24T07:00:00Z");
    }

    @Test
    void onePausedHalfWayWaitsForAPerson() throws Exception {
        var rollout = rollout(",\"paused\":true", ",\"updatedReplicas\":1,\"replicas\":4");

        assertThat(rollout.phase()).isEqualTo(Rollout.Phase.PAUSED);
        assertThat(rollout.pause()).isEqualTo(PauseReason.PERSON);
    }

    @Test
    void oneThatNoControllerHasSeenHasNoProgress() throws Exception {
        var deployment = new ObjectMapper()
                .readTree(
                        "{\"metadata\":{\"uid\":\"u\",\"namespace\":\"ml\",\"name\":\"new\"},\"spec\":{},\"status\":{}}");

        assertThat(new DeploymentReader().read(deployment).rollout()).isNull();
    }
}
