package jml.views.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import jml.views.kit.icon.Icon;
import jml.views.kit.theme.Theme;
import org.junit.jupiter.api.Test;

class CommandListTest {
    private final List<String> done = new ArrayList<>();

    @Test
    void enterRunsTheFirstCommandThatCanBeDone() {
        Fx.run(() -> press(list(), KeyCode.ENTER));

        assertThat(done).containsExactly("v8");
    }

    @Test
    void arrowKeysGoRound() {
        Fx.run(() -> {
            var list = list();
            press(list, KeyCode.UP);
            press(list, KeyCode.UP);
            press(list, KeyCode.ENTER);
        });

        assertThat(done).containsExactly("runbook");
    }

    @Test
    void aBlockedCommandGivesItsReasonAndDoesNothing() {
        var text = Fx.call(() -> {
            var list = list();
            press(list, KeyCode.UP);
            press(list, KeyCode.ENTER);
            Fx.scene(list, Theme.DARK, 500, 300);
            return ScreenText.of(list);
        });

        assertThat(done).isEmpty();
        assertThat(text).contains("Roll back fraud-graph: only one version");
    }

    private CommandList list() {
        var list = new CommandList("Search or run");
        list.show(List.of(
                new Command(Icon.UNDO, "Roll back", "fraud-graph", "", "only one version", () -> done.add("blocked")),
                Command.of(Icon.UNDO, "Roll back", "fraud-rings to v8", () -> done.add("v8")),
                Command.of(Icon.BOOK, "", "Runbook: fidelity burn", () -> done.add("runbook"))));
        return list;
    }

    private static void press(CommandList list, KeyCode code) {
        list.field().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }
}
