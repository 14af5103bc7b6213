package jml.connectors.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodHealthTest {
    private static PodHealth health(String status) throws Exception {
        return PodHealth.of(new ObjectMapper().readTree("{\"metadata\":{},\"status\":{%s}}".formatted(status)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "conditions":[{"type":"Ready","status":"True"}] | `` | false
        "containerStatuses":[{"name":"m","state":{"waiting":{"reason":"ContainerCreating"}}}] | ContainerCreating | false
        "containerStatuses":[{"name":"m","state":{"waiting":{"reason":"ErrImagePull"}}}] | ErrImagePull | true
        "containerStatuses":[{"name":"m","state":{"waiting":{"reason":"CreateContainerConfigError"}}}] | CreateContainerConfigError | true
        "containerStatuses":[{"name":"a","state":{"waiting":{"reason":"PodInitializing"}}},{"name":"m","state":{"waiting":{"reason":"CrashLoopBackOff"}}}] | CrashLoopBackOff | true
        "initContainerStatuses":[{"name":"i","state":{"terminated":{"exitCode":0,"reason":"Completed"}}}],"containerStatuses":[{"name":"m","state":{"waiting":{"reason":"ImagePullBackOff"}}}] | ImagePullBackOff | true
        "initContainerStatuses":[{"name":"i","state":{"terminated":{"exitCode":1,"reason":"Error"}}}] | Error | true
        "containerStatuses":[{"name":"m","state":{"terminated":{"exitCode":137,"reason":"OOMKilled"}}}] | OOMKilled | true
        "containerStatuses":[{"name":"m","ready":false,"state":{"running":{}},"lastState":{"terminated":{"exitCode":137,"reason":"OOMKilled"}}}] | OOMKilled | true
        "conditions":[{"type":"PodScheduled","status":"False","reason":"SchedulingGated"}] | SchedulingGated | true
        "conditions":[{"type":"Ready","status":"False","reason":"ContainersNotReady"}],"containerStatuses":[{"name":"m","state":{"running":{}}}] | ContainersNotReady | false
        "reason":"Evicted","message":"low on memory" | Evicted | true
        "phase":"Pending" | ContainersNotReady | false
        """)
    void theReasonIsTheMostSpecialOne(String status, String reason, boolean fault) throws Exception {
        var health = health(status);

        assertThat(health.reason()).isEqualTo(reason);
        assertThat(health.fault()).isEqualTo(fault);
    }
}
