package jml.core.audit;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What somebody wants recorded. Never a secret: the record goes to auditors.
///
/// @param actor who: a person as the environment knows them, or `console` for what it does by itself
/// @param subject what it is about, as `model@version in environment`; may be empty for settings
/// @param details whatever explains it, numbers as text; [#ACT] names the act
public record AuditEntry(AuditAction action, String actor, String subject, Map<String, String> details) {
    /// The detail that holds the act's own id, so that intent and outcome are found together.
    public static final String ACT = "act";

    /// The detail that names the model, so that a log of one model can be printed.
    public static final String MODEL = "model";

    /// Who did what nobody asked for.
    public static final String CONSOLE = "console";

    public AuditEntry {
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
        if (actor.isBlank()) {
            throw new IllegalArgumentException(action + " without an actor");
        }
        if (action.isOfAnAct() && details.getOrDefault(ACT, "").isBlank()) {
            throw new IllegalArgumentException(action + " without the act's id");
        }
    }

    /// @param act the act's own id, the same in its intent and in all its outcomes
    public static AuditEntry ofAct(
            AuditAction action, String act, String actor, String subject, Map<String, String> details) {
        var all = new TreeMap<>(details);
        all.put(ACT, act);
        return new AuditEntry(action, actor, subject, all);
    }
}
