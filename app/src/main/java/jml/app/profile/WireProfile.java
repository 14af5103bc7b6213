package jml.app.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The profile as YAML writes it. Field names are the file format; null means the line is not there.
@JsonInclude(JsonInclude.Include.NON_NULL)
record WireProfile(
        @Nullable String currency,
        @Nullable List<WireEnvironment> environments,
        @Nullable WireIdentity identity,
        @Nullable List<WireObjective> objectives,
        @Nullable WireAlerts alerts,
        @Nullable String policies,
        @Nullable String trustedKeys,
        @Nullable List<WireApproval> approvals,
        @Nullable String highRisk,
        @Nullable List<String> servingAliases) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WireEnvironment(
            @Nullable String name,
            @Nullable String stage,
            @Nullable Boolean readOnly,
            @Nullable List<WireSource> sources) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WireSource(
            @Nullable String name,
            @Nullable String product,
            @Nullable String url,
            @Nullable String kubeconfig,
            @Nullable String context,
            @Nullable List<String> namespaces,
            @Nullable String selector,
            @Nullable String every,
            @Nullable String timeout,
            @Nullable WireSignIn signIn) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WireSignIn(
            @Nullable String method,
            @Nullable String user,
            @Nullable Map<String, String> secret,
            @Nullable String certificate,
            @Nullable String key,
            @Nullable String authority,
            @Nullable Map<String, String> headers,
            @Nullable String proxy) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WireIdentity(
            @Nullable List<WireMapping> mappings, @Nullable List<WireRewrite> rewrites) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WireMapping(
            @Nullable String environment,
            @Nullable String workload,
            @Nullable String series,
            @Nullable String alert,
            @Nullable String model) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WireRewrite(@Nullable String from, @Nullable String to) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WireObjective(
            @Nullable String environment,
            @Nullable String model,
            @Nullable String sli,
            @Nullable String atMost,
            @Nullable String atLeast,
            @Nullable Boolean none,
            @Nullable Long minSamples) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WireAlerts(@Nullable List<String> page) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WireApproval(
            @Nullable String environment,
            @Nullable String model,
            @Nullable Long needed,
            @Nullable List<String> roles) {}
}
