package jml.views.releases;

import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import jml.core.approval.Approvals;
import jml.core.approval.PendingReview;
import jml.core.audit.ReleaseAudit;
import jml.core.fleet.Timeline;
import jml.core.judge.Rulings;
import jml.core.model.ModelKey;
import jml.core.registry.VersionComparisons;
import jml.views.act.Acting;
import jml.views.act.Propose;
import jml.views.kit.screen.Link;
import jml.views.kit.screen.Screen;
import jml.views.kit.screen.ScreenId;
import jml.views.kit.screen.Surroundings;
import jml.views.releases.audit.AuditView;
import jml.views.releases.audit.AuditViewModel;
import jml.views.releases.compare.CompareView;
import jml.views.releases.compare.CompareViewModel;
import jml.views.releases.page.PageView;
import jml.views.releases.page.PageViewModel;
import jml.views.releases.review.ReviewQueue;
import jml.views.releases.review.ReviewView;
import jml.views.releases.review.ReviewViewModel;
import org.jspecify.annotations.Nullable;

/// Releases: the board, and in its place the page of one release when the link names it. FX thread.
public final class Releases implements Screen {
    private final Surroundings around;
    private final StackPane root = new StackPane();
    private final BoardView board;
    private final PageView page;
    private final ReviewView review;
    private final AuditView audit;
    private final CompareView compare;
    private Subscription shown = () -> {};
    private @Nullable Region place;

    private Releases(
            Surroundings around,
            BoardView board,
            PageView page,
            ReviewView review,
            AuditView audit,
            CompareView compare) {
        this.around = around;
        this.board = board;
        this.page = page;
        this.review = review;
        this.audit = audit;
        this.compare = compare;
    }

    /// @param propose opens the question whether something is to be done
    public static Screen screen(
            Timeline timeline,
            Rulings rulings,
            Acting acting,
            Approvals approvals,
            Supplier<ReleaseAudit> audit,
            Supplier<VersionComparisons> comparisons,
            ReviewQueue queue,
            Surroundings around,
            Propose propose) {
        var zone = around.clock().getZone();
        var navigation = around.navigation();
        var model = new BoardViewModel(timeline, rulings, acting, queue, navigation, around.work(), zone);
        var selected = new PageViewModel(timeline, rulings, acting, queue, navigation, around.work(), zone);
        var reviewed = new ReviewViewModel(approvals, queue::askAgain, around.work(), around.clock());
        return new Releases(
                around,
                new BoardView(model, around, propose),
                new PageView(selected, propose, around.copyLink()),
                new ReviewView(reviewed, queue, around),
                new AuditView(new AuditViewModel(timeline, audit, around), around.copyLink()),
                new CompareView(new CompareViewModel(timeline, comparisons, navigation, around.work())));
    }

    /// The link to a release's page.
    public static Link page(Link from, ModelKey model) {
        return from.to(ScreenId.RELEASES).withSelection(model.path()).withSection(BoardViewModel.PAGE);
    }

    /// The link to the audit of a model.
    public static Link audit(Link from, ModelKey model) {
        return page(from, model).withSection(BoardViewModel.AUDIT);
    }

    /// The link to the comparison of two of a model's versions: the serving one and the candidate.
    public static Link compare(Link from, ModelKey model) {
        return page(from, model).withSection(BoardViewModel.COMPARE);
    }

    /// The link to the page of a review that waits.
    public static Link review(Link from, PendingReview review) {
        return from.to(ScreenId.RELEASES)
                .withSelection(ReviewQueue.path(review))
                .withSection(BoardViewModel.REVIEW);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Subscription show() {
        place = null;
        root.getChildren().clear();
        var followed = around.navigation().hereProperty().subscribe(this::follow);
        return () -> {
            followed.unsubscribe();
            shown.unsubscribe();
            shown = () -> {};
        };
    }

    private void follow(Link link) {
        if (link.screen() != ScreenId.RELEASES) {
            return;
        }
        switch (link.section()) {
            case BoardViewModel.REVIEW -> put(review.root(), review::show);
            case BoardViewModel.AUDIT -> put(audit.root(), audit::show);
            case BoardViewModel.COMPARE -> put(compare.root(), compare::show);
            case "" -> put(board.root(), board::show);
            default -> put(page.root(), page::show);
        }
    }

    private void put(Region part, Supplier<Subscription> show) {
        if (!part.equals(place)) {
            place = part;
            shown.unsubscribe();
            root.getChildren().setAll(part);
            shown = show.get();
        }
    }
}
