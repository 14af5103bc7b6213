package jml.views.frame;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import jml.views.kit.screen.Copied;
import jml.views.kit.screen.Link;
import jml.views.kit.screen.Navigation;
import jml.views.kit.screen.Screen;
import jml.views.kit.screen.ScreenId;
import jml.views.kit.screen.Surroundings;
import jml.views.kit.theme.Theme;
import jml.views.oncall.OnCall;
import org.jspecify.annotations.Nullable;

/// The whole window of the console, without the window: put [#root] into a scene and call [#show]. The theme is
/// applied to whatever scene the root is in. FX thread.
public final class ConsoleFrame {
    private final Navigation navigation;
    private final FrameViewModel model;
    private final TimeBar timeBar;
    private final Map<ScreenId, Screen> screens = new EnumMap<>(ScreenId.class);
    private final StackPane root = new StackPane();
    private final StackPane place = new StackPane();
    private final Region band = new Region();
    private final Rail rail;
    private final TopBar topBar;
    private final BannerStack banners;
    private final ToastCorner toasts = new ToastCorner();
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.DARK);
    private @Nullable ScreenId shown;
    private Subscription shownScreen = () -> {};

    /// @param start where the console opens
    public ConsoleFrame(Ports ports, Link start) {
        navigation = new Navigation(start);
        model = new FrameViewModel(ports, navigation);
        timeBar = new TimeBar(new TimeBarViewModel(ports, navigation));
        rail = new Rail(this::goTo);
        topBar = new TopBar(
                name -> navigation.go(navigation.here().withEnvironment(name).withSelection("")), () -> {}, () -> {});
        banners = new BannerStack(this::toLive, () -> goTo(ScreenId.CONNECTIONS));
        var around =
                new Surroundings(navigation, ports.work(), ports.clock(), toasts::say, this::copyLink, ports.browse());
        screens.put(
                ScreenId.ON_CALL,
                OnCall.screen(ports.timeline(), ports.history(), ports.runbooks(), ports.ticks(), around));
        lay();
        root.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                theme.get().apply(scene);
            }
        });
        theme.subscribe(now -> {
            if (root.getScene() != null) {
                now.apply(root.getScene());
            }
        });
    }

    public Parent root() {
        return root;
    }

    /// Follows the fleet until unsubscribed.
    public Subscription show() {
        var content = model.contentProperty().subscribe(this::showContent);
        var here = navigation.hereProperty().subscribe(link -> showScreen(link.screen()));
        return content.and(here).and(timeBar.show()).and(model.show()).and(() -> {
            shownScreen.unsubscribe();
            shownScreen = () -> {};
            shown = null;
        });
    }

    /// Where the person is, as a link.
    public Link link() {
        return navigation.here();
    }

    /// Goes to a link; Back returns.
    public void open(Link link) {
        navigation.go(link);
    }

    /// The look; set it to change it.
    public ObjectProperty<Theme> themeProperty() {
        return theme;
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
        root.getChildren().addAll(new HBox(rail, main), band, toasts);
    }

    private void goTo(ScreenId screen) {
        navigation.go(navigation.here().to(screen));
    }

    private void copyLink() {
        var content = model.contentProperty().get();
        var here = navigation.here();
        // A link says which environment it means, also when the console had chosen it.
        var place = content == null ? here.environment() : content.place().name();
        Copied.text(here.withEnvironment(place).format());
        toasts.say("The link is copied.");
    }

    private void toLive() {
        navigation.adjust(link -> link.withAt(null));
    }

    private void showScreen(ScreenId id) {
        var screen = screens.get(id);
        if (id == shown || screen == null) {
            return;
        }
        shownScreen.unsubscribe();
        shown = id;
        place.getChildren().setAll(screen.root());
        rail.shown(id);
        shownScreen = screen.show();
    }

    private void showContent(@Nullable FrameContent content) {
        if (content == null) {
            return;
        }
        rail.breaching(content.breaching());
        topBar.show(content, Sources.lines(content.sources(), content.at()));
        banners.show(content.banners());
        band.getStyleClass().setAll("environment-band", content.place().kind().styleClass());
    }
}
