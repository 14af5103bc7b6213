package jml.core.fleet.identity;

import static jml.core.fleet.identity.Sketch.ISTIO;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedServersTest {
    @Test
    void aServerIsSharedByTheRowsItHosts() {
        var identified = new Sketch()
                .model("a", "jml.workload=triton")
                .model("b", "jml.workload=lone")
                .model("c", "jml.workload=triton")
                .workload("ml/triton")
                .workload("ml/lone")
                .identify();

        assertThat(identified.roster().besides(0))
                .extracting(it -> it.key().name())
                .containsExactly("c");
        assertThat(identified.roster().besides(1)).isEmpty();
        assertThat(identified.roster().models().get(0).resources().gpus()).isEqualTo(1.5);
        assertThat(identified.roster().models().get(1).resources().gpus()).isEqualTo(3);
        assertThat(identified.roster().models().get(0).pods().total()).isEqualTo(2);
    }

    @Test
    void seriesOfAServerAreSharedByItsModels() {
        var labels = new String[] {"namespace=ml", "destination_workload=triton"};
        var identified = new Sketch()
                .model("a", "jml.workload=triton")
                .model("b")
                .model("c", "jml.workload=triton")
                .workload("ml/triton")
                .workload("ml/b")
                .series(ISTIO, labels)
                .series(ISTIO, "namespace=ml", "destination_workload=b")
                .identify();

        var set = jml.core.metric.LabelSet.of(Sketch.pairs(labels));
        assertThat(identified.subject(Sketch.PROD, ISTIO, set, false)).isEqualTo(-1);
        assertThat(identified.sharing(Sketch.PROD, ISTIO, set)).containsExactly(0, 2);
        var own = jml.core.metric.LabelSet.of(Sketch.pairs("namespace=ml", "destination_workload=b"));
        assertThat(identified.sharing(Sketch.PROD, ISTIO, own)).isEmpty();
        assertThat(identified.roster().size()).isEqualTo(3);
    }
}
