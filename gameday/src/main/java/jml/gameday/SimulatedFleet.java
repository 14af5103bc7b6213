package jml.gameday;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import jml.core.alert.Silence;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.judge.JudgeInterval;
import jml.core.metric.Currency;
import jml.core.model.Environment;
import jml.core.registry.RegisteredModel;
import jml.core.release.Orchestrator;
import jml.gameday.catalogue.Catalogue;
import jml.gameday.catalogue.SimulatedModel;
import jml.gameday.plan.Change;
import jml.gameday.plan.Disturbance;
import jml.gameday.plan.Setup;
import jml.gameday.plan.Span;
import jml.gameday.plan.Stories;
import jml.gameday.plan.Story;
import jml.gameday.traffic.Served;
import org.jspecify.annotations.Nullable;

/// A fleet of models that behaves like a real one and costs next to nothing to run.
///
/// It is a pure function of its seed, the instant it was opened, the changes applied to it, and the instant asked
/// for: the same arguments give the same answer, in any order, at any time, without a step through the time between.
/// It has three days of history when it is opened, and goes on for thirty. It is a closed loop: [#apply(Change)] sets
/// versions, weights and replicas from an instant on, and figures, alerts and states follow; what lies before that
/// instant stays as it was. Safe from any thread.
public final class SimulatedFleet {
    /// Where simulated models serve.
    public static final Environment ENVIRONMENT = new Environment("game day", Environment.Stage.SIMULATED, false);

    /// What its models cost is counted in.
    public static final Currency CURRENCY = new Currency("EUR");

    /// Name of the one source, and of the cluster, registry and alert source there would be.
    public static final String SOURCE = FactsOfModel.SOURCE;

    /// How often the fleet is looked at, as a source would be.
    public static final Duration INTERVAL = Duration.ofSeconds(30);

    private final Span span;
    private final Map<String, Integer> numbers;
    private final Snapshots snapshots;
    private volatile List<ModelRow> rows;
    private volatile Silences silences = Silences.NONE;

    private SimulatedFleet(Span span, List<ModelRow> rows) {
        this.span = span;
        this.rows = rows;
        this.numbers = HashMap.newHashMap(rows.size());
        for (var row : rows) {
            if (numbers.put(row.model().name(), numbers.size()) != null) {
                throw new IllegalArgumentException(
                        "two simulated models called " + row.model().name());
            }
        }
        this.snapshots = new Snapshots(span);
    }

    /// The default fleet with its stories.
    ///
    /// @param models how many; the first eight show every state, the first 24 have names and stories of their own
    /// @param opened the instant around which the stories are told: the bad canary is 21 minutes old then
    public static SimulatedFleet of(long seed, int models, Instant opened) {
        var span = Span.around(opened);
        var catalogue = Catalogue.first(models);
        var rows = new ArrayList<ModelRow>(models);
        for (int number = 0; number < models; number++) {
            var model = catalogue.get(number);
            rows.add(new ModelRow(model, ENVIRONMENT, Stories.of(model, number, seed, span), span, seed));
        }
        return new SimulatedFleet(span, List.copyOf(rows));
    }

    /// A fleet in which nothing happens but what is applied to it: for whoever drives it from a real cluster.
    ///
    /// @param models with different names
    public static SimulatedFleet quiet(long seed, List<SimulatedModel> models, Instant opened) {
        return quiet(seed, models, Map.of(), opened);
    }

    /// The same, with what troubles some models by name: a version that is bad by itself, whoever rolls it out.
    public static SimulatedFleet quiet(
            long seed, List<SimulatedModel> models, Map<String, List<Disturbance>> troubles, Instant opened) {
        var span = Span.around(opened);
        var rows = models.stream()
                .map(model -> {
                    var setup = Setup.of(model.version(), model.serving().replicas());
                    var begin = new Change(span.began(), model.name(), setup, "");
                    return new ModelRow(
                            model,
                            ENVIRONMENT,
                            new Story(List.of(begin), troubles.getOrDefault(model.name(), List.of())),
                            span,
                            seed);
                })
                .toList();
        return new SimulatedFleet(span, rows);
    }

