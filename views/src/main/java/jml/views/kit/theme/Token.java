package jml.views.kit.theme;

import java.util.Locale;

/// The colours of the design by name; the same names as the looked-up colours in the style sheets.
public enum Token {
    BG_0,
    BG_1,
    BG_2,
    BG_3,
    BG_SEL,
    BG_HOVER,
    TEXT_1,
    TEXT_2,
    TEXT_3,
    TEXT_OFF,
    LINE_1,
    LINE_2,
    LINE_3,
    ACCENT,
    ACCENT_SOLID,
    ON_ACCENT,
    FOCUS,
    HEALTHY,
    HEALTHY_BG,
    ATTENTION,
    ATTENTION_BG,
    BREACHING,
    BREACHING_BG,
    BREACHING_SOLID,
    ON_BREACHING,
    NODATA,
    NODATA_BG,
    LITTLE,
    LITTLE_BG,
    STALE,
    STALE_BG,
    PAUSED,
    PAUSED_BG,
    CANARY,
    CANARY_BG,
    BASELINE,
    BASELINE_BG,
    ENV_PROD,
    ON_ENV_PROD,
    ENV_STAGING,
    ENV_DEV,
    ENV_SIM,
    GRID,
    AXIS,
    THRESHOLD,
    BAND,
    C1,
    C2,
    C3,
    C4,
    C5,
    C6,
    SHADOW;

    /// The looked-up colour of this token, for example `-jml-bg-1`.
    public String cssName() {
        return "-jml-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
