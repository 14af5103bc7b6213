package jml.bench.start;

import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.stage.Window;
import jml.app.Main;

/// The console's own main, and beside it a thread that waits for the toolkit, to see the window when it comes.
public final class WatchedConsole {
    private static final int ROWS = 10;
    private static final long LOOK_EVERY_MILLIS = 2;

    private WatchedConsole() {}

    public static void main(String[] arguments) {
        Thread.ofPlatform().name("first frame").daemon().start(WatchedConsole::awaitToolkit);
        Main.main(arguments);
    }

    private static void awaitToolkit() {
        try {
            while (!toolkitTook(WatchedConsole::awaitWindow)) {
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean toolkitTook(Runnable task) {
        try {
            Platform.runLater(task);
            return true;
        } catch (IllegalStateException notStarted) {
            return false;
        }
    }

    private static void awaitWindow() {
        if (!Window.getWindows().isEmpty()) {
            watch();
            return;
        }
        Window.getWindows().addListener(new ListChangeListener<Window>() {
            @Override
            public void onChanged(Change<? extends Window> change) {
                Window.getWindows().removeListener(this);
                watch();
            }
        });
    }

    private static void watch() {
        FirstFrame.watch(Window.getWindows().getFirst().getScene(), WatchedConsole::hasRows);
    }

    private static boolean hasRows(Scene scene) {
        return scene.getRoot().lookupAll(".fleet-table .table-row-cell").stream()
                        .filter(node -> node instanceof TableRow<?> row && saysSomething(row))
                        .count()
                > ROWS;
    }

    // The table has blank rows until the fleet is there.
    private static boolean saysSomething(TableRow<?> row) {
        return row.getChildrenUnmodifiable().stream()
                        .filter(node -> node instanceof TableCell<?, ?> cell
                                && cell.getText() != null
                                && !cell.getText().isBlank())
                        .count()
                > 1;
    }
}
