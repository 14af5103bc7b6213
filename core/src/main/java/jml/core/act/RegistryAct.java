package jml.core.act;

import java.util.UUID;
import jml.core.model.ModelKey;

/// A change in a model registry.
///
/// @param registered the model's name there
public record RegistryAct(UUID id, ModelKey model, String source, String registered, Verb verb) implements Act {

    public sealed interface Verb {
        /// Points the alias at a version, wherever it pointed before.
        record SetAlias(String alias, String version) implements Verb {}

        record DeleteAlias(String alias) implements Verb {}

        record SetTag(String version, String key, String value) implements Verb {}

        record DeleteTag(String version, String key) implements Verb {}
    }

    @Override
    public RegistryAct withId(UUID id) {
        return new RegistryAct(id, model, source, registered, verb);
    }

    @Override
    public String title() {
        return switch (verb) {
            case Verb.SetAlias set -> "Set alias " + set.alias() + " of " + registered + " to v" + set.version();
            case Verb.DeleteAlias delete -> "Take alias " + delete.alias() + " off " + registered;
            case Verb.SetTag set -> "Tag v" + set.version() + " of " + registered + " with " + set.key();
            case Verb.DeleteTag delete ->
                "Take tag " + delete.key() + " off v" + delete.version() + " of " + registered;
        };
    }
}
