package jml.store.tile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import jml.core.fleet.Roster;
import jml.core.model.Arm;
import jml.store.frame.Column;

/// The lanes of one group over several instants, and where each instant has their numbers.
///
/// @param rows for each instant and lane, the row; -1 where the model was not there, and for arms
/// @param subjects for each instant and lane, the subject; -1 where the model or the arm was not there
record GroupLanes(List<Lane> lanes, int[][] rows, int[][] subjects) {
    private static final Comparator<Lane> WHOLE_MODELS_FIRST =
            Comparator.comparing(Lane::arm).thenComparingInt(Lane::place);

    /// Groups by number, of everything that was there at any of the instants.
    ///
    /// @param rosters one an instant
    /// @param slots of the roster's rows, one array an instant
    static SortedMap<Integer, GroupLanes> of(List<Roster> rosters, List<int[]> slots) {
        var seen = new TreeMap<Integer, Set<Lane>>();
        for (int i = 0; i < rosters.size(); i++) {
            note(seen, rosters.get(i), slots.get(i));
        }
        var groups = new TreeMap<Integer, GroupLanes>();
        var rowsOfSlots = slots.stream().map(TileNumbers::rowsOfSlots).toList();
        seen.forEach((group, lanes) -> groups.put(group, places(group, lanes, rosters, rowsOfSlots)));
        return groups;
    }

    int[][] places(Column column) {
        return column.kind().perRow() ? rows : subjects;
    }

    private static void note(SortedMap<Integer, Set<Lane>> seen, Roster roster, int[] slots) {
        for (int row = 0; row < slots.length; row++) {
            var lanes = seen.computeIfAbsent(Lane.group(slots[row]), any -> new HashSet<>());
            for (var arm : Arm.values()) {
                if (roster.subject(row, arm) >= 0) {
                    lanes.add(new Lane(Lane.place(slots[row]), arm));
                }
            }
        }
    }

    private static GroupLanes places(int group, Set<Lane> seen, List<Roster> rosters, List<int[]> rowsOfSlots) {
        var lanes = new ArrayList<>(seen);
        lanes.sort(WHOLE_MODELS_FIRST);
        var rows = new int[rosters.size()][lanes.size()];
        var subjects = new int[rosters.size()][lanes.size()];
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < rows[i].length; k++) {
                var lane = lanes.get(k);
                int slot = lane.slot(group);
                int row = slot < rowsOfSlots.get(i).length ? rowsOfSlots.get(i)[slot] : -1;
                rows[i][k] = lane.arm() == Arm.ALL ? row : -1;
                subjects[i][k] = row < 0 ? -1 : rosters.get(i).subject(row, lane.arm());
            }
        }
        return new GroupLanes(lanes, rows, subjects);
    }
}
