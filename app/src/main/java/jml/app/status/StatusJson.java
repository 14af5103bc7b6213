package jml.app.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import jml.core.act.Release;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Sentences;
import jml.core.judge.Rulings;
import jml.core.metric.Currency;
import jml.core.metric.Sli;
import jml.core.model.Arm;

/// A snapshot as `console status --json` prints it. Models come worst first. Values are in the unit beside them; null
/// where there is none. Ages are whole seconds before `at`.
public final class StatusJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FleetSnapshot snapshot;
    private final Currency currency;
    private final Rulings rulings;
    private final Sentences sentences;

    /// @param currency of costs; their unit names it by its code, such as "EUR/h"
    /// @param rulings the judge's word on releases
    public StatusJson(FleetSnapshot snapshot, Currency currency, Rulings rulings) {
        this.snapshot = snapshot;
        this.currency = currency;
        this.rulings = rulings;
        this.sentences = new Sentences(ZoneOffset.UTC, currency);
    }

    public ObjectNode toJson() {
        var root = JSON.createObjectNode();
        root.put("at", snapshot.at().toString());
        root.put("origin", snapshot.origin().word());
        var models = root.putArray("models");
        WorstFirst.rows(snapshot).forEach(row -> models.add(model(row)));
        releases(root.putArray("releases"));
        alerts(root.putArray("alerts"));
        findings(root.putArray("findings"));
        sources(root.putArray("sources"));
        return root;
    }

    private ObjectNode model(int row) {
        var facts = snapshot.model(row);
        var model = JSON.createObjectNode();
        model.put("name", facts.key().name());
        model.put("owner", facts.owner());
        model.put("environment", facts.key().environment());
        model.put("state", snapshot.standing(row).state().word());
        model.put("sentence", sentences.of(snapshot, row).headline());
        versions(facts, model.putArray("versions"));
        var slis = model.putArray("slis");
        for (var sli : Sli.values()) {
            slis.add(sli(row, sli));
        }
        return model;
    }

    private static void versions(ModelFacts facts, ArrayNode versions) {
        for (var placement : facts.placements()) {
            var version = versions.addObject();
            version.put("version", placement.version());
            version.put("role", placement.role().name().toLowerCase(Locale.ROOT));
            version.put("where", placement.where());
            if (Double.isNaN(placement.share())) {
                version.putNull("share");
            } else {
                version.put("share", placement.share());
            }
            version.put("replicas", placement.replicas());
            version.put("ready", placement.ready());
        }
    }

    private ObjectNode sli(int row, Sli sli) {
        var figure = snapshot.figure(row, Arm.ALL, sli);
        var node = JSON.createObjectNode();
        node.put("name", sli.id());
        if (figure.measured()) {
            node.put("value", rounded(sli, figure.value()));
        } else {
            node.putNull("value");
        }
        node.put("unit", sli == Sli.COST ? currency.code() + sli.unit() : sli.unit());
        node.put("window", seconds(sli.window()));
        if (figure.samples() < 0) {
            node.putNull("samples");
        } else {
            node.put("samples", figure.samples());
        }
        node.put("age", Duration.between(figure.observedAt(), snapshot.at()).toSeconds());
        return node;
    }

    // The factor to the shown unit leaves digits beyond the grid, such as 99.97000000000001.
    private static double rounded(Sli sli, double value) {
        return Math.rint(sli.displayed(value) * 1e6) / 1e6;
    }

    private static String seconds(Duration window) {
        return window.toSeconds() + "s";
    }

    private void findings(ArrayNode findings) {
        for (var facts : snapshot.roster().models()) {
            for (var sentence : facts.findings()) {
                findings.addObject()
                        .put("model", facts.key().name())
                        .put("environment", facts.key().environment())
                        .put("sentence", sentence);
            }
        }
    }

    private void releases(ArrayNode releases) {
        for (var release :
                Release.of(snapshot, facts -> rulings.at(facts.key(), facts.candidate(), snapshot.at()), List.of())) {
            var facts = release.facts();
            var node = releases.addObject();
            node.put("model", facts.key().name());
            node.put("environment", facts.key().environment());
            node.put("from", facts.version());
            node.put("to", facts.candidate());
            if (Double.isNaN(facts.candidateWeight())) {
                node.putNull("weight");
            } else {
                node.put("weight", facts.candidateWeight());
            }
            node.put("state", release.state().word());
            var ruling = release.ruling();
            if (ruling == null) {
                node.putNull("verdict");
                continue;
            }
            node.put("verdict", ruling.judgement().verdict().name());
            node.put("sentence", ruling.judgement().sentence());
            node.put("method", "jml");
            node.put("until", ruling.until().toString());
            node.put("minutes", ruling.minutes().size());
            var decided = ruling.decidedAt();
            if (decided == null) {
                node.putNull("decidedAt");
            } else {
                node.put("decidedAt", decided.toString());
            }
        }
    }

    private void alerts(ArrayNode alerts) {
        for (int i = 0; i < snapshot.alerts().size(); i++) {
            var firing = snapshot.alerts().get(i);
            int row = snapshot.alertedRows()[i];
            var alert = alerts.addObject();
            alert.put("name", firing.name());
            alert.put("severity", firing.severity().name().toLowerCase(Locale.ROOT));
            alert.put("since", firing.startsAt().toString());
            if (row < 0) {
                alert.putNull("model");
                alert.putNull("environment");
            } else {
                alert.put("model", snapshot.model(row).key().name());
                alert.put("environment", snapshot.model(row).key().environment());
            }
            alert.put("summary", firing.summary());
            alert.put("suppressed", firing.suppressed());
            alert.put("source", firing.source());
        }
    }

    private void sources(ArrayNode sources) {
        for (var health : snapshot.sources()) {
            var source = sources.addObject();
            source.put("name", health.name());
            source.put("state", health.state().name().toLowerCase(Locale.ROOT));
            var age = health.age(snapshot.at());
            if (age == null) {
                source.putNull("age");
            } else {
                source.put("age", age.toSeconds());
            }
            var problem = health.problem();
            if (problem != null) {
                source.put("problem", problem.message());
            }
        }
    }
}
