package jml.engine.collect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import jml.core.alert.Alert;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Objectives;
import jml.core.fleet.Origin;
import jml.core.fleet.Placement;
import jml.core.fleet.Roster;
import jml.core.fleet.StandingRules;
import jml.core.fleet.Unmatched;
import jml.core.fleet.identity.Identification;
import jml.core.fleet.identity.IdentityRules;
import jml.core.fleet.identity.Observed;
import jml.core.fleet.identity.SeriesSeen;
import jml.core.judge.JudgeInterval;
import jml.core.source.SourceHealth;
import jml.engine.approval.UnapprovedFindings;
import jml.engine.metric.MetricReading;
import jml.engine.metric.Releasing;
import org.jspecify.annotations.Nullable;

/// Makes one snapshot of what all sources answered last. Facts are identified anew only when some changed. One
/// thread at a time.
final class Assembly {
    /// @param told what registries got and lost since the assembly before
    /// @param intervals the judge's minutes that ended since then
    record Assembled(FleetSnapshot snapshot, List<FleetEvent> told, List<JudgeInterval> intervals) {}

    private final IdentityRules rules;
    private final Objectives objectives;
    private final UnapprovedFindings approvals;
    private final SeriesRoll roll = new SeriesRoll();
    private final CountLedger ledger = new CountLedger();
    private final RegistryWatch registries;
    private Set<MetricReading> counted = identitySet();

    private FleetSnapshot previous;
    private List<SeriesSeen> seen = List.of();
    private @Nullable Identification identification;
    private List<Object> identifiedFrom = List.of();
    private volatile @Nullable Known known;

    /// What a question about one model needs, as of the last assembly; safe on any thread.
    record Known(Subjects subjects, List<SeriesSeen> series) {
        private List<SeriesSeen> releasing() {
            var models = subjects.shown().models();
            return series.stream()
                    .filter(it -> {
                        int row = subjects.of(it.environment(), it.preset(), it.labels(), false);
                        return row >= 0 && models.get(row).releasing();
                    })
                    .toList();
        }
    }

    /// @param last the newest recorded snapshot, or an empty one
    Assembly(IdentityRules rules, Objectives objectives, UnapprovedFindings approvals, FleetSnapshot last) {
        this.approvals = approvals;
        this.rules = rules;
        this.objectives = objectives;
        this.previous = last;
        this.registries = new RegistryWatch(last);
        ledger.seed(last);
    }

    Assembled assemble(Instant at, List<EnvironmentReading> readings, List<SourceHealth> sources) {
        readings.forEach(reading -> newMetrics(reading)
                .forEach(metrics -> roll.add(reading.environment().name(), metrics)));
        var identified = identify(readings);
        var carried = withCarried(identified.roster(), readings);
        var roster = approvals.in(carried, new RegisteredNow(readings), at);
        var subjects = new Subjects(identified, roster);
        known = new Known(subjects, seen);
        var intervals = count(readings, subjects);
        var figures = new FigureFill(at, subjects);
        readings.forEach(reading -> reading.metrics()
                .forEach(answer -> figures.add(reading.environment().name(), answer.value())));
        figures.markMissing(previous, rows(roster, environments(readings, false)));
        figures.share();
        figures.carry(previous, rows(roster, environments(readings, true)));
        ledger.fill(figures.builder(), roster);
        var built = figures.builder().build();

        var alerts = new ArrayList<Alert>();
        var alertedRows = new ArrayList<Integer>();
        var unmatched = new ArrayList<>(identified.unmatched());
        for (var reading : readings) {
            addAlerts(reading, identified, alerts, alertedRows, unmatched);
        }
        int[] rows = alertedRows.stream().mapToInt(Integer::intValue).toArray();
        var standings = StandingRules.stand(at, roster, built, alerts, rows, sources, previous);
        var environments =
                readings.stream().map(EnvironmentReading::environment).toList();
        previous = new FleetSnapshot(
                at, Origin.LIVE, environments, roster, built, standings, alerts, rows, sources, unmatched);
        return new Assembled(previous, registries.tell(at, readings, roster), intervals);
    }

    /// Null before the first assembly.
    @Nullable
    Known known() {
        return known;
    }

    /// What has a release under way, as of the last assembly.
    Releasing releasing() {
        var now = identification;
        boolean any = now != null && now.roster().models().stream().anyMatch(ModelFacts::releasing);
        var last = known;
        return new Releasing(any, any && last != null ? last.releasing() : List.of());
    }

