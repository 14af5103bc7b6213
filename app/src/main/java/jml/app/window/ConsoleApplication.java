package jml.app.window;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Subscription;
import jml.app.Console;
import jml.app.OpeningTimeline;
import jml.app.act.LateActionPath;
import jml.app.approval.LateApprovals;
import jml.views.act.Acting;
import jml.views.frame.ConsoleFrame;
import jml.views.frame.Ports;
import jml.views.kit.screen.FxWork;
import jml.views.kit.screen.Link;
import jml.views.oncall.runbook.RememberedTicks;
import jml.views.oncall.runbook.ShippedRunbooks;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The JavaFX side of starting and stopping: the only place that names the platform.
public final class ConsoleApplication extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleApplication.class);

    private static @Nullable Request request;

    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable Console console;
    private @Nullable WakeWatch wake;
    private @Nullable LinkSocket links;

    /// What the window was asked to show.
    ///
    /// @param opening opens the record beside the toolkit
    /// @param shown fails with what kept the window from being shown
    /// @param opened runs on the FX thread once the first frame is out
    record Request(
            CompletableFuture<Console> opening,
            CompletableFuture<Void> shown,
            Path data,
            @Nullable String link,
            Runnable opened) {}

    /// The window as it is made before there is anything to show.
    private record Made(
            Stage stage, Scene scene, ConsoleFrame frame, FxWork work, Subscription dressed, WindowState state) {}

    /// JavaFX makes the application itself, so what it needs is left here before the launch.
    static void prepare(Request asked) {
        request = asked;
    }

    @Override
    public void start(Stage stage) {
        var asked = request;
        if (asked == null) {
            throw new IllegalStateException("nothing was prepared");
        }
        Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> LOG.error("on thread {}", thread.getName(), bug));
        var made = make(stage, asked, WindowState.read(asked.data()));
        var _ = asked.opening()
                .thenAcceptAsync(running -> show(made, running, asked), Platform::runLater)
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        asked.shown().completeExceptionally(failure);
                        Platform.exit();
                    }
                });
    }

    // Styled and laid out with blank lines while the record is opened on another thread.
    private Made make(Stage stage, Request asked, WindowState state) {
        var work = FxWork.beforeFirstFrame(background, Platform::runLater);
        var frame = new ConsoleFrame(ports(asked.opening(), work), start(asked, state));
        frame.hiddenColumns().restore(state.hiddenColumns());
        var dressed = WindowTheme.dress(
                frame, state.theme(), WindowTheme.of(Platform.getPreferences().colorSchemeProperty()));
        var scene = new Scene(frame.root(), state.width(), state.height());
        place(stage, state);
        stage.setTitle("JML Console");
        stage.setScene(scene);
        frame.prepare();
        return new Made(stage, scene, frame, work, dressed, state);
    }

    private void show(Made made, Console running, Request asked) {
        console = running;
        var stage = made.stage();
        var frame = made.frame();
        var shown = frame.show();
        stage.setOnHidden(_ -> {
            shown.unsubscribe();
            made.dressed().unsubscribe();
            keep(stage, frame, made.state(), asked.data());
        });
        links = LinkSocket.listen(asked.data(), text -> open(text, frame, stage))
                .orElse(null);
        // Shown with its rows in it: an empty window first would be painted twice.
        made.work().whenQuiet(() -> {
            stage.show();
            afterFirstFrame(made.scene(), () -> {
                made.work().firstFrameShown();
                // What asks servers starts after the first frame, so that it never delays it.
                background.execute(running::start);
                wake = WakeWatch.start(Duration.ofSeconds(5), running::refresh);
                asked.opened().run();
            });
        });
    }

    // The second pulse's layout ends when the first one's frame has been painted.
    private static void afterFirstFrame(Scene scene, Runnable then) {
        scene.addPostLayoutPulseListener(new Runnable() {
            private boolean painting;

            @Override
            public void run() {
                if (painting) {
                    scene.removePostLayoutPulseListener(this);
                    Platform.runLater(then);
                } else {
                    painting = true;
                    Platform.requestNextPulse();
                }
            }
        });
        Platform.requestNextPulse();
    }

    private Ports ports(CompletableFuture<Console> opening, FxWork work) {
        var acting = new LateActionPath();
        var approvals = new LateApprovals();
        var _ = opening.thenAccept(console -> {
            acting.open(console.acting());
            approvals.open(console.approvals());
        });
        return new Ports(
                new OpeningTimeline(opening),
                (model, arm, sli, from, to, step) -> opening.join().history().series(model, arm, sli, from, to, step),
                (model, release, until) -> opening.join().rulings().at(model, release, until),
                new Acting(acting, Console.actor(), () -> opening.join().servingAliases()),
                approvals,
                () -> opening.join().audit(),
                () -> opening.join().comparisons(),
                () -> opening.join().connections(),
                new ShippedRunbooks(),
                new RememberedTicks(),
                address -> getHostServices().showDocument(address),
                () -> opening.join().recordNotice().orElse(""),
                work,
                Clock.system(ZoneId.systemDefault()),
                () -> opening.join().currency());
    }

    private static Link start(Request asked, WindowState state) {
        var text = asked.link() == null ? state.link() : asked.link();
        return Link.parse(text).orElse(Link.START);
    }

    private static boolean open(String text, ConsoleFrame frame, Stage stage) {
        var link = Link.parse(text);
        link.ifPresent(it -> Platform.runLater(() -> {
            frame.open(it);
            stage.setIconified(false);
            stage.toFront();
            stage.requestFocus();
        }));
        return link.isPresent();
    }

    private static void place(Stage stage, WindowState state) {
        if (!Double.isNaN(state.x()) && !Double.isNaN(state.y())) {
            stage.setX(state.x());
            stage.setY(state.y());
        }
        stage.setMaximized(state.maximised());
    }

    private static void keep(Stage stage, ConsoleFrame frame, WindowState before, Path data) {
        var scene = stage.getScene();
        var state = new WindowState(
                stage.getX(),
                stage.getY(),
                scene.getWidth(),
                scene.getHeight(),
                stage.isMaximized(),
                WindowTheme.kept(
                        before.theme(),
                        frame.themeChosen(),
                        frame.themeProperty().get()),
                frame.link().format(),
                frame.hiddenColumns().all());
        try {
            state.write(data);
        } catch (IOException lost) {
            LOG.warn("the window's state was not kept: {}", lost.getMessage());
        }
    }

    @Override
    public void stop() {
        if (links != null) {
            links.close();
        }
        if (wake != null) {
            wake.close();
        }
        // Not interrupted: an interrupt inside a read closes the database's file.
        background.shutdown();
        if (console != null) {
            console.close();
        }
    }
}
