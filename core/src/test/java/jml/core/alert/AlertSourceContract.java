package jml.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

/// What every [AlertSource] promises, whatever it reads. An implementation extends this and gives a source that has
/// something to tell; alerts of a live source may come and go meanwhile.
public abstract class AlertSourceContract {
    protected abstract AlertSource source() throws Exception;

    @Test
    protected void everyAlertIsToldOnceMostUrgentFirst() throws Exception {
        var firing = source().firing();

        assertThat(firing).isSortedAccordingTo(Alert.MOST_URGENT_FIRST);
        assertThat(firing).extracting(Alert::fingerprint).doesNotHaveDuplicates();
        assertThat(firing).allSatisfy(alert -> {
            assertThat(alert.source()).isNotBlank();
            assertThat(alert.name()).isNotBlank();
        });
    }

    @Test
    protected void groupsHoldOnlyWhatFires() throws Exception {
        var source = source();
        var known = new HashSet<String>();
        source.firing().forEach(alert -> known.add(alert.fingerprint()));
        var groups = source.groups();
        source.firing().forEach(alert -> known.add(alert.fingerprint()));

        assertThat(groups).allSatisfy(group -> {
            assertThat(group.receiver()).isNotBlank();
            assertThat(group.fingerprints()).isNotEmpty().doesNotHaveDuplicates();
            assertThat(known).containsAll(group.fingerprints());
        });
    }

    @Test
    protected void whatSilencesAnAlertIsAmongTheSilences() throws Exception {
        var source = source();
        var firing = source.firing();
        var silences = source.silences();

        assertThat(silences).extracting(Silence::id).doesNotHaveDuplicates().doesNotContain("");
        assertThat(silences).allSatisfy(silence -> {
            assertThat(silence.matchers()).isNotEmpty();
            assertThat(silence.endsAt()).isAfterOrEqualTo(silence.startsAt());
        });
        assertThat(firing).allSatisfy(alert -> assertThat(silences)
                .filteredOn(silence -> silence.covers(alert.labels()))
                .extracting(Silence::id)
                .containsAll(alert.silencedBy()));
    }

    @Test
    protected void theServerSaysWhatItIs() throws Exception {
        assertThat(source().describe()).containsPattern("\\w").doesNotContain("\n");
    }
}
