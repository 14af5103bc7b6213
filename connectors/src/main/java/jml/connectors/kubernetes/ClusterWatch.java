package jml.connectors.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;

/// The watches of one cluster: four kinds in each namespace looked at, each on a virtual thread of its own.
final class ClusterWatch implements AutoCloseable {
    private final List<ListWatch<WorkloadRow>> deployments;
    private final List<ListWatch<WorkloadRow>> rollouts;
    private final List<ListWatch<ReplicaSetRow>> replicaSets;
    private final List<ListWatch<PodRow>> pods;
    private final List<Thread> threads = new ArrayList<>();

    /// Makes a watch; given by the orchestrator, which knows the server.
    interface Maker {
        <R> ListWatch<R> make(ListWatch.Target target, RowReader<R> reader);
    }

    /// Starts at once.
    ///
    /// @param namespaces one empty name means all
    ClusterWatch(ClusterSettings settings, List<String> namespaces, Maker maker) {
        var selector = settings.selector();
        deployments = in(
                namespaces,
                name -> maker.make(new ListWatch.Target(Resource.DEPLOYMENTS, name, selector), new DeploymentReader()));
        rollouts = in(
                namespaces,
                name -> maker.make(new ListWatch.Target(Resource.ROLLOUTS, name, selector), new RolloutReader()));
        replicaSets = in(
                namespaces,
                name -> maker.make(new ListWatch.Target(Resource.REPLICA_SETS, name, ""), new ReplicaSetReader()));
        pods = in(namespaces, name -> maker.make(new ListWatch.Target(Resource.PODS, name, ""), new PodReader()));
        for (var watch : all()) {
            threads.add(Thread.ofVirtual()
                    .name(settings.source() + " " + watch.target().words())
                    .start(watch));
        }
    }

    private static <T> List<T> in(List<String> namespaces, Function<String, T> make) {
        return namespaces.stream().map(make).toList();
    }

    /// Waits until each watch has an outcome; those that wait for a person's sign-in try again.
    ///
    /// @throws SourceException when one fails for another reason than a missing right, or when no workload may be
    /// read
    void await() throws SourceException, InterruptedException {
        SourceException failure = null;
        all().forEach(watch -> watch.state().wake());
        for (var watch : all()) {
            var problem = watch.state().outcome().failure();
            if (problem != null && problem.kind() != Kind.FORBIDDEN && failure == null) {
                failure = problem;
            }
        }
        if (failure == null
                && deployments.stream().allMatch(ClusterWatch::hidden)
                && rollouts.stream()
                        .allMatch(watch -> hidden(watch) || !watch.state().now().present())) {
            failure = deployments.getFirst().state().now().failure();
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static boolean hidden(ListWatch<?> watch) {
        var now = watch.state().now();
        return now.failure() != null && !now.listed();
    }

    List<WorkloadRow> workloads() {
        var rows = new ArrayList<WorkloadRow>();
        deployments.forEach(watch -> watch.table().forEach(rows::add));
        rollouts.forEach(watch -> watch.table().forEach(rows::add));
        return rows;
    }

    List<ReplicaSetRow> replicaSets() {
        var rows = new ArrayList<ReplicaSetRow>();
        replicaSets.forEach(watch -> watch.table().forEach(rows::add));
        return rows;
    }

    void forEachPod(Consumer<PodRow> action) {
        pods.forEach(watch -> watch.table().forEach(action));
    }

    /// Where pods, or the ReplicaSets they belong to, may not be read; an empty name means everywhere.
    Set<String> blindNamespaces() {
        return Stream.concat(pods.stream(), replicaSets.stream())
                .filter(ClusterWatch::hidden)
                .map(watch -> watch.target().namespace())
                .collect(Collectors.toUnmodifiableSet());
    }

    List<String> warnings() {
        var warnings = new ArrayList<String>();
        for (var watch : all()) {
            var now = watch.state().now();
            var problem = now.failure();
            if (problem != null && problem.kind() == Kind.FORBIDDEN) {
                warnings.add(
                        now.listed()
                                ? "may not watch " + watch.target().words() + ": listed about every minute instead"
                                : "may not list " + watch.target().words());
            }
        }
        return warnings;
    }

    /// How often a watch had to begin anew because the server had forgotten its place.
    int relists() {
        return all().stream().mapToInt(watch -> watch.state().now().relists()).sum();
    }

    private List<ListWatch<?>> all() {
        var all = new ArrayList<ListWatch<?>>(deployments);
        all.addAll(rollouts);
        all.addAll(replicaSets);
        all.addAll(pods);
        return all;
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }
}
