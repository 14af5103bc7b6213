package jml.core.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jml.core.registry.ModelRegistry.Signature;
import jml.core.registry.ModelRegistry.Signature.Column;

/// What differs between the signatures of two versions, for those who call the first and will get the second.
///
/// @param breaking what makes their calls fail or their reading wrong, in words
/// @param harmless what they need not know
public record ContractChange(List<String> breaking, List<String> harmless) {
    public ContractChange {
        breaking = List.copyOf(breaking);
        harmless = List.copyOf(harmless);
    }

    public static ContractChange between(Signature from, Signature to) {
        var breaking = new ArrayList<String>();
        var harmless = new ArrayList<String>();
        sent("input", columns(from.inputs()), columns(to.inputs()), breaking, harmless);
        sent("parameter", columns(from.parameters()), columns(to.parameters()), breaking, harmless);
        read(columns(from.outputs()), columns(to.outputs()), breaking, harmless);
        return new ContractChange(breaking, harmless);
    }

    // Callers go on sending what the first version takes, and leave out what it let them leave out.
    private static void sent(
            String noun, Map<String, Column> was, Map<String, Column> now, List<String> breaking, List<String> fine) {
        was.forEach((name, column) -> {
            var next = now.get(name);
            if (next == null) {
                breaking.add(noun + " " + name + " is gone");
            } else if (!next.type().equals(column.type())) {
                breaking.add(noun + " " + name + " " + column.type() + " → " + next.type());
            } else if (next.required() && !column.required()) {
                breaking.add(noun + " " + name + " is required now");
            } else if (!next.required() && column.required()) {
                fine.add(noun + " " + name + " may be left out");
            }
        });
        now.forEach((name, column) -> {
            if (!was.containsKey(name)) {
                (column.required() ? breaking : fine)
                        .add(noun + " " + name + (column.required() ? " is new and required" : " is new"));
            }
        });
    }

    private static void read(
            Map<String, Column> was, Map<String, Column> now, List<String> breaking, List<String> fine) {
        was.forEach((name, column) -> {
            var next = now.get(name);
            if (next == null) {
                breaking.add("output " + name + " is gone");
            } else if (!next.type().equals(column.type())) {
                breaking.add("output " + name + " " + column.type() + " → " + next.type());
            }
        });
        now.keySet().stream()
                .filter(name -> !was.containsKey(name))
                .forEach(name -> fine.add("output " + name + " is new"));
    }

    // A tensor without a name is known by its place.
    private static Map<String, Column> columns(List<Column> columns) {
        var byName = new LinkedHashMap<String, Column>();
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            byName.put(column.name().isEmpty() ? "#" + (i + 1) : column.name(), column);
        }
        return byName;
    }
}
