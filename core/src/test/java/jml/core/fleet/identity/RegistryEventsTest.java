package jml.core.fleet.identity;

import static jml.core.fleet.identity.Sketch.version;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.Roster;
import jml.core.model.ModelKey;
import jml.core.registry.ModelVersion;
import org.junit.jupiter.api.Test;

class RegistryEventsTest {
    private static final String[] NONE = {};
    private static final ModelKey FRAUD = new ModelKey("prod", "fraud");
    private static final Instant KNOWN = Sketch.MADE.plusSeconds(40);

    private static Sketch with(String... versions) {
        var sketch = new Sketch().series("model=fraud");
        var numbers = new ModelVersion[versions.length];
        for (int i = 0; i < versions.length; i++) {
            numbers[i] = version(versions[i]);
        }
        return sketch.model("fraud", NONE, NONE, numbers).model("not-serving", NONE, NONE, numbers);
    }

    private static Sketch fraud(ModelVersion... versions) {
        return new Sketch().series("model=fraud").model("fraud", NONE, NONE, versions);
    }

    private static ModelVersion archived(String number) {
        return new ModelVersion(number, Sketch.MADE, ModelVersion.Status.ARCHIVED, "", "", "", Map.of());
    }

    private static List<FleetEvent> between(Sketch before, Sketch after, Instant knownAt) {
        return RegistryEvents.between(
                before.observed().registries(),
                after.observed().registries(),
                after.identify().roster(),
                knownAt);
    }

    @Test
    void aNewVersionIsToldAtTheTimeOfTheRegistry() {
        assertThat(between(with("16"), with("17", "16"), KNOWN)).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(FleetEvent.Kind.REGISTRY);
            assertThat(it.at()).isEqualTo(Sketch.MADE);
            assertThat(it.knownAt()).isEqualTo(KNOWN);
            assertThat(it.model()).isEqualTo(FRAUD);
            assertThat(it.text()).isEqualTo("v17 was registered.");
            assertThat(it.source()).isEqualTo("mlflow");
        });
    }

    @Test
    void theIdOfANewVersionDoesNotDependOnWhenItWasSeen() {
        var soon = between(with("16"), with("17", "16"), KNOWN);
        var late = between(with("16"), with("17", "16"), KNOWN.plusSeconds(86_400));

        assertThat(soon.getFirst().id()).isEqualTo(late.getFirst().id());
    }

    @Test
    void aRegistryOrModelSeenForTheFirstTimeHasNothingNew() {
        assertThat(between(new Sketch(), with("17", "16"), KNOWN)).isEmpty();
        assertThat(between(new Sketch().emptyRegistry(), with("17", "16"), KNOWN))
                .isEmpty();
    }

    @Test
    void versionsDeletedTogetherAreOneEventOfTheModel() {
        assertThat(between(with("17", "16", "15", "14", "13"), with("17"), KNOWN))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.text()).isEqualTo("v16, v15, v14 and 1 more were deleted.");
                    assertThat(it.model()).isEqualTo(FRAUD);
                    assertThat(it.at()).isEqualTo(KNOWN);
                });
    }

    @Test
    void anArchivedVersionIsToldOnce() {
        var archived = fraud(version("17"), archived("16"));

        assertThat(between(fraud(version("17"), version("16")), archived, KNOWN))
                .extracting(FleetEvent::text)
                .containsExactly("v16 was archived.");
        assertThat(between(archived, archived, KNOWN)).isEmpty();
    }

    @Test
    void aModelThatARegistryNoLongerListsIsToldWithItsRow() {
        var after = new Sketch().series("model=fraud").emptyRegistry();

        assertThat(between(fraud(version("17")), after, KNOWN)).singleElement().satisfies(it -> {
            assertThat(it.text()).isEqualTo("mlflow no longer lists fraud.");
            assertThat(it.model()).isEqualTo(FRAUD);
        });
    }

    @Test
    void aRightThatWasTakenAwayIsOneEvent() {
        var before = new Sketch();
        for (int i = 0; i < 40; i++) {
            before.model("model-" + i);
        }

        assertThat(between(before, new Sketch().emptyRegistry(), KNOWN))
                .extracting(FleetEvent::text)
                .containsExactly("mlflow no longer lists 40 models.");
    }

    @Test
    void whatCameWhileNobodyLookedIsToldAtFirstContact() {
        var after = with("17", "16");
        var first = after.observed().registries().getFirst();
        var roster = after.identify().roster();

        assertThat(RegistryEvents.since(Sketch.MADE.minusSeconds(1), roster, first, roster, KNOWN))
                .extracting(FleetEvent::id)
                .contains(between(with("16"), after, KNOWN).getFirst().id());
        assertThat(RegistryEvents.since(Sketch.MADE, roster, first, roster, KNOWN))
                .isEmpty();
        assertThat(RegistryEvents.since(Instant.EPOCH, Roster.EMPTY, first, roster, KNOWN))
                .isEmpty();
    }
}
