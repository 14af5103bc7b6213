package jml.views.releases.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jml.core.act.Offer;
import jml.core.act.Release;
import jml.core.approval.PendingReview;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.Moment;
import jml.core.fleet.Placement;
import jml.core.judge.EventMetric;
import jml.core.judge.Judgement;
import jml.core.judge.MetricJudgement;
import jml.core.judge.Ruling;
import jml.core.model.Environment;
import jml.core.release.Workload;
import jml.core.text.Words;
import jml.views.kit.table.Cells;
import jml.views.releases.ReachedShares;
import jml.views.releases.ReleaseLook;
import jml.views.releases.RolloutStand;
import org.jspecify.annotations.Nullable;

/// Makes the page of one release. Pure; for a background thread.
final class PageContents {
    private static final int CHANGES = 60;
    private static final Set<FleetEvent.Kind> TOLD = Set.of(
            FleetEvent.Kind.DEPLOY,
            FleetEvent.Kind.ROLLBACK,
            FleetEvent.Kind.ROLLOUT,
            FleetEvent.Kind.WEIGHT,
            FleetEvent.Kind.REGISTRY,
            FleetEvent.Kind.SCALING,
            FleetEvent.Kind.ACT);

    private final Moment moment;
    private final Release release;
    private final ZoneId zone;
    private final Instant now;

    PageContents(Moment moment, Release release, ZoneId zone) {
        this.moment = moment;
        this.release = release;
        this.zone = zone;
        this.now = moment.snapshot().at();
    }

    /// @param events oldest first; those of other models are ignored
    /// @param metric name of the one whose charts are shown; the first one when it is not among them
    /// @param review that waits for this version; null when none does
    PageContent of(List<FleetEvent> events, String metric, List<Offer> offers, @Nullable PendingReview review) {
        var facts = release.facts();
        var ruling = release.ruling();
        var own = events.stream().filter(it -> facts.key().equals(it.model())).toList();
        var stand = new RolloutStand(facts, new ReachedShares(facts.key(), own, now, zone), now, zone).line();
        return new PageContent(
                facts.key(),
                environment(),
                release,
                new Cells.Arms(
                        Words.version(facts.version()),
                        Words.version(facts.candidate())
                                + (Double.isNaN(facts.candidateWeight())
                                        ? ""
                                        : " " + Words.share(facts.candidateWeight()))),
                meta(),
                band(ruling),
                stand.map(RolloutStand.Line::steps).orElse(List.of()),
                stand.map(it -> it.stand() + (it.analysis().isEmpty() ? "" : ". " + it.analysis()))
                        .orElse(""),
                ruling == null ? List.of() : new MetricRows(ruling, now, zone).lines(),
                ruling == null ? "" : conditions(ruling),
                ruling == null ? null : charts(ruling, metric),
                changes(own),
                Differences.of(
                        facts, review == null ? List.of() : review.evidence().differences()),
                Differences.served(facts, now, zone),
                review == null ? null : TrustContents.of(review),
                offers);
    }

    private Environment environment() {
        var name = release.facts().key().environment();
        return moment.snapshot().environments().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseGet(() -> new Environment(name, Environment.Stage.DEVELOPMENT, true));
    }

    private String meta() {
        var parts = new ArrayList<String>();
        var canary = canary();
        canary.ifPresent(it -> {
            parts.add(
                    switch (it.kind()) {
                        case ROLLOUT -> "Argo Rollouts";
                        case DEPLOYMENT -> "Deployment, two tracks";
                        case OTHER -> "outside the clusters";
                    });
            parts.add(Words.oneLine(it.where(), 80));
        });
        canary.map(Placement::since).ifPresent(it -> parts.add("started " + Words.time(it, now, zone)));
        return String.join(" · ", parts);
    }

    private Optional<Placement> canary() {
        return release.facts().placements().stream()
                .filter(it -> it.role() == Workload.Role.CANARY)
                .findFirst();
    }

