package jml.core.fleet.identity;

import static jml.core.fleet.identity.Sketch.version;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import jml.core.fleet.FleetEvent;
import jml.core.model.ModelKey;
import org.junit.jupiter.api.Test;

class RegistryEventsTest {
    private static final String[] NONE = {};
    private static final Instant KNOWN = Sketch.MADE.plusSeconds(40);

    private static Sketch with(String... versions) {
        var sketch = new Sketch().series("model=fraud");
        var numbers = new jml.core.registry.ModelVersion[versions.length];
        for (int i = 0; i < versions.length; i++) {
            numbers[i] = version(versions[i]);
        }
        return sketch.model("fraud", NONE, NONE, numbers).model("not-serving", NONE, NONE, numbers);
    }

    @Test
    void aNewVersionIsToldAtTheTimeOfTheRegistry() {
        var before = with("16");
        var after = with("17", "16");

        var events = RegistryEvents.between(
                before.observed(), after.observed(), after.identify().roster(), KNOWN);

        assertThat(events).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(FleetEvent.Kind.REGISTRY);
            assertThat(it.at()).isEqualTo(Sketch.MADE);
            assertThat(it.knownAt()).isEqualTo(KNOWN);
            assertThat(it.model()).isEqualTo(new ModelKey("prod", "fraud"));
            assertThat(it.text()).isEqualTo("v17 was registered.");
            assertThat(it.source()).isEqualTo("mlflow");
        });
    }

    @Test
    void theIdDoesNotDependOnWhenItWasSeen() {
        var before = with("16");
        var after = with("17", "16");
        var roster = after.identify().roster();

        assertThat(RegistryEvents.between(before.observed(), after.observed(), roster, KNOWN)
                        .getFirst()
                        .id())
                .isEqualTo(
                        RegistryEvents.between(before.observed(), after.observed(), roster, KNOWN.plusSeconds(86_400))
                                .getFirst()
                                .id());
    }

    @Test
    void aRegistryOrModelSeenForTheFirstTimeHasNothingNew() {
        var after = with("17", "16");
        var roster = after.identify().roster();

        assertThat(RegistryEvents.between(new Sketch().observed(), after.observed(), roster, KNOWN))
                .isEmpty();
        assertThat(RegistryEvents.between(new Sketch().emptyRegistry().observed(), after.observed(), roster, KNOWN))
                .isEmpty();
    }
}
