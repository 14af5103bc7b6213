package jml.views.oncall.panel;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import jml.core.alert.Alert;
import jml.core.fleet.FigureWords;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.ModelState;
import jml.core.fleet.Moment;
import jml.core.fleet.Placement;
import jml.core.fleet.Sentences;
import jml.core.fleet.WorseArm;
import jml.core.metric.Currency;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.release.Workload;
import jml.core.text.Words;
import jml.views.kit.chart.ChartModel;
import jml.views.kit.icon.StateLook;
import jml.views.oncall.runbook.Runbook;
import jml.views.oncall.runbook.Runbooks;
import jml.views.releases.RolloutStand;
import org.jspecify.annotations.Nullable;

/// Makes what the panel says of one model. Pure but for its runbooks; for a background thread.
final class PanelContents {
    private static final Duration ONE_HOUR = Duration.ofHours(1);
    private static final List<Duration> SPANS = List.of(ONE_HOUR, Duration.ofHours(6), Duration.ofHours(24));
    private static final double BEFORE_ONSET = 0.75;

    private final Runbooks runbooks;
    private final ZoneId zone;
    private final Supplier<Currency> currencies;

    PanelContents(Runbooks runbooks, ZoneId zone, Supplier<Currency> currencies) {
        this.runbooks = runbooks;
        this.zone = zone;
        this.currencies = currencies;
    }

    /// @param events oldest first; those of other models are ignored
    PanelContent of(Moment moment, int row, List<FleetEvent> events, PanelContent.Judged judged) {
        var snapshot = moment.snapshot();
        var facts = snapshot.model(row);
        var standing = snapshot.standing(row);
        var currency = currencies.get();
        var sentence = new Sentences(zone, currency).of(snapshot, row);
        var times = new PanelTimes(facts.key(), snapshot, events, zone);
        var telling = WorseArm.telling(snapshot, row);
        var alerts = snapshot.alertsOf(row);
        var lines = alerts.stream().map(alert -> alert(alert, moment)).toList();
        return new PanelContent(
                facts.key(),
                StateLook.of(standing.state()),
                word(standing.state(), snapshot, row),
                String.join(
                        " · ",
                        List.of(facts.useCase(), facts.owner()).stream()
                                .filter(it -> !it.isEmpty())
                                .map(it -> Words.oneLine(it, 40))
                                .toList()),
                sentence.headline(),
                sentence.detail(),
                times.next().orElse(null),
                new PanelFigures(snapshot, row, currency).of(telling),
                chart(snapshot, row, telling, times, alerts, currency),
                times.changes(),
                times.moreChanges(),
                lines,
                new RolloutStand(facts, times.reached(), snapshot.at(), zone)
                        .line()
                        .orElse(null),
                PanelResources.of(snapshot, row, currency),
                facts.placements().stream().map(PanelContents::place).toList(),
                facts.findings(),
                registered(facts),
                runbook(lines, runbooks.of(standing).orElse(null)),
                judged);
    }

    private static String word(ModelState state, FleetSnapshot snapshot, int row) {
        if (state != ModelState.STALE) {
            return state.word();
        }
        var youngest = Long.MAX_VALUE;
        for (var sli : Sli.values()) {
            if (snapshot.figure(row, Arm.ALL, sli).measured()) {
                youngest = Math.min(youngest, snapshot.figures().ageSeconds(row, sli));
            }
        }
        return youngest == Long.MAX_VALUE ? state.word() : "Stale " + Words.age(Duration.ofSeconds(youngest));
    }

    private ChartRequest chart(
            FleetSnapshot snapshot, int row, Sli sli, PanelTimes times, List<Alert> alerts, Currency currency) {
        var facts = snapshot.model(row);
        var to = snapshot.at();
        var from = to.minus(span(Duration.between(snapshot.standing(row).since(), to)));
        var objective = facts.objective(sli).orElse(null);
        return new ChartRequest(
                facts.key(),
                sli,
                currency.unit(sli).isEmpty() ? sli.title() : sli.title() + ", " + currency.unit(sli),
                unit(sli, currency),
                lines(facts),
                from,
                to,
                zone,
                objective == null
                        ? null
                        : threshold(
                                sli,
                                objective.line(
                                        snapshot.figure(row, Arm.ALL, sli).value()),
                                currency),
                times.marks(from, alerts));
    }