    private PageContent.Band band(@Nullable Ruling ruling) {
        var look = ReleaseLook.of(release.state());
        if (ruling == null) {
            return new PageContent.Band(
                    look,
                    "Nothing was counted in both arms yet.",
                    "The judge needs one minute in which both versions answered requests.");
        }
        return new PageContent.Band(look, ruling.judgement().sentence(), note(ruling));
    }

    private String note(Ruling ruling) {
        var parts = new ArrayList<String>();
        var decided = ruling.decidedAt();
        if (decided != null) {
            parts.add("Decided at " + Words.time(decided, now, zone) + ".");
        }
        parts.add(
                switch (ruling.judgement().verdict()) {
                    case ROLLBACK -> "Wrong at most once in 100 harmless releases, however often you look.";
                    case PROMOTE -> "Wrong at most once in 20 releases at the margin, however often you look.";
                    case CONTINUE -> "Nothing is decided yet.";
                    case INCONCLUSIVE -> "A person decides; more time would not.";
                    case INVALID -> "Mend the routing; until then no count can be compared.";
                });
        var change = ruling.judgement().change();
        if (!change.isEmpty()) {
            parts.add("What would turn it: " + change);
        }
        return String.join(" ", parts);
    }

    private String conditions(Ruling ruling) {
        var split = ruling.split();
        var told = Double.isNaN(split.asked())
                ? "Nobody tells how traffic should be split."
                : split.mismatch()
                        ? "The split is " + Words.share(split.seen()) + ", not " + Words.share(split.asked())
                                + ": counts cannot be compared."
                        : "The split is " + Words.share(split.seen()) + ", as planned: counts can be compared.";
        double dispersion = ruling.judgement().metrics().stream()
                .mapToDouble(MetricJudgement::dispersion)
                .max()
                .orElse(1);
        return told + " Dispersion " + Words.number(dispersion, 1) + ". Warm-up 5 min left out. "
                + margins(ruling) + "Judged from " + Words.time(ruling.begun(), now, zone) + " to "
                + Words.time(ruling.until(), now, zone) + ". " + Judgement.ASSUMPTIONS;
    }

    /// The margin most metrics have is named once.
    private static String margins(Ruling ruling) {
        var byMargin = ruling.judgement().metrics().stream()
                .map(MetricJudgement::metric)
                .collect(Collectors.groupingBy(EventMetric::margin, TreeMap::new, Collectors.toList()));
        var usual = byMargin.entrySet().stream()
                .max(Comparator.comparingInt(it -> it.getValue().size()))
                .map(Map.Entry::getKey);
        if (usual.isEmpty()) {
            return "";
        }
        var others = byMargin.entrySet().stream()
                .filter(it -> !it.getKey().equals(usual.get()))
                .flatMap(it -> it.getValue().stream())
                .map(it -> ", " + it.name().toLowerCase(Locale.ROOT) + " " + Words.number(it.margin(), 1) + "×")
                .collect(Collectors.joining());
        return "Margin " + Words.number(usual.get(), 1) + "×" + others + ". ";
    }

    private PageContent.@Nullable Charts charts(Ruling ruling, String metric) {
        var metrics = ruling.judgement().metrics();
        var gauge = ruling.judgement().gauges().stream()
                .filter(it -> it.metric().name().equals(metric))
                .findFirst();
        if (gauge.isPresent()) {
            return MetricChartModels.of(ruling, gauge.get(), release.facts(), zone);
        }
        return metrics.stream()
                .filter(it -> it.metric().name().equals(metric))
                .findFirst()
                .or(() -> metrics.stream()
                        .filter(it -> it.verdict() == MetricJudgement.Verdict.FAIL)
                        .findFirst())
                .or(() -> metrics.stream().findFirst())
                .map(it -> MetricChartModels.of(ruling, it, release.facts(), zone))
                .orElse(null);
    }

    private List<PageContent.Change> changes(List<FleetEvent> own) {
        return own.stream()
                .filter(it -> TOLD.contains(it.kind()) && !it.at().isAfter(now))
                .sorted(Comparator.comparing(FleetEvent::at).reversed())
                .limit(CHANGES)
                .map(it -> new PageContent.Change(
                        Words.oneLine(it.text(), 120), it.source(), Words.time(it.at(), now, zone)))
                .toList();
    }
}
