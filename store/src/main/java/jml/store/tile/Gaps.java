package jml.store.tile;

import java.util.Arrays;

/// Fills numbers that mean nothing so that they cost nothing: with the one before, at the beginning with the one after.
final class Gaps {
    private Gaps() {}

    /// @param known which numbers of the run mean something
    static void fill(long[] run, boolean[] known) {
        int first = 0;
        while (first < run.length && !known[first]) {
            first++;
        }
        if (first == run.length) {
            Arrays.fill(run, 0);
            return;
        }
        for (int i = 0; i < run.length; i++) {
            if (i < first) {
                run[i] = run[first];
            } else if (!known[i]) {
                run[i] = run[i - 1];
            }
        }
    }
}
