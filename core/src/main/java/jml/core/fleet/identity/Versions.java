package jml.core.fleet.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jml.core.registry.RegisteredModel;
import jml.core.release.Workload;
import org.jspecify.annotations.Nullable;

/// Which version of one model something is, by whatever it says of itself.
final class Versions {
    private static final Set<String> SAYS_NOTHING =
            Set.of("", "none", "null", "nil", "n/a", "default", "latest", "unknown", "undefined", "not available");

    private final @Nullable RegisteredModel registered;
    private final Map<String, String> byDigest = new HashMap<>();
    private final Map<String, String> byImage = new HashMap<>();

    Versions(@Nullable RegisteredModel registered, RegistryTags tags) {
        this.registered = registered;
        if (registered != null) {
            for (var version : registered.versions()) {
                RegistryIndex.values(version.tags(), tags.digest())
                        .forEach(it -> byDigest.putIfAbsent(RegistryIndex.digest(it), version.version()));
                RegistryIndex.values(version.tags(), tags.image())
                        .forEach(it -> byImage.putIfAbsent(it, version.version()));
            }
        }
    }

    /// The registry's spelling of what a label or tag calls a version; empty when it says nothing.
    String named(String text) {
        var word = text.strip().substring(text.strip().lastIndexOf('/') + 1);
        if (SAYS_NOTHING.contains(word.toLowerCase(Locale.ROOT))) {
            return "";
        }
        if (registered != null && registered.version(word).isPresent()) {
            return word;
        }
        return word.length() > 1
                        && (word.charAt(0) == 'v' || word.charAt(0) == 'V')
                        && Character.isDigit(word.charAt(1))
                ? word.substring(1)
                : word;
    }

    /// Version of a revision: what it says, else what its image's digest says, else its image's tag; empty when
    /// none tells. What it says yields to the image where the registry has no such version.
    String of(Workload.Revision revision) {
        var said = said(revision);
        if (!said.isEmpty() && exists(said)) {
            return said;
        }
        var carried = carried(revision);
        if (!carried.isEmpty()) {
            return carried;
        }
        return said.isEmpty() ? tagged(revision.image()) : said;
    }

    /// What a revision says of itself. Where that is only its image's tag again, it is believed no more than the tag.
    String said(Workload.Revision revision) {
        var said = named(revision.modelVersion());
        return said.equals(named(tag(revision.image()))) ? tagged(revision.image()) : said;
    }

    /// Version whose tags name the image of this revision; empty when none does. The only way to tell the versions of
    /// several models on one server apart.
    String carried(Workload.Revision revision) {
        var digest = revision.digest().isEmpty() ? revision.image() : revision.digest();
        var byIdentity = digest.contains("sha256:") ? byDigest.get(RegistryIndex.digest(digest)) : null;
        return byIdentity != null ? byIdentity : byImage.getOrDefault(withoutDigest(revision.image()), "");
    }

    // Of a registered model only a number is believed: the tag of a serving image is not a model's version.
    private String tagged(String image) {
        var tag = named(tag(image));
        boolean believed = registered == null
                || registered.version(tag).isPresent()
                || tag.chars().allMatch(Character::isDigit);
        return believed ? tag : "";
    }

    private static String tag(String image) {
        var plain = withoutDigest(image);
        int colon = plain.lastIndexOf(':');
        return colon > plain.lastIndexOf('/') ? plain.substring(colon + 1) : "";
    }

    private static String withoutDigest(String image) {
        int at = image.indexOf('@');
        return at < 0 ? image : image.substring(0, at);
    }

    /// True when the registry has it, or there is no registry to ask.
    boolean exists(String version) {
        return registered == null || registered.version(version).isPresent();
    }

    /// The distinct versions that series of the model tell, track labels left out.
    List<String> told(List<SeriesSeen> series) {
        return series.stream()
                .flatMap(seen -> seen.preset().versionLabels().stream()
                        .map(seen.labels()::get)
                        .filter(java.util.Objects::nonNull)
                        .filter(it -> Tracks.arm(it) == null)
                        .map(this::named)
                        .filter(it -> !it.isEmpty())
                        .limit(1))
                .distinct()
                .sorted()
                .toList();
    }
}
