package jml.connectors.kubernetes;

import java.util.List;
import java.util.Map;

/// What image references and labels tell about the version of a model.
final class Images {
    /// In this order: the more special name first.
    private static final List<String> VERSION_KEYS =
            List.of("jml.dev/model-version", "model-version", "app.kubernetes.io/version");

    private Images() {}

    /// `sha256:…` of a reference that is pinned or of a pod's imageID; empty when there is none.
    static String digest(String reference) {
        int at = reference.lastIndexOf("sha256:");
        return at < 0 ? "" : reference.substring(at);
    }

    /// The tag; empty when there is none. `latest` is no version and counts as none.
    static String tag(String image) {
        var unpinned = image.contains("@") ? image.substring(0, image.indexOf('@')) : image;
        int colon = unpinned.lastIndexOf(':');
        // A colon before the last slash belongs to the registry's port.
        var tag = colon > unpinned.lastIndexOf('/') ? unpinned.substring(colon + 1) : "";
        return tag.equals("latest") ? "" : tag;
    }

    /// The registry version named by the first of the maps that names one, else by the tag; empty when unknown.
    @SafeVarargs
    static String modelVersion(String image, Map<String, String>... labels) {
        for (var key : VERSION_KEYS) {
            for (var map : labels) {
                var value = map.get(key);
                if (value != null && !value.isBlank()) {
                    return value;
                }
            }
        }
        return tag(image);
    }
}
