package jml.connectors.alertmanager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jml.connectors.http.JsonWrites;
import jml.connectors.http.Receipts;
import jml.connectors.http.Sent;
import jml.core.act.Act;
import jml.core.act.Actuator;
import jml.core.act.DryRun;
import jml.core.act.Effect;
import jml.core.act.Preparation;
import jml.core.act.Receipt;
import jml.core.act.Receipt.Reason;
import jml.core.act.Sighting;
import jml.core.act.SilenceAct;
import jml.core.act.SilenceAct.Verb;
import jml.core.alert.AlertSource;
import jml.core.alert.Silence;
import jml.core.source.SourceException;

/// Creates, extends and ends silences of one Alertmanager. It has neither preconditions nor permissions nor a trial:
/// the silences are read again immediately before a change is sent, and everything is read back from the same peer,
/// since others learn of it by gossip some seconds later.
///
/// A silence made here carries `[jml:ID]` in its comment, with the act's id: that is how it is found again after a lost
/// answer, and why it is not made twice.
public final class SilenceActuator implements Actuator {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AlertSource alerts;
    private final JsonWrites writes;
    private final String createdBy;
    private final InstantSource clock;

    /// @param alerts of the same peer, without filters of its own
    /// @param writes to the address that `api/v2` stands under
    /// @param createdBy whom the silence names as its maker
    public SilenceActuator(AlertSource alerts, JsonWrites writes, String createdBy, InstantSource clock) {
        this.alerts = alerts;
        this.writes = writes;
        this.createdBy = createdBy;
        this.clock = clock;
    }

    @Override
    public Preparation prepare(Act act) throws SourceException, InterruptedException {
        var asked = silence(act);
        var silences = alerts.silences();
        var preview = new SilencePreview(asked, alerts.firing(), silences, clock.instant());
        return new Preparation(
                asked,
                sighting(asked, silences),
                preview.sentence(),
                preview.checks(),
                new DryRun(DryRun.Answer.NOT_OFFERED, preview.lines()),
                preview.request());
    }

    private Sighting sighting(SilenceAct act, List<Silence> silences) {
        var fields = new TreeMap<String, String>();
        var target =
                switch (act.verb()) {
                    case Verb.Create create -> {
                        SilencePreview.equal(create, silences).ifPresent(it -> fields.put("equal silence", it.id()));
                        yield "a new silence for " + act.model().name();
                    }
                    case Verb.Extend extend -> known(extend.silence(), silences, fields);
                    case Verb.Expire expire -> known(expire.silence(), silences, fields);
                };
        return new Sighting(clock.instant(), target, "", fields);
    }

    private static String known(String id, List<Silence> silences, Map<String, String> fields) {
        SilencePreview.find(id, silences).ifPresent(it -> {
            fields.put("state", it.state().name());
            fields.put("endsAt", it.endsAt().toString());
        });
        return "Silence " + id;
    }

    @Override
    public Receipt send(Act act, Sighting seen) throws InterruptedException {
        var asked = silence(act);
        List<Silence> silences;
        try {
            silences = alerts.silences();
        } catch (SourceException e) {
            return Receipts.notSent(e);
        }
        var made = SilencePreview.made(asked, silences);
        if (made.isPresent() && asked.verb() instanceof Verb.Create) {
            return refused(
                    Reason.MOVED_ON,
                    "this silence was made before: " + made.get().id());
        }
        var changes = seen.changes(sighting(asked, silences));
        if (!changes.isEmpty()) {
            return refused(Reason.MOVED_ON, String.join("; ", changes));
        }
        return switch (asked.verb()) {
            case Verb.Create create -> receipt(post(created(asked, create)));
            case Verb.Extend extend -> {
                var stored = SilencePreview.find(extend.silence(), silences);
                yield stored.isEmpty()
                        ? refused(Reason.GONE, "there is no silence " + extend.silence())
                        : receipt(post(extended(stored.get(), extend)));
            }
            case Verb.Expire expire -> {
                var sent = writes.send("DELETE", MissingNode.getInstance(), "api", "v2", "silence", expire.silence());
                yield Receipts.of(sent, answered -> expire.silence());
            }
        };
    }

    private static Receipt refused(Reason reason, String why) {
        return new Receipt.Refused(reason, 0, "nothing was sent: " + why);
    }

    private Sent post(ObjectNode body) throws InterruptedException {
        return writes.send("POST", body, "api", "v2", "silences");
    }

    private static Receipt receipt(Sent sent) {
        return Receipts.of(sent, SilenceActuator::id);
    }

    private static String id(Sent.Answered answered) {
        try {
            return JSON.readTree(answered.body()).path("silenceID").asText("");
        } catch (JsonProcessingException e) {
            return ""; // cut off: the comment leads to it
        }
    }

    private ObjectNode created(SilenceAct act, Verb.Create create) {
        var body = NODES.objectNode();
        matchers(body, create.matchers());
        return body.put("startsAt", create.startsAt().toString())
                .put("endsAt", create.endsAt().toString())
                .put("createdBy", createdBy)
                .put("comment", create.comment() + " " + SilencePreview.mark(act));
    }

    // With anything else changed, Alertmanager ends the old silence and makes a new one.
    private static ObjectNode extended(Silence stored, Verb.Extend extend) {
        var body = NODES.objectNode().put("id", stored.id());
        matchers(body, stored.matchers());
        return body.put("startsAt", stored.startsAt().toString())
                .put("endsAt", extend.endsAt().toString())
                .put("createdBy", stored.createdBy())
                .put("comment", stored.comment());
    }

    private static void matchers(ObjectNode body, List<Silence.Matcher> matchers) {
        var array = body.putArray("matchers");
        for (var matcher : matchers) {
            array.addObject()
                    .put("name", matcher.name())
                    .put("value", matcher.value())
                    .put("isRegex", matcher.regex())
                    .put("isEqual", matcher.equal());
        }
    }

    @Override
    public Effect effect(Act act, Sighting before) throws SourceException, InterruptedException {
        var asked = silence(act);
        var silences = alerts.silences();
        Optional<Silence> silence =
                switch (asked.verb()) {
                    case Verb.Create _ -> SilencePreview.made(asked, silences);
                    case Verb.Extend extend -> SilencePreview.find(extend.silence(), silences);
                    case Verb.Expire expire -> SilencePreview.find(expire.silence(), silences);
                };
        return new SilenceEffect(asked, before, alerts.firing(), clock.instant()).of(silence);
    }

    private static SilenceAct silence(Act act) {
        if (act instanceof SilenceAct silence) {
            return silence;
        }
        throw new IllegalArgumentException("not an act on a silence: " + act.title());
    }
}
