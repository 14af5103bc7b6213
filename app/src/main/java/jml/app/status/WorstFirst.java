package jml.app.status;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import jml.core.fleet.FleetSnapshot;

/// The order in which a fleet is printed: by state from the worst, then by name.
final class WorstFirst {
    private WorstFirst() {}

    /// Every row of the snapshot once.
    static List<Integer> rows(FleetSnapshot snapshot) {
        Comparator<Integer> worst =
                Comparator.comparing(row -> snapshot.standing(row).state());
        return IntStream.range(0, snapshot.size())
                .boxed()
                .sorted(worst.thenComparing(row -> snapshot.model(row).key()))
                .toList();
    }
}
