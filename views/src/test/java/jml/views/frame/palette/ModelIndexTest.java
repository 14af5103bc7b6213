package jml.views.frame.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import jml.core.model.ModelKey;
import org.junit.jupiter.api.Test;

class ModelIndexTest {
    @Test
    void namesThatStartWithItComeBeforeWordsAndParts() {
        var index = index("old-fraud", "defraud-x", "fraud-scorer", "fraud");

        assertThat(names(index.find("fraud", 10))).containsExactly("fraud", "fraud-scorer", "old-fraud", "defraud-x");
    }

    @Test
    void severalWordsMustAllOccur() {
        assertThat(names(index("recs-homepage", "home-recs", "recs-cart").find("home recs", 10)))
                .containsExactly("home-recs", "recs-homepage");
    }

    @Test
    void caseAndBlanksAroundItAreIgnored() {
        assertThat(names(index("Fraud-Scorer").find("  FRAUD ", 10))).containsExactly("Fraud-Scorer");
    }

    @Test
    void nothingTypedFindsNothing() {
        assertThat(index("a").find(" ", 10)).isEmpty();
    }

    @Test
    void amongTenThousandTheBestComeFirst() {
        var index = new ModelIndex(IntStream.range(0, 10_000)
                .mapToObj(i -> new ModelKey("prod", "team-" + i % 97 + "-model-" + i))
                .toList());

        assertThat(names(index.find("model-4711", 8))).containsExactly("team-55-model-4711");
        assertThat(index.find("team", 8)).hasSize(8);
    }

    private static ModelIndex index(String... names) {
        return new ModelIndex(
                List.of(names).stream().map(name -> new ModelKey("prod", name)).toList());
    }

    private static List<String> names(List<ModelKey> keys) {
        return keys.stream().map(ModelKey::name).toList();
    }
}
