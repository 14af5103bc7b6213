package jml.core.model;

/// One row of the fleet: a model in an environment. The same model in two environments is two rows.
public record ModelKey(String environment, String name) implements Comparable<ModelKey> {
    public ModelKey {
        if (name.isBlank()) {
            throw new IllegalArgumentException("model without a name in " + environment);
        }
    }

    /// `environment/name`, unique among all rows.
    public String path() {
        return environment + "/" + name;
    }

    @Override
    public int compareTo(ModelKey other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : environment.compareTo(other.environment);
    }
}
