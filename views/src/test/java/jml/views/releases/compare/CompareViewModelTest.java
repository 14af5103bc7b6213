package jml.views.releases.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import jml.core.registry.VersionDetails;
import jml.core.source.SourceException;
import jml.views.kit.screen.FxWork;
import jml.views.kit.screen.Link;
import jml.views.kit.screen.Navigation;
import jml.views.releases.Releases;
import jml.views.releases.compare.CompareContent.Group;
import jml.views.releases.compare.CompareContent.Row;
import jml.views.sample.FakeComparisons;
import jml.views.sample.FakeTimeline;
import jml.views.sample.SampleActs;
import jml.views.sample.SampleFleets;
import org.junit.jupiter.api.Test;

class CompareViewModelTest {
    private final FakeComparisons comparisons = new FakeComparisons();
    private final Navigation navigation = new Navigation(Releases.compare(Link.START, SampleActs.FRAUD));
    private final CompareViewModel model = new CompareViewModel(
            new FakeTimeline(SampleFleets.twentyFour().moment()),
            () -> comparisons,
            navigation,
            new FxWork(Runnable::run, Runnable::run));

    private CompareContent shown() {
        var _ = model.show();
        return Objects.requireNonNull(model.contentProperty().get());
    }

    private static VersionDetails tagged(String version, String note) {
        return new VersionDetails(version, "", "", Map.of("note", note, "team", "fraud"), null, null, Map.of());
    }

    @Test
    void theServingVersionAndTheCandidateAreComparedUntilOthersAreChosen() {
        shown();
        model.choose("15", "16");

        assertThat(comparisons.asked).hasSize(2);
        assertThat(comparisons.asked.getFirst()).endsWith(" 16..17");
        assertThat(comparisons.asked.getLast()).endsWith(" 15..16");
        assertThat(navigation.here().filter()).isEqualTo("15..16");
    }

    @Test
    void onlyWhatDiffersIsShownUntilEqualOnesAreAskedFor() {
        comparisons.from = tagged("16", "first");
        comparisons.to = tagged("17", "second");

        var tags = shown().groups().getLast();
        model.all(true);
        var all = Objects.requireNonNull(model.contentProperty().get()).groups().getLast();

        assertThat(tags)
                .isEqualTo(new Group(
                        "Tags",
                        "1 differs, 1 equal",
                        List.of(new Row("note", "first", "second", "", true)),
                        List.of()));
        assertThat(all.rows()).contains(new Row("team", "fraud", "equal", "", false));
        assertThat(comparisons.asked).hasSize(1);
    }

    @Test
    void aLongValueIsCutAndWholeOnHover() {
        comparisons.from = tagged("16", "x");
        comparisons.to = tagged("17", "y".repeat(100));

        var row = shown().groups().getLast().rows().getFirst();

        assertThat(row.is()).hasSize(60).endsWith("…");
        assertThat(row.whole()).isEqualTo("note: x\n→ " + "y".repeat(100));
    }

    @Test
    void aRegistryThatDoesNotAnswerIsTold() {
        comparisons.failure = new SourceException("MLflow", SourceException.Kind.UNREACHABLE, "timed out");

        assertThat(shown().problem()).isEqualTo("MLflow: no answer, timed out");
    }

    @Test
    void aModelThatIsNotThereHasNoComparison() {
        navigation.go(navigation.here().withSelection("prod-eu/gone"));
        var _ = model.show();

        assertThat(model.contentProperty().get()).isNull();
        assertThat(comparisons.asked).isEmpty();
    }
}
