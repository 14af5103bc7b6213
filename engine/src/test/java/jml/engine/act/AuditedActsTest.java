package jml.engine.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jml.core.act.Course.Ending;
import jml.core.audit.AuditAction;
import jml.core.audit.AuditEntry;
import jml.core.audit.AuditRecord;
import jml.engine.audit.FakeAuditJournal;
import org.junit.jupiter.api.Test;

class AuditedActsTest {
    @Test
    void aPathIsReadBackFromTheAudit() throws Exception {
        var audit = new FakeAuditJournal();
        audit.append(new AuditEntry(AuditAction.SETTINGS_CHANGED, "lena", "", Map.of()));
        var here = PathHarness.jumping();
        var cluster = here.cluster;
        var path = new JournalledActionPath(
                new AuditedActs(audit),
                act -> Optional.of(act.source().equals("eu") ? cluster : here.registry),
                () -> here.fleet.get(),
                new Caution(List.of(), _ -> false, Patience.standard(), Consent.NONE),
                here.pacer,
                here.events::add);

        var course = here.ended(path, ActScene.rollBack(ActScene.abort(), ActScene.aliasOff()));

        assertThat(course.ended()).contains(Ending.BACK);
        assertThat(course.intent()).isEqualTo(1);
        assertThat(audit.records())
                .extracting(AuditRecord::action)
                .containsExactly(
                        "settings.changed",
                        "act.intent",
                        "act.sent",
                        "act.confirmed",
                        "act.sent",
                        "act.confirmed",
                        "act.ended");
        var again = new Ledger(new AuditedActs(audit)).stories().getFirst();
        assertThat(again.end()).isNotNull();
        assertThat(again.allAccepted()).isTrue();
        assertThat(again.proposal()).isEqualTo(course.proposal());
    }

    @Test
    void onlyTheProcessThatRunsIsAlive() {
        var acts = new AuditedActs(new FakeAuditJournal());

        assertThat(acts.alive(acts.console())).isTrue();
        assertThat(acts.alive(ProcessHandle.current().pid() + "@1970-01-01T00:00:00Z"))
                .isFalse();
        assertThat(acts.alive("somebody")).isFalse();
        assertThat(acts.alive("")).isFalse();
    }
}
