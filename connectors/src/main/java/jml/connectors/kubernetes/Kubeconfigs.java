package jml.connectors.kubernetes;

import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jml.core.source.Connections.ClusterContext;
import jml.core.source.SourceException;
import org.jspecify.annotations.Nullable;

/// The kubeconfig files a person has, read anew at each call and never written. Where two files name the same
/// thing the first wins, as with kubectl.
public final class Kubeconfigs {
    private final String source;
    private final List<Path> files;
    private final boolean mayLack;

    private Kubeconfigs(String source, List<Path> files, boolean mayLack) {
        this.source = source;
        this.files = List.copyOf(files);
        this.mayLack = mayLack;
    }

    /// Those of the variable KUBECONFIG, else `~/.kube/config`; missing ones count as empty.
    public static Kubeconfigs usual(String source) {
        var named = System.getenv("KUBECONFIG");
        if (named == null || named.isBlank()) {
            return new Kubeconfigs(source, List.of(Path.of(System.getProperty("user.home"), ".kube", "config")), true);
        }
        return new Kubeconfigs(source, paths(named), true);
    }

    /// Exactly these, separated as on the PATH; a missing one is an error.
    public static Kubeconfigs of(String source, String files) {
        return new Kubeconfigs(source, paths(files), false);
    }

    /// Every context with its cluster, user and namespace, in the files' order; empty when there is no file.
    public List<ClusterContext> contexts() throws SourceException {
        var all = new LinkedHashMap<String, ClusterContext>();
        for (var config : read()) {
            for (var named : list(config.getContexts())) {
                var context = named.getContext();
                if (context != null) {
                    all.putIfAbsent(
                            named.getName(),
                            new ClusterContext(
                                    named.getName(),
                                    text(context.getCluster()),
                                    text(context.getUser()),
                                    text(context.getNamespace())));
                }
            }
        }
        return List.copyOf(all.values());
    }

    /// @param name empty means the current context of the first file that has one
    KubeContext context(String name) throws SourceException {
        var configs = read();
        var wanted = name.isEmpty() ? current(configs) : name;
        if (wanted.isEmpty()) {
            throw misconfigured(describe() + " names no current context; it has " + known());
        }
        var context =
                find(configs, Config::getContexts, named -> named.getName().equals(wanted));
        if (context == null || context.getContext() == null) {
            throw misconfigured(describe() + " has no context \"" + wanted + "\"; it has " + known());
        }
        var cluster = text(context.getContext().getCluster());
        if (find(configs, Config::getClusters, named -> named.getName().equals(cluster) && named.getCluster() != null)
                == null) {
            throw misconfigured("context \"" + wanted + "\" in " + describe() + " names cluster \"" + cluster
                    + "\", which is not there");
        }
        var user = text(context.getContext().getUser());
        var known = find(configs, Config::getUsers, named -> named.getName().equals(user));
        return new KubeContext(wanted, known == null ? null : known.getUser(), fileOf(context), configs);
    }

    /// The files' names, for messages.
    String describe() {
        return files.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private String known() throws SourceException {
        var names = contexts().stream().map(ClusterContext::name).toList();
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private List<Config> read() throws SourceException {
        var read = new ArrayList<Config>();
        for (var file : files) {
            if (Files.isRegularFile(file)) {
                read.add(parse(file));
            } else if (!mayLack) {
                throw misconfigured("kubeconfig " + file + " does not exist");
            }
        }
        return read;
    }

    private Config parse(Path file) throws SourceException {
        try {
            // fabric8's public loaders take one file or the process-wide settings; several files only go in here.
            return KubeConfigUtils.parseConfig(file.toFile());
        } catch (RuntimeException e) {
            // The YAML reader's own exceptions come through; all quote the file, which may hold a token.
            throw misconfigured("kubeconfig " + file + " cannot be read as one");
        }
    }

    private static String current(List<Config> configs) {
        return configs.stream()
                .map(Config::getCurrentContext)
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElse("");
    }

    private static <T> @Nullable T find(
            List<Config> configs, Function<Config, @Nullable List<T>> part, Predicate<T> wanted) {
        for (var config : configs) {
            for (var each : list(part.apply(config))) {
                if (wanted.test(each)) {
                    return each;
                }
            }
        }
        return null;
    }

    private static @Nullable Path fileOf(NamedContext context) {
        var file = KubeConfigUtils.getFileWithNamedContext(context);
        return file == null ? null : file.toPath();
    }

    private static List<Path> paths(String joined) {
        var paths = new ArrayList<Path>();
        for (var each : joined.split(File.pathSeparator)) {
            if (!each.isBlank()) {
                paths.add(Path.of(each.strip()));
            }
        }
        return paths;
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private SourceException misconfigured(String message) {
        return new SourceException(source, SourceException.Kind.MISCONFIGURED, message);
    }
}
