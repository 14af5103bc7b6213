package jml.store.tile;

import java.util.List;
import jml.store.frame.Head;

/// A stretch of time of the whole fleet: the tiles that share a tier and a start.
///
/// @param start its first instant, nanoseconds since 1970
/// @param heads one an instant, oldest first
public record Stretch(int tier, long start, List<Head> heads) {
    /// Instants in a full one.
    public static final int INSTANTS = 30;

    public long end() {
        return heads.getLast().at();
    }

    /// Index of the last instant at or before `at`; -1 when all come after.
    int last(long at) {
        int index = heads.size() - 1;
        while (index >= 0 && heads.get(index).at() > at) {
            index--;
        }
        return index;
    }
}
