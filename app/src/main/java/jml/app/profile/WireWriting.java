package jml.app.profile;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jml.app.profile.WireProfile.WireAlerts;
import jml.app.profile.WireProfile.WireApproval;
import jml.app.profile.WireProfile.WireEnvironment;
import jml.app.profile.WireProfile.WireIdentity;
import jml.app.profile.WireProfile.WireMapping;
import jml.app.profile.WireProfile.WireObjective;
import jml.app.profile.WireProfile.WireRewrite;
import jml.app.profile.WireProfile.WireSignIn;
import jml.app.profile.WireProfile.WireSource;
import jml.core.approval.ApprovalDemands;
import jml.core.approval.FourEyes;
import jml.core.fleet.Objectives;
import jml.core.fleet.Unmatched;
import jml.core.fleet.identity.Mapping;
import jml.core.model.Environment;
import jml.core.source.SourceSettings;
import jml.core.source.SourceSettings.SignIn;
import org.jspecify.annotations.Nullable;

/// From a profile to the words of its file; reading them again gives an equal profile.
final class WireWriting {
    private WireWriting() {}

    static WireProfile profile(Profile profile) {
        return new WireProfile(
                profile.currency().code().isEmpty() ? null : profile.currency().code(),
                profile.environments().stream()
                        .map(environment -> environment(environment, profile))
                        .toList(),
                identity(profile),
                orNull(profile.objectives().stream()
                        .flatMap(WireWriting::objectives)
                        .toList()),
                profile.pageLabels().isEmpty() ? null : new WireAlerts(profile.pageLabels()),
                text(profile.governance().policies()),
                text(profile.governance().trustedKeys()),
                orNull(profile.governance().approvals().rules().stream()
                        .map(WireWriting::approval)
                        .toList()),
                text(profile.governance().highRisk()),
                profile.governance().servingAliases().equals(Governance.USUAL_ALIASES)
                        ? null
                        : profile.governance().servingAliases());
    }

    private static @Nullable String text(String text) {
        return text.isEmpty() ? null : text;
    }

    private static WireApproval approval(ApprovalDemands.Rule rule) {
        var who = rule.who();
        return new WireApproval(
                text(rule.about().environment()),
                rule.about().model().equals("*") ? null : rule.about().model(),
                (long) who.map(FourEyes::needed).orElse(0),
                orNull(who.map(FourEyes::deciders).orElse(Set.of()).stream()
                        .sorted()
                        .toList()));
    }

    private static WireEnvironment environment(Environment environment, Profile profile) {
        return new WireEnvironment(
                environment.name(),
                environment.stage().name().toLowerCase(Locale.ROOT),
                environment.readOnly() ? true : null,
                profile.sources().stream()
                        .filter(source -> source.environment().equals(environment.name()))
                        .map(WireWriting::source)
                        .toList());
    }

    private static WireSource source(SourceSettings source) {
        return new WireSource(
                source.name(),
                source.product().word(),
                source.url() == null ? null : source.url().toString(),
                source.kubeconfig(),
                source.context().isEmpty() ? null : source.context(),
                orNull(source.namespaces()),
                source.selector().isEmpty() ? null : source.selector(),
                duration(source.interval()),
                duration(source.timeout()),
                source.signIn().equals(SignIn.NONE) ? null : signIn(source.signIn()));
    }

    private static WireSignIn signIn(SignIn signIn) {
        var secret = signIn.secret();
        return new WireSignIn(
                switch (signIn.method()) {
                    case NONE -> "none";
                    case BEARER -> "bearer";
                    case BASIC -> "basic";
                    case CLIENT_CERTIFICATE -> "clientCertificate";
                },
                signIn.user().isEmpty() ? null : signIn.user(),
                secret == null ? null : Map.of(secret.kind().name().toLowerCase(Locale.ROOT), secret.place()),
                signIn.certificate(),
                signIn.key(),
                signIn.authority(),
                signIn.headers().isEmpty() ? null : signIn.headers(),
                signIn.proxy());
    }

    private static @Nullable WireIdentity identity(Profile profile) {
        if (profile.mappings().isEmpty() && profile.rewrites().isEmpty()) {
            return null;
        }
        return new WireIdentity(
                orNull(profile.mappings().stream().map(WireWriting::mapping).toList()),
                orNull(profile.rewrites().stream()
                        .map(it -> new WireRewrite(it.pattern().pattern(), it.replacement()))
                        .toList()));
    }

    private static WireMapping mapping(Mapping mapping) {
        return new WireMapping(
                mapping.environment().isEmpty() ? null : mapping.environment(),
                mapping.kind() == Unmatched.Kind.WORKLOAD ? mapping.name() : null,
                mapping.kind() == Unmatched.Kind.SERIES ? mapping.name() : null,
                mapping.kind() == Unmatched.Kind.ALERT ? mapping.name() : null,
                mapping.model());
    }

    private static Stream<WireObjective> objectives(Objectives.Rule rule) {
        var environment = rule.environment().isEmpty() ? null : rule.environment();
        return Stream.concat(
                rule.objectives().stream()
                        .map(it -> new WireObjective(
                                environment,
                                rule.model(),
                                it.sli().id(),
                                Double.isFinite(it.high()) ? String.valueOf(it.high()) : null,
                                Double.isFinite(it.low()) ? String.valueOf(it.low()) : null,
                                null,
                                it.minSamples() == 0 ? null : it.minSamples())),
                rule.none().stream()
                        .map(sli -> new WireObjective(environment, rule.model(), sli.id(), null, null, true, null)));
    }

    private static String duration(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }

    private static <T> @Nullable List<T> orNull(List<T> list) {
        return list.isEmpty() ? null : list;
    }
}
