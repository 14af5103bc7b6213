package jml.views.releases;

import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import jml.core.fleet.Timeline;
import jml.core.judge.Rulings;
import jml.core.model.ModelKey;
import jml.views.act.Acting;
import jml.views.act.Propose;
import jml.views.kit.screen.Link;
import jml.views.kit.screen.Screen;
import jml.views.kit.screen.ScreenId;
import jml.views.kit.screen.Surroundings;
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

    /// @param propose opens the question whether something is to be done
    public static Screen screen(
            Timeline timeline, Rulings rulings, Acting acting, Surroundings around, Propose propose) {
        var zone = around.clock().getZone();
        var navigation = around.navigation();
        var model = new BoardViewModel(timeline, rulings, acting, navigation, around.work(), zone);
        var selected = new PageViewModel(timeline, rulings, acting, navigation, around.work(), zone);
        return new Releases(
                around, new BoardView(model, around, propose), new PageView(selected, propose, around.copyLink()));
    }

    /// The link to a release's page.
    public static Link page(Link from, ModelKey model) {
        return from.to(ScreenId.RELEASES).withSelection(model.path()).withSection(BoardViewModel.PAGE);
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