    public Span span() {
        return span;
    }

    public List<SimulatedModel> models() {
        return rows.stream().map(ModelRow::model).toList();
    }

    /// How a model is set up at an instant; empty when the fleet has no such model.
    public Optional<Setup> setup(String model, Instant at) {
        var number = numbers.get(model);
        return number == null
                ? Optional.empty()
                : Optional.of(rows.get(number).story().setup(at));
    }

    /// From the change's instant on the model is set up so. What its story had planned for later is dropped.
    ///
    /// @throws IllegalArgumentException when the fleet has no such model or the instant lies before its history
    public void apply(Change change) {
        if (row(change.model()) == null) {
            throw new IllegalArgumentException("no simulated model called " + change.model());
        }
        retell(change.model(), story -> story.with(change));
    }

    /// Lets a model live another story from some instant on.
    ///
    /// @param told may be called once, and must leave what lies before that instant as it was
    public synchronized void retell(String model, UnaryOperator<Story> told) {
        int number = Objects.requireNonNull(numbers.get(model), model);
        var changed = new ArrayList<>(rows);
        var row = changed.get(number);
        changed.set(number, row.with(ENVIRONMENT, told.apply(row.story())));
        rows = List.copyOf(changed);
    }

    /// The story a model lives; empty when the fleet has no such model.
    public Optional<Story> story(String model) {
        return Optional.ofNullable(row(model)).map(ModelRow::story);
    }

    /// What registry and cluster tell of a model at an instant; empty when the fleet has no such model.
    public Optional<ModelFacts> facts(String model, Instant at) {
        return Optional.ofNullable(row(model)).map(it -> it.facts(span.seconds(at)));
    }

    /// From an instant on a silence is so: a new one, or one that ends at another time. Its state does not matter.
    public synchronized void silence(Instant at, Silence silence) {
        silences = silences.with(at, silence);
    }

    /// All silences made until an instant, ended ones among them, as they stood then.
    public List<Silence> silences(Instant at) {
        return silences.at(at);
    }

    /// Everything the console would know of the fleet at an instant.
    public FleetSnapshot snapshot(Instant at) {
        return snapshots.at(rows, silences.inForce(at), at);
    }

    /// The judge's input of the releases under way: the whole minutes that end after `from` and no later than `to`.
    public List<JudgeInterval> intervals(Instant from, Instant to) {
        return JudgeMinutes.between(rows, from, to);
    }

    /// What a registry would hold at an instant, by name.
    public List<RegisteredModel> registry(Instant at) {
        return SimulatedRegistry.at(rows, at);
    }

    /// What a registry would hold of one model at an instant; empty when it or the fleet has no such model.
    public Optional<RegisteredModel> registered(String model, Instant at) {
        var row = row(model);
        return row == null
                ? Optional.empty()
                : SimulatedRegistry.at(List.of(row), at).stream().findFirst();
    }

    /// The pods a cluster would run for a model at an instant, unhealthy first; none when no cluster holds it or the
    /// fleet has no such model.
    public List<Orchestrator.Pod> pods(String model, Instant at) {
        var row = row(model);
        return row == null ? List.of() : SimulatedPods.of(row, at);
    }

    /// The versions that serve at an instant with what each has counted, model by model, for whoever exposes them as
    /// metrics. A version's counters begin at zero when it begins to serve.
    public List<Served> served(Instant at) {
        double seconds = span.seconds(at);
        var served = new ArrayList<Served>(rows.size() * 9 / 8);
        for (var row : rows) {
            served.addAll(row.traffic().served(seconds));
        }
        return served;
    }

    @Nullable
    ModelRow row(String model) {
        var number = numbers.get(model);
        return number == null ? null : rows.get(number);
    }

    List<ModelRow> rows() {
        return rows;
    }
}
