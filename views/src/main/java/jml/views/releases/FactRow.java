package jml.views.releases;

import jml.views.kit.icon.Icon;

/// One thing that was looked at and what was found, as a row of a checklist or a list of rules.
///
/// @param ink style class of the icon's colour, `ink-healthy`
/// @param open true for one that needs reading: its name weighs more
public record FactRow(Icon icon, String ink, String name, String value, boolean open) {
    /// All is well.
    public static FactRow good(String name, String value) {
        return new FactRow(Icon.CHECK, "ink-healthy", name, value, false);
    }

    /// To be read before deciding.
    public static FactRow watch(String name, String value) {
        return new FactRow(Icon.ATTENTION, "ink-attention", name, value, true);
    }

    /// Stops the decision.
    public static FactRow bad(String name, String value) {
        return new FactRow(Icon.BREACHING, "ink-breaching", name, value, true);
    }

    /// Nothing is known of it.
    public static FactRow missing(String name, String value) {
        return new FactRow(Icon.NO_DATA, "ink-nodata", name, value, true);
    }

    /// Not counted or left out, and why.
    public static FactRow quiet(Icon icon, String name, String value) {
        return new FactRow(icon, "ink-3", name, value, false);
    }
}
