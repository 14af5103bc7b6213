package jml.connectors.kubernetes;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import jml.core.release.Orchestrator;
import jml.core.release.Rollout.Analysis;
import jml.core.release.Workload;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;
import jml.core.source.SourceSettings;
import org.jspecify.annotations.Nullable;

/// Deployments of Kubernetes and Rollouts of Argo, followed by watches that begin with the first question. Keeps
/// small records, never whole objects, and counts pods instead of keeping them.
public final class KubernetesOrchestrator implements Orchestrator {
    private final ClusterSettings settings;
    private final ApiServer server;
    private final Listing listing;
    private final Access access;
    private final AnalysisRuns analysisRuns;
    private final Pause pause;
    private final AtomicBoolean rung = new AtomicBoolean();
    private final Told told = new Told();
    private final AtomicLong changes = new AtomicLong();
    private volatile Runnable listener = () -> {};
    private volatile @Nullable Following following;
    private volatile boolean closed;
    private @Nullable Answer last;

    private record Following(ClusterWatch watch, Scope scope) {}

    /// What an answer depends on.
    private record Question(long changes, Map<String, Analysis> analyses) {}

    private record Answer(Question question, List<Workload> workloads) {}

    /// @param login asked again whenever the server refuses the credentials
    public KubernetesOrchestrator(ClusterSettings settings, ClusterLogin login, InstantSource clock) {
        this(settings, login, clock, duration -> Thread.sleep(duration));
    }

    KubernetesOrchestrator(ClusterSettings settings, ClusterLogin login, InstantSource clock, Pause pause) {
        this.settings = settings;
        this.server = new ApiServer(settings, login);
        this.listing = new Listing(server, settings.timeout());
        this.access = new Access(server);
        this.analysisRuns = new AnalysisRuns(listing, clock);
        this.pause = pause;
    }

    /// The cluster that a profile's kubeconfig and context name.
    public static KubernetesOrchestrator of(SourceSettings source, InstantSource clock) {
        var settings = ClusterSettings.of(source);
        return new KubernetesOrchestrator(settings, KubeconfigLogin.of(source, clock), clock);
    }

    @Override
    public List<Workload> workloads() throws SourceException, InterruptedException {
        var now = follow();
        try {
            now.watch().await();
        } finally {
            // After what the first lists brought and before reading: what changes from here on is told again.
            rung.set(false);
        }
        long state = changes.get();
        var rows = now.watch().workloads();
        var analyses = analysisRuns.of(rows, now.scope().namespaces());
        return answer(now, rows, new Question(state, analyses));
    }

    // The same list as before while nothing has changed: a cluster of thousands is asked every few seconds.
    private synchronized List<Workload> answer(Following now, List<WorkloadRow> rows, Question question) {
        var before = last;
        if (before != null && before.question().equals(question)) {
            return before.workloads();
        }
        var pods = new PodTally();
        now.watch().forEachPod(pods::add);
        var workloads = new Assembly(
                        settings,
                        rows,
                        now.watch().replicaSets(),
                        pods,
                        now.watch().blindNamespaces(),
                        question.analyses(),
                        told)
                .workloads();
        last = new Answer(question, workloads);
        return workloads;
    }

    private synchronized Following follow() throws SourceException, InterruptedException {
        if (closed) {
            throw new SourceException(settings.source(), Kind.UNREACHABLE, "the console has closed this source");
        }
        var now = following;
        if (now == null) {
            now = start();
            following = now;
        }
        return now;
    }

    private Following start() throws SourceException, InterruptedException {
        var scope = Scope.of(settings, server, access);
        var watch = new ClusterWatch(settings, scope.namespaces(), new ClusterWatch.Maker() {
            @Override
            public <R> ListWatch<R> make(ListWatch.Target target, RowReader<R> reader) {
                return new ListWatch<>(server, listing, target, reader, KubernetesOrchestrator.this::changed, pause);
            }
        });
        return new Following(watch, scope);
    }

    // Told once until somebody asks: a rollout of a hundred pods is hundreds of events.
    private void changed() {
        changes.incrementAndGet();
        if (rung.compareAndSet(false, true)) {
            listener.run();
        }
    }

    @Override
    public void onChange(Runnable changed) {
        listener = changed;
        rung.set(false);
    }

    @Override
    public List<Pod> pods(Workload workload) throws SourceException, InterruptedException {
        try {
            return new PodQuery(listing).pods(workload);
        } catch (Absent | Expired e) {
            throw new SourceException(settings.source(), Kind.REFUSED, "pods of " + workload.path(), e);
        }
    }

    @Override
    public String describe() throws SourceException, InterruptedException {
        var words = new ArrayList<String>();
        words.add("Kubernetes " + server.version());
        words.add(server.knows("apis/argoproj.io/v1alpha1") ? "Argo Rollouts" : "no Argo Rollouts");
        words.add("as " + access.user());
        var now = following;
        int relists = now == null ? 0 : now.watch().relists();
        if (relists > 0) {
            words.add("listed anew " + relists + (relists == 1 ? " time" : " times"));
        }
        return String.join(", ", words);
    }

    @Override
    public List<String> warnings() {
        var now = following;
        if (now == null) {
            return List.of();
        }
        var warnings = new ArrayList<>(now.watch().warnings());
        if (!now.scope().narrowed().isEmpty()) {
            warnings.addFirst(now.scope().narrowed());
        }
        var problem = analysisRuns.problem();
        if (problem != null) {
            warnings.add("analysis runs are not up to date: " + problem.getMessage());
        }
        return List.copyOf(warnings);
    }

    @Override
    public void close() {
        closed = true;
        var now = following;
        if (now != null) {
            now.watch().close();
        }
        server.close();
    }
}