    private List<MetricReading> newMetrics(EnvironmentReading reading) {
        return reading.metrics().stream()
                .map(answer -> answer.value())
                .filter(metrics -> !counted.contains(metrics))
                .toList();
    }

    private Identification identify(List<EnvironmentReading> readings) {
        var from = new ArrayList<Object>();
        readings.forEach(reading -> {
            reading.registries().forEach(registered -> from.add(registered.answer()));
            from.addAll(reading.clusters());
        });
        boolean newSeries = roll.takeChanged();
        var before = identification;
        if (before != null && !newSeries && sameInstances(from, identifiedFrom)) {
            return before;
        }
        var identified = rules.identify(observed(readings), objectives, before);
        identification = identified;
        seen = roll.series();
        identifiedFrom = from;
        return identified;
    }

    private Observed observed(List<EnvironmentReading> readings) {
        return new Observed(
                readings.stream().map(EnvironmentReading::environment).toList(),
                readings.stream()
                        .flatMap(reading -> reading.registries().stream()
                                .map(registered -> RegistryWatch.observed(
                                        reading.environment().name(), registered)))
                        .toList(),
                readings.stream()
                        .flatMap(reading -> reading.workloads().stream())
                        .toList(),
                roll.series());
    }

    // Answers are kept by reference, so an unchanged one is the very same object.
    @SuppressWarnings("ReferenceEquality")
    private static boolean sameInstances(List<Object> some, List<Object> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (some.get(i) != others.get(i)) {
                return false;
            }
        }
        return true;
    }

    /// Keeps the models of an environment whose registry or cluster has not answered since the start, unless another
    /// row already stands for their workload.
    private Roster withCarried(Roster identified, List<EnvironmentReading> readings) {
        var silent = new HashSet<String>();
        readings.stream()
                .filter(EnvironmentReading::factsSilent)
                .forEach(reading -> silent.add(reading.environment().name()));
        if (silent.isEmpty()) {
            return identified;
        }
        var places = new HashSet<String>();
        identified.models().forEach(facts -> facts.placements().stream()
                .map(Placement::where)
                .forEach(places::add));
        var models = new ArrayList<>(identified.models());
        for (var facts : previous.roster().models()) {
            if (silent.contains(facts.key().environment())
                    && identified.row(facts.key()).isEmpty()
                    && facts.placements().stream().map(Placement::where).noneMatch(places::contains)) {
                models.add(facts);
            }
        }
        return models.size() == identified.size() ? identified : new Roster(models);
    }

    // Readings are large values; which one it is, is all that matters.
    private static Set<MetricReading> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private List<JudgeInterval> count(List<EnvironmentReading> readings, Subjects subjects) {
        var intervals = new ArrayList<JudgeInterval>();
        Set<MetricReading> current = identitySet();
        for (var reading : readings) {
            var environment = reading.environment().name();
            for (var answer : reading.metrics()) {
                current.add(answer.value());
                if (!counted.contains(answer.value())) {
                    for (var minute : answer.value().minutes()) {
                        intervals.addAll(ledger.add(MinuteCounts.of(environment, minute, subjects), subjects.shown()));
                    }
                }
            }
        }
        counted = current;
        return intervals;
    }

    private static void addAlerts(
            EnvironmentReading reading,
            Identification identified,
            List<Alert> alerts,
            List<Integer> rows,
            List<Unmatched> unmatched) {
        var environment = reading.environment().name();
        for (var answer : reading.alerts()) {
            for (var alert : answer.value()) {
                alerts.add(alert);
                rows.add(identified.row(environment, alert));
                identified.unmatched(environment, alert).ifPresent(unmatched::add);
            }
        }
    }

    /// Environments whose figures are silent, or those whose figures are answered.
    private static Set<String> environments(List<EnvironmentReading> readings, boolean silent) {
        var names = new HashSet<String>();
        for (var reading : readings) {
            if (reading.figuresSilent() == silent
                    && (silent || !reading.metrics().isEmpty())) {
                names.add(reading.environment().name());
            }
        }
        return names;
    }

    private static BitSet rows(Roster roster, Set<String> environments) {
        var rows = new BitSet(roster.size());
        for (int row = 0; row < roster.size(); row++) {
            if (environments.contains(roster.models().get(row).key().environment())) {
                rows.set(row);
            }
        }
        return rows;
    }
}
