package jml.views.oncall.panel;

import java.time.Instant;
import java.util.List;
import jml.core.act.Offer;
import jml.core.model.ModelKey;
import jml.views.kit.FigureText;
import jml.views.kit.icon.Mark;
import jml.views.kit.icon.StateLook;
import jml.views.oncall.runbook.Runbook;
import jml.views.releases.RolloutStand;
import org.jspecify.annotations.Nullable;

/// Everything the panel says of one model at one moment, in words, prepared off the FX thread.
///
/// @param word of the state badge
/// @param meta "Fraud · payments"
/// @param detail may be empty
/// @param next what happened after the instant shown; null when live or nothing did
/// @param changes newest first
/// @param moreChanges how many older ones are not listed
/// @param registered what the registry calls it, in one line; may be empty
/// @param runbook for its trouble; null when there is none
record PanelContent(
        ModelKey key,
        StateLook look,
        String word,
        String meta,
        String headline,
        String detail,
        @Nullable Next next,
        List<FigureText> figures,
        ChartRequest chart,
        List<Change> changes,
        int moreChanges,
        List<AlertLine> alerts,
        RolloutStand.@Nullable Line rollout,
        List<Resource> resources,
        List<Place> places,
        List<String> findings,
        String registered,
        @Nullable Runbook runbook,
        Judged judged) {

    /// What the judge says of the release, and what may be done.
    ///
    /// @param word "Judge: ROLLBACK since 14:13"; empty when nothing is judged
    record Judged(String word, boolean harmful, List<Offer> offers) {}

    /// Something to jump to.
    record Next(String words, Instant at) {}

    /// @param note who tells it
    record Change(Mark mark, String text, String note, String time, String exact) {}

    /// @param summary may be empty
    /// @param held what holds it back, "silenced"; empty when nothing does
    /// @param runbook null when there is none
    /// @param fingerprint by which its silence is asked for
    /// @param live false in the past, where nothing can be silenced
    record AlertLine(
            boolean page,
            String name,
            String summary,
            String age,
            String held,
            @Nullable Runbook runbook,
            String fingerprint,
            boolean live) {}

    /// @param rest unit or limit, after the value
    record Resource(String name, String value, String rest) {}

    /// @param canary drawn in the canary's colour
    /// @param note "shares its server with 11 models"; may be empty
    record Place(String version, boolean canary, String where, String share, String ready, String note) {}
}
