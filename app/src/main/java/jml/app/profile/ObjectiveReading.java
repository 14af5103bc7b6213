package jml.app.profile;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jml.app.profile.WireProfile.WireObjective;
import jml.core.fleet.Objectives;
import jml.core.metric.Objective;
import jml.core.metric.Sli;
import org.jspecify.annotations.Nullable;

/// From an objective's lines in the file to a rule. A limit is a number in the SLI's base unit, or one followed by the
/// unit that screens show: `0.97` and `97 %` are the same.
record ObjectiveReading(Fields fields) {
    private static final Pattern LIMIT = Pattern.compile("(-?[0-9.]+(?:[eE]-?[0-9]+)?)\\s*(\\S*)");

    Objectives.Rule rule(WireObjective wire, String at) throws ProfileException {
        var name = fields.required(wire.sli(), at + ".sli");
        var sli = Sli.of(name).orElse(null);
        if (sli == null) {
            throw fields.wrong(at + ".sli", name + " is none of " + names());
        }
        var model = wire.model() == null ? "*" : wire.model();
        var environment = Fields.orEmpty(wire.environment());
        if (Boolean.TRUE.equals(wire.none())) {
            return new Objectives.Rule(environment, model, List.of(), List.of(sli));
        }
        if (wire.atMost() == null && wire.atLeast() == null) {
            throw fields.wrong(at, "needs atMost, atLeast or none: true");
        }
        double low = limit(wire.atLeast(), sli, Double.NEGATIVE_INFINITY, at + ".atLeast");
        double high = limit(wire.atMost(), sli, Double.POSITIVE_INFINITY, at + ".atMost");
        long least = wire.minSamples() == null ? 0 : wire.minSamples();
        if (least < 0) {
            throw fields.wrong(at + ".minSamples", "must be 0 or more");
        }
        try {
            return new Objectives.Rule(environment, model, List.of(new Objective(sli, low, high, least)), List.of());
        } catch (IllegalArgumentException impossible) {
            throw fields.wrong(at, String.valueOf(impossible.getMessage()));
        }
    }

    private double limit(@Nullable String text, Sli sli, double otherwise, String at) throws ProfileException {
        if (text == null) {
            return otherwise;
        }
        var parts = LIMIT.matcher(text.strip());
        if (!parts.matches()) {
            throw fields.wrong(at, text + " is no number");
        }
        double number;
        try {
            number = Double.parseDouble(parts.group(1));
        } catch (NumberFormatException several) {
            throw fields.wrong(at, text + " is no number");
        }
        if (!Double.isFinite(number)) {
            throw fields.wrong(at, text + " is too large");
        }
        if (parts.group(2).isEmpty()) {
            return number;
        }
        if (!parts.group(2).equals(sli.unit())) {
            throw fields.wrong(at, parts.group(2) + " is not the unit of " + sli.id() + ", which is " + sli.unit());
        }
        return number / sli.displayed(1);
    }

    private static String names() {
        return Arrays.stream(Sli.values()).map(Sli::id).collect(Collectors.joining(", "));
    }
}
