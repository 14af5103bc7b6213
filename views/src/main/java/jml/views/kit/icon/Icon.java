package jml.views.kit.icon;

/// The line icons of the console, drawn on a square of 16.
///
/// A path is stroked, never filled; the second path, where there is one, is stroked dashed. Colour comes from the
/// looked-up colour `-jml-ink` of the place where the icon stands.
public enum Icon {
    HEALTHY("M2.25 8a5.75 5.75 0 1 0 11.5 0a5.75 5.75 0 1 0 -11.5 0zM5.5 8.2l1.8 1.8 3.3-3.7"),
    ATTENTION("M8 2.4l6 10.9H2zM8 6.6v3M8 11.4v0.1"),
    BREACHING("M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4zM5.9 5.9l4.2 4.2M10.1 5.9l-4.2 4.2"),
    NO_DATA("M5.8 8h4.4", "M2.25 8a5.75 5.75 0 1 0 11.5 0a5.75 5.75 0 1 0 -11.5 0z"),
    LITTLE("M3 13.2h10M4.5 13v-2.2", "M4.5 13v-2.2M8 13V9.4M11.5 13V4"),
    STALE("M2.25 8a5.75 5.75 0 1 0 11.5 0a5.75 5.75 0 1 0 -11.5 0zM8 4.8V8l2.2 1.6"),
    PAUSED("M2.25 8a5.75 5.75 0 1 0 11.5 0a5.75 5.75 0 1 0 -11.5 0zM6.5 6v4M9.5 6v4"),
    ON_CALL("M1.5 8.5h3l2-5 3 9 2-5.5 1 1.5h2"),
    EXECUTIVE("M2 13.5h12M4 11V7.5M8 11V3M12 11V5.5"),
    DEBUG("M2.5 7a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0zM10.4 10.4L14 14M5 7.6l1.3-2 1.4 2.8L9 6.6"),
    RELEASES("M8 13V3M4.2 6.6L8 2.8l3.8 3.8M3 13.5h10"),
    LINEAGE(
            "M1.7 8a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0 -3.6 0zM10.7 3.8a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0 -3.6 0zM10.7 12.2a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0 -3.6 0zM5.3 8h2.2c1.6 0 1-4.2 3.2-4.2M7.5 8c1.6 0 1 4.2 3.2 4.2"),
    INCIDENTS(
            "M8 1.8c0.6 2.6 4 3.8 4 7.4A4 4 0 0 1 8 14a4 4 0 0 1-4-4.4c0-1.6 0.9-2.5 1.6-3.4 0.3 1 0.8 1.5 1.4 1.7C7 5.6 7.2 3.6 8 1.8z"),
    SLOS(
            "M2 8a6 6 0 1 0 12 0a6 6 0 1 0 -12 0zM5.4 8a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0 -5.2 0zM8 0.8v2.4M8 12.8v2.4M0.8 8h2.4M12.8 8h2.4"),
    GAME_DAY("M5 2h6M6.2 2v4.2L2.6 12.2A1.2 1.2 0 0 0 3.6 14h8.8a1.2 1.2 0 0 0 1-1.8L9.8 6.2V2M4.5 10h7"),
    CONNECTIONS("M5.5 1.8v3M10.5 1.8v3M3.5 4.8h9v2.7a4.5 4.5 0 0 1-9 0zM8 12v2.6"),
    SEARCH("M2.5 7a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0zM10.4 10.4L14 14"),
    DOWN("M4.5 6.5L8 10l3.5-3.5"),
    RIGHT("M6.5 4.5L10 8l-3.5 3.5"),
    UNDO("M5.5 3L2.5 6l3 3M2.8 6H10a3.5 3.5 0 0 1 0 7H6.5"),
    SILENCE("M6.7 13.5h2.6M4 11.2V7a4 4 0 0 1 6.5-3.1M12 6.8v4.4H5.5M2.5 14L13.5 2.5"),
    BOOK("M8 4C6.5 2.8 4.5 2.6 2 2.8v9.4c2.5-0.2 4.5 0 6 1.2 1.5-1.2 3.5-1.4 6-1.2V2.8C11.5 2.6 9.5 2.8 8 4zM8 4v9.4"),
    LINK(
            "M6.7 9.3a2.6 2.6 0 0 0 3.7 0l2.3-2.3A2.6 2.6 0 0 0 9 3.3l-0.7 0.7M9.3 6.7a2.6 2.6 0 0 0-3.7 0L3.3 9A2.6 2.6 0 0 0 7 12.7l0.7-0.7"),
    CLOSE("M4 4l8 8M12 4l-8 8"),
    LOCK(
            "M4.5 7h7a1 1 0 0 1 1 1v4.5a1 1 0 0 1 -1 1h-7a1 1 0 0 1 -1 -1v-4.5a1 1 0 0 1 1 -1zM5.5 7V5a2.5 2.5 0 0 1 5 0v2"),
    WEIGHT("M2 8h12M5 5v6M8.5 8a2 2 0 1 0 4 0a2 2 0 1 0 -4 0z"),
    FLAG("M3.5 14.2V2.5c3-1.4 5 1.4 9 0v6.5c-4 1.4-6-1.4-9 0"),
    MORE("M3.5 8h0.01M8 8h0.01M12.5 8h0.01"),
    COLUMNS("M3.2 3h9.6a1 1 0 0 1 1 1v8a1 1 0 0 1 -1 1h-9.6a1 1 0 0 1 -1 -1v-8a1 1 0 0 1 1 -1zM6.1 3v10M9.9 3v10"),
    DOWNLOAD("M8 2.5v7.7M4.8 7.2L8 10.4l3.2-3.2M2.8 13.5h10.4"),
    INFO("M2.25 8a5.75 5.75 0 1 0 11.5 0a5.75 5.75 0 1 0 -11.5 0zM8 7.5v3.2M8 5.2v0.1"),
    UP("M8 13V3.5M4.5 7L8 3.5 11.5 7"),
    CHECK("M3.5 8.5l3 3 6-7"),
    PLAY("M5 3.2v9.6L12.5 8z"),
    HELP(
            "M2.25 8a5.75 5.75 0 1 0 11.5 0a5.75 5.75 0 1 0 -11.5 0zM6.3 6.3a1.75 1.75 0 1 1 2.5 1.7c-0.6 0.3-0.8 0.6-0.8 1.2M8 11.1v0.1"),
    EMPTY("M3.5 3.5h9a1 1 0 0 1 1 1v7a1 1 0 0 1 -1 1h-9a1 1 0 0 1 -1 -1v-7a1 1 0 0 1 1 -1zM2.5 9h3l1 1.5h3l1-1.5h3"),
    NOT_CONNECTED("M5.5 1.8v3M10.5 1.8v3M3.5 4.8h9v2.7a4.5 4.5 0 0 1-9 0zM8 12v2.6M2 2l12 12"),
    THEME("M2.25 8a5.75 5.75 0 1 0 11.5 0a5.75 5.75 0 1 0 -11.5 0zM8 2.4v11.2M8 5.2h4.6M8 8h5.4M8 10.8h4.6"),
    HISTORY("M2.5 3v3.3h3.3M2.8 6.3A5.6 5.6 0 1 1 2.4 9M8 5.2V8l2 1.5");

    private final String line;
    private final String dashed;

    Icon(String line) {
        this(line, "");
    }

    Icon(String line, String dashed) {
        this.line = line;
        this.dashed = dashed;
    }

    /// SVG path data of the solid strokes.
    public String line() {
        return line;
    }

    /// SVG path data of the dashed strokes; empty where the icon has none.
    public String dashed() {
        return dashed;
    }
}
