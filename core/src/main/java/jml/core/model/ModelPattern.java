package jml.core.model;

/// Which models a line of a profile is about.
///
/// @param environment empty means all
/// @param model a name in which `*` stands for any characters; never empty
public record ModelPattern(String environment, String model) {
    public ModelPattern {
        if (model.isEmpty()) {
            throw new IllegalArgumentException("a rule needs a model, or * for all");
        }
    }

    public boolean matches(ModelKey key) {
        return (environment.isEmpty() || environment.equals(key.environment())) && like(model, key.name());
    }

    // The parts between stars have to follow each other; taking each as early as possible leaves most for the rest.
    private static boolean like(String pattern, String name) {
        int first = pattern.indexOf('*');
        if (first < 0) {
            return pattern.equals(name);
        }
        int last = pattern.lastIndexOf('*');
        var head = pattern.substring(0, first);
        var tail = pattern.substring(last + 1);
        if (!name.startsWith(head) || !name.endsWith(tail)) {
            return false;
        }
        int at = head.length();
        for (int star = first; star < last; ) {
            int next = pattern.indexOf('*', star + 1);
            var part = pattern.substring(star + 1, next);
            int found = name.indexOf(part, at);
            if (found < 0) {
                return false;
            }
            at = found + part.length();
            star = next;
        }
        return at + tail.length() <= name.length();
    }
}
