package jml.app.profile;

import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import jml.app.profile.WireProfile.WireMapping;
import jml.app.profile.WireProfile.WireRewrite;
import jml.core.fleet.Unmatched;
import jml.core.fleet.identity.Mapping;
import jml.core.fleet.identity.Rewrite;

/// From the identity lines of the file to rules.
record IdentityReading(Fields fields) {
    Mapping mapping(WireMapping wire, String at) throws ProfileException {
        var model = fields.required(wire.model(), at + ".model");
        long named = Stream.of(wire.workload(), wire.series(), wire.alert())
                .filter(name -> name != null && !name.isBlank())
                .count();
        if (named != 1) {
            throw fields.wrong(at, "needs exactly one of workload, series, alert");
        }
        var environment = Fields.orEmpty(wire.environment());
        if (wire.workload() != null) {
            return new Mapping(environment, Unmatched.Kind.WORKLOAD, wire.workload(), model);
        }
        return wire.series() != null
                ? new Mapping(environment, Unmatched.Kind.SERIES, wire.series(), model)
                : new Mapping(environment, Unmatched.Kind.ALERT, fields.required(wire.alert(), at + ".alert"), model);
    }

    Rewrite rewrite(WireRewrite wire, String at) throws ProfileException {
        try {
            return Rewrite.of(fields.required(wire.from(), at + ".from"), Fields.orEmpty(wire.to()));
        } catch (PatternSyntaxException wrong) {
            throw fields.wrong(at + ".from", "is no regular expression: " + wrong.getDescription());
        }
    }
}
