package jml.store.tile;

import jml.core.model.Arm;

/// Whose numbers a run in a tile is: a slot of the tile's group, and an arm.
///
/// @param place of the slot in its group, 0 to 63
public record Lane(int place, Arm arm) {
    /// Slots in a tile.
    static final int GROUP = 64;

    static int group(int slot) {
        return slot / GROUP;
    }

    static int place(int slot) {
        return slot % GROUP;
    }

    int slot(int group) {
        return group * GROUP + place;
    }

    /// Two bits; they never change their meaning.
    int code() {
        int armCode =
                switch (arm) {
                    case ALL -> 0;
                    case BASELINE -> 1;
                    case CANARY -> 2;
                };
        return place << 2 | armCode;
    }

    static Lane of(int code) {
        return new Lane(
                code >>> 2,
                switch (code & 3) {
                    case 0 -> Arm.ALL;
                    case 1 -> Arm.BASELINE;
                    case 2 -> Arm.CANARY;
                    default -> throw new IllegalStateException("lane of an unknown arm: " + code);
                });
    }
}
