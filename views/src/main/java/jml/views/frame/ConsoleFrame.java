package jml.views.frame;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import jml.core.act.Proposal;
import jml.views.act.ActLayer;
import jml.views.act.ActViewModel;
import jml.views.frame.palette.Palette;
import jml.views.frame.palette.PaletteViewModel;
import jml.views.frame.palette.Verbs;
import jml.views.kit.screen.Copied;
import jml.views.kit.screen.Link;
import jml.views.kit.screen.Navigation;
import jml.views.kit.screen.SceneKeys;
import jml.views.kit.screen.Screen;
import jml.views.kit.screen.ScreenId;
import jml.views.kit.screen.Surroundings;
import jml.views.kit.table.HiddenColumns;
import jml.views.kit.theme.Theme;
import jml.views.releases.review.ReviewQueue;
import org.jspecify.annotations.Nullable;

/// The whole window of the console, without the window: put [#root] into a scene and call [#show]. The theme is
/// applied to whatever scene the root is in. FX thread.
public final class ConsoleFrame {
    private final Navigation navigation;
    private final FrameViewModel model;
    private final TimeBarViewModel time;
    private final TimeBar timeBar;
    private final Map<ScreenId, Supplier<Screen>> makers;
    private final Map<ScreenId, Screen> screens = new EnumMap<>(ScreenId.class);
    private final StackPane root = new StackPane();
    private final StackPane place = new StackPane();
    private final Region band = new Region();
    private final Rail rail;
    private final TopBar topBar;
    private final BannerStack banners;
    private final SourceDetails sources;
    private final ToastCorner toasts = new ToastCorner();
    private final Palette palette;
    private final ActViewModel actModel;
    private final ActLayer acts;
    private final Heartbeat heartbeat;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.DARK);
    private final HiddenColumns hiddenColumns = new HiddenColumns();
    private boolean themeChosen;
    private @Nullable ScreenId shown;
    private Subscription shownScreen = () -> {};
    private Subscription keys = () -> {};

    /// @param start where the console opens
    public ConsoleFrame(Ports ports, Link start) {
        navigation = new Navigation(start);
        model = new FrameViewModel(ports, navigation);
        time = new TimeBarViewModel(ports, navigation);
        timeBar = new TimeBar(time);
        heartbeat = new Heartbeat(model::tick);
        sources = new SourceDetails(() -> goTo(ScreenId.CONNECTIONS));
        var queue = new ReviewQueue(ports.approvals(), ports.work(), ports.clock());
        actModel = new ActViewModel(ports.acting(), ports.timeline(), ports.work(), ports.clock());
        palette = new Palette(
                new PaletteViewModel(ports.timeline(), queue, navigation, verbs(), ports.acting(), actModel::propose));
        acts = new ActLayer(actModel);
        rail = new Rail(this::goTo, this::toggleTheme);
        topBar = new TopBar(this::goToEnvironment, palette::toggle, this::toggleSources);
        banners = new BannerStack(time::scrub, this::toLive, () -> goTo(ScreenId.CONNECTIONS));
        var around = new Surroundings(
                navigation,
                ports.work(),
                ports.clock(),
                ports.currency(),
                toasts::say,
                this::copyLink,
                ports.browse(),
                hiddenColumns);
        makers = Screens.makers(ports, queue, around, actModel::propose);
        lay();
        root.sceneProperty().subscribe(this::applyTheme);
        theme.subscribe(this::applyTheme);
        root.addEventFilter(MouseEvent.MOUSE_PRESSED, this::mousePressed);
    }

    public Parent root() {
        return root;
    }

    /// Makes the first screen, styled and laid out without what it will show, so that [#show] only fills it. For a root
    /// that is in a scene.
    public void prepare() {
        put(screen(navigation.here().screen()));
        root.applyCss();
        root.layout();
    }

    /// Follows the fleet until unsubscribed.
    public Subscription show() {
        return Subscription.combine(
                model.contentProperty().subscribe(this::showContent),
                model.show(),
                navigation.hereProperty().subscribe(link -> showScreen(link.screen())),
                timeBar.show(),
                acts.show(),
                heartbeat.show(),
                this::hide);
    }

    /// Where the person is, as a link.
    public Link link() {
        return navigation.here();
    }

    /// Goes to a link; Back returns.
    public void open(Link link) {
        navigation.go(link);
    }

    /// Asks whether a proposal is to be done.
    public void propose(Proposal proposal, String why) {
        actModel.propose(proposal, why);
    }

    /// The look; set it to change it.
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /// Whether a person chose the theme here, so that it no longer follows the system.
    public boolean themeChosen() {
        return themeChosen;
    }

    /// Wears the system's theme until a person chooses one here.
    public Subscription followSystem(ObservableValue<Theme> system) {
        return system.subscribe(now -> {
            if (!themeChosen) {
                theme.set(now);
            }
        });
    }

    /// Which columns a person hid; restore them before [#show].
    public HiddenColumns hiddenColumns() {
        return hiddenColumns;
    }

    private void lay() {
        var main = new VBox(topBar, banners, place, timeBar);
        VBox.setVgrow(place, Priority.ALWAYS);
        HBox.setHgrow(main, Priority.ALWAYS);
        place.setMinHeight(0);
        main.setMinWidth(0);
        band.getStyleClass().add("environment-band");
        band.setMouseTransparent(true);
        StackPane.setAlignment(band, Pos.TOP_CENTER);
        root.getStyleClass().add("console");
        root.getChildren().addAll(new HBox(rail, main), band, toasts, palette, acts);
    }

    private void hide() {
        shownScreen.unsubscribe();
        shownScreen = () -> {};
        keys.unsubscribe();
        shown = null;
    }

    private void goTo(ScreenId screen) {
        navigation.go(navigation.here().to(screen));
    }

    private void goToEnvironment(String name) {
        navigation.go(navigation.here().withEnvironment(name).withSelection(""));
    }

    private void toLive() {
        navigation.adjust(link -> link.withAt(null));
    }

    private void toggleTheme() {
        themeChosen = true;
        theme.set(theme.get().other());
    }

    private void toggleSources() {
        sources.toggle(topBar.sourceAnchor());
    }

    private void copyLink() {
        var content = model.contentProperty().get();
        var here = navigation.here();
        // A link says which environment it means, also when the console had chosen it.
        var name = content == null ? here.environment() : content.place().name();
        Copied.text(here.withEnvironment(name).format());
        toasts.say("The link is copied.");
    }

    private void applyTheme() {
        var scene = root.getScene();
        if (scene != null) {
            theme.get().apply(scene);
        }
    }

    private void showScreen(ScreenId id) {
        if (id == shown) {
            return;
        }
        shownScreen.unsubscribe();
        keys.unsubscribe();
        shown = id;
        var screen = screen(id);
        put(screen);
        rail.shown(id);
        shownScreen = screen.show();
        // After the screen's own keys, which come first.
        keys = SceneKeys.listen(root, this::keyPressed);
    }

    private Screen screen(ScreenId id) {
        return screens.computeIfAbsent(
                id, _ -> Objects.requireNonNull(makers.get(id)).get());
    }

    private void put(Screen screen) {
        // Put there again, it would be styled again.
        if (!place.getChildren().equals(List.of(screen.root()))) {
            place.getChildren().setAll(screen.root());
        }
    }

    private void showContent(@Nullable FrameContent content) {
        if (content == null) {
            return;
        }
        rail.breaching(content.breaching());
        topBar.show(content, Sources.lines(content.sources(), content.at()));
        sources.show(content.sources(), content.at());
        banners.show(content.banners());
        var kind = content.place().kind().styleClass();
        if (!band.getStyleClass().contains(kind)) {
            band.getStyleClass().setAll("environment-band", kind);
        }
    }

    private void keyPressed(KeyEvent event) {
        var command = FrameKey.of(event);
        if (command.isPresent()) {
            event.consume();
            switch (command.get()) {
                case PALETTE -> palette.toggle();
                case ON_CALL -> goTo(ScreenId.ON_CALL);
                case RELEASES -> goTo(ScreenId.RELEASES);
                case CONNECTIONS -> goTo(ScreenId.CONNECTIONS);
                case COPY_LINK -> copyLink();
                case BACK -> navigation.back();
                case FORWARD -> navigation.forward();
                case LIVE -> {
                    if (!actModel.stoppedAside()) {
                        toLive();
                    }
                }
            }
        }
    }

    private void mousePressed(MouseEvent event) {
        if (event.getButton() == MouseButton.BACK) {
            navigation.back();
        } else if (event.getButton() == MouseButton.FORWARD) {
            navigation.forward();
        }
    }

    private Verbs verbs() {
        return new Verbs(
                this::goTo,
                this::goToEnvironment,
                this::toLive,
                this::copyLink,
                this::toggleTheme,
                time.windowProperty()::set);
    }
}
