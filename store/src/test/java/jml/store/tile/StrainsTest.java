package jml.store.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StrainsTest {
    @Test
    void whatMovesAllTheTimeComesBack() {
        var random = new Random(1);
        var points = new ArrayList<Strains.Point>();
        for (int i = 0; i < 30; i++) {
            var bytes = new byte[1000 + i];
            random.nextBytes(bytes);
            points.add(new Strains.Point(30_000_000_000L * i, bytes));
        }

        var body = Strains.write(points);

        assertThat(body).hasSizeLessThan(31_000);
        same(Strains.read(body), points);
    }

    @Test
    void whatStandsStillIsPackedAndComesBack() {
        var points = new ArrayList<Strains.Point>();
        for (int i = 0; i < 30; i++) {
            points.add(new Strains.Point(30_000_000_000L * i, new byte[1000]));
        }

        var body = Strains.write(points);

        assertThat(body).hasSizeLessThan(1000);
        same(Strains.read(body), points);
    }

    @Test
    void aChangedByteIsDamage() {
        var bytes = new byte[1000];
        new Random(2).nextBytes(bytes);
        var body = Strains.write(List.of(new Strains.Point(5, bytes)));
        body[500]++;

        assertThatThrownBy(() -> Strains.read(body)).isInstanceOf(IllegalStateException.class);
    }

    private static void same(List<Strains.Point> found, List<Strains.Point> expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i).at()).isEqualTo(expected.get(i).at());
            assertThat(found.get(i).bySlot()).isEqualTo(expected.get(i).bySlot());
        }
    }
}
