package jml.views.releases;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import jml.core.act.Hold;
import jml.core.act.Release;
import jml.core.fleet.Timeline;
import jml.core.judge.Rulings;
import jml.core.model.ModelKey;
import jml.views.kit.screen.Link;
import jml.views.kit.screen.Screen;
import jml.views.kit.screen.ScreenId;
import jml.views.kit.screen.Surroundings;
import jml.views.releases.page.PageContent;
import jml.views.releases.page.PageView;
import jml.views.releases.page.PageViewModel;

/// Releases: the board, and in its place the page of one release when the link names it. FX thread.
public final class Releases implements Screen {
    private final Surroundings around;
    private final StackPane root = new StackPane();
    private final BoardView board;
    private final PageView page;
    private Subscription shown = () -> {};
    private boolean paged;

    private Releases(Surroundings around, BoardView board, PageView page) {
        this.around = around;
        this.board = board;
        this.page = page;
    }

    /// @param rollBack asks to take a release back
    /// @param actions makes the row of what can be done with the release of a page
    public static Screen screen(
            Timeline timeline,
            Rulings rulings,
            Supplier<List<Hold>> holds,
            Surroundings around,
            Consumer<Release> rollBack,
            Function<PageContent, List<? extends Node>> actions) {
        var zone = around.clock().getZone();
        var navigation = around.navigation();
        var model = new BoardViewModel(timeline, rulings, holds, navigation, around.work(), zone);
        var selected = new PageViewModel(timeline, rulings, holds, navigation, around.work(), zone);
        return new Releases(
                around, new BoardView(model, around, rollBack), new PageView(selected, actions, around.copyLink()));
    }

    /// The link to a release's page.
    public static Link page(Link from, ModelKey model) {
        return from.to(ScreenId.RELEASES).withSelection(ReleaseRow.id(model)).withSection(BoardViewModel.PAGE);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Subscription show() {
        paged = false;
        root.getChildren().clear();
        var place = around.navigation().hereProperty().subscribe(this::follow);
        return () -> {
            place.unsubscribe();
            shown.unsubscribe();
            shown = () -> {};
        };
    }

    private void follow(Link link) {
        boolean page = link.section().equals(BoardViewModel.PAGE);
        if (link.screen() != ScreenId.RELEASES
                || (page == paged && !root.getChildren().isEmpty())) {
            return;
        }
        paged = page;
        shown.unsubscribe();
        if (page) {
            root.getChildren().setAll(this.page.root());
            shown = this.page.show();
        } else {
            root.getChildren().setAll(board.root());
            shown = board.show();
        }
    }
}