    private static ChartModel.Unit unit(Sli sli, Currency currency) {
        int decimals = FigureWords.decimals(sli);
        if (sli == Sli.COST && !currency.code().isEmpty()) {
            return new ChartModel.Unit(currency.before(), sli.unit(), decimals);
        }
        return new ChartModel.Unit(
                "", sli.unit().isEmpty() || sli.unit().equals("%") ? "" : " " + sli.unit(), decimals);
    }

    private static List<ChartRequest.Line> lines(ModelFacts facts) {
        if (!facts.releasing()) {
            return List.of(
                    new ChartRequest.Line(Arm.ALL, facts.version().isEmpty() ? "now" : Words.version(facts.version())));
        }
        return List.of(
                new ChartRequest.Line(Arm.BASELINE, Words.version(facts.version())),
                new ChartRequest.Line(Arm.CANARY, Words.version(facts.candidate())));
    }

    private static ChartModel.Threshold threshold(Sli sli, double line, Currency currency) {
        var shown = sli.displayed(line);
        return new ChartModel.Threshold(
                shown,
                sli == Sli.COST
                        ? "budget " + currency.amount(line)
                        : "objective " + Words.plain(FigureWords.value(sli, line)));
    }

    /// Long enough to show the onset with what was before it.
    private static Duration span(Duration sinceOnset) {
        for (var span : SPANS) {
            if (sinceOnset.toMillis() <= span.toMillis() * BEFORE_ONSET) {
                return span;
            }
        }
        return ONE_HOUR;
    }

    private PanelContent.AlertLine alert(Alert alert, Moment moment) {
        var summary = Words.oneLine(alert.summary(), 120);
        return new PanelContent.AlertLine(
                alert.severity() == Alert.Severity.PAGE,
                Words.oneLine(alert.name(), 60),
                summary.equals(alert.name()) ? "" : summary,
                Words.age(alert.age(moment.snapshot().at())),
                held(alert),
                runbooks.of(alert).orElse(null),
                alert.fingerprint(),
                moment.live());
    }

    private static String held(Alert alert) {
        if (!alert.silencedBy().isEmpty()) {
            return "silenced";
        }
        if (!alert.inhibitedBy().isEmpty()) {
            return "held back by another alert";
        }
        return alert.mutedBy().isEmpty() ? "" : "muted now";
    }

    private static PanelContent.Place place(Placement placement) {
        var role = placement.role().name().toLowerCase(Locale.ROOT);
        return new PanelContent.Place(
                Words.version(placement.version()) + " " + role,
                placement.role() == Workload.Role.CANARY,
                Words.oneLine(placement.where(), 80),
                Words.share(placement.share()),
                placement.kind() == Workload.Kind.OTHER && placement.replicas() == 0
                        ? ""
                        : placement.ready() + " of " + placement.replicas() + " ready",
                placement.hosted() > 1
                        ? "Shares its server with " + Words.count(placement.hosted() - 1, "model")
                                + ": a restart hits them all."
                        : "");
    }

    private static String registered(ModelFacts facts) {
        if (facts.registryName().isEmpty()) {
            return "";
        }
        var parts = new ArrayList<String>();
        parts.add(Words.oneLine(facts.registryName(), 60));
        Map<String, String> aliases = new TreeMap<>(facts.aliases());
        aliases.forEach((alias, version) -> parts.add(alias + " → " + Words.version(version)));
        return String.join(" · ", parts);
    }

    private static @Nullable Runbook runbook(List<PanelContent.AlertLine> alerts, @Nullable Runbook otherwise) {
        return alerts.stream()
                .map(PanelContent.AlertLine::runbook)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(otherwise);
    }
}
