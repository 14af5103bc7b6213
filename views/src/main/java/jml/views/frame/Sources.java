package jml.views.frame;

import java.time.Instant;
import java.util.List;
import jml.core.source.SourceHealth;
import jml.core.text.Words;
import jml.views.kit.SourceDot;
import jml.views.kit.SourceLine;

/// How the health of sources reads in the strip.
final class Sources {
    private Sources() {}

    static List<SourceLine> lines(List<SourceHealth> sources, Instant now) {
        return sources.stream().map(it -> line(it, now)).toList();
    }

    static SourceLine line(SourceHealth source, Instant now) {
        var age = source.age(now);
        var words = age == null ? trouble(source) : Words.age(age);
        return new SourceLine(condition(source.state()), source.name(), words);
    }

    private static SourceDot.Condition condition(SourceHealth.State state) {
        return switch (state) {
            case LIVE -> SourceDot.Condition.FRESH;
            case STALE -> SourceDot.Condition.STALE;
            case DEAD -> SourceDot.Condition.DEAD;
            case WAITING, PAUSED -> SourceDot.Condition.OFF;
        };
    }

    private static String trouble(SourceHealth source) {
        var problem = source.problem();
        if (problem == null) {
            return source.state() == SourceHealth.State.PAUSED ? "paused" : "waiting";
        }
        return problem.kind().word();
    }
}
