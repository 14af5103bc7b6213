package jml.store.frame;

import jml.core.fleet.Presence;

/// The stored number of a presence. Numbers never change their meaning.
public final class PresenceCode {
    public static final int MEASURED = 0;
    public static final int OVER_RANGE = 1;
    public static final int NO_DATA = 2;
    public static final int NO_TRAFFIC = 3;
    public static final int NOT_MEASURED = 4;
    public static final int SHARED = 5;

    private PresenceCode() {}

    static int of(Presence presence) {
        return switch (presence) {
            case MEASURED -> MEASURED;
            case OVER_RANGE -> OVER_RANGE;
            case NO_DATA -> NO_DATA;
            case NO_TRAFFIC -> NO_TRAFFIC;
            case NOT_MEASURED -> NOT_MEASURED;
            case SHARED -> SHARED;
        };
    }

    /// A number of a later version says at least that there is no value.
    static Presence presence(long code) {
        return switch ((int) code) {
            case MEASURED -> Presence.MEASURED;
            case OVER_RANGE -> Presence.OVER_RANGE;
            case NO_DATA -> Presence.NO_DATA;
            case NO_TRAFFIC -> Presence.NO_TRAFFIC;
            case SHARED -> Presence.SHARED;
            default -> Presence.NOT_MEASURED;
        };
    }

    public static boolean measured(long code) {
        return code == MEASURED || code == OVER_RANGE || code == SHARED;
    }
}
