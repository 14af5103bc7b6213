package jml.views.act;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import jml.core.act.Offer;
import jml.core.act.Proposal;
import jml.views.kit.Action;
import jml.views.kit.Buttons;
import jml.views.kit.Type;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;

/// What can be done with a model now: the cure as the one primary button, the rest beside it, and below in words what
/// is not allowed.
public final class OfferBar {
    private static final int BUTTONS = 3;
    private static final int REASONS = 2;

    private OfferBar() {}

    /// Lines for the foot of a panel; none when nothing connected can act on the model.
    ///
    /// @param why a first reason for the journal; may be empty
    /// @param propose opens the question; each time a new proposal, so that nothing confirmed once is sent again
    /// @param others stand after the buttons
    public static List<Node> lines(List<Offer> offers, String why, Propose propose, Node... others) {
        var lines = new ArrayList<Node>();
        var allowed = offers.stream().filter(Offer::allowed).toList();
        var buttons = new HBox();
        buttons.getStyleClass().add("row");
        if (!allowed.isEmpty()) {
            // Whatever an alias says, traffic is what a person is here for: it stands among the rest.
            var first = allowed.stream()
                    .filter(it -> it.purpose() != Proposal.Purpose.MOVE_ALIAS)
                    .limit(others.length == 0 ? BUTTONS : BUTTONS - 1)
                    .toList();
            for (var offer : first) {
                buttons.getChildren().add(button(offer, offer.equals(first.getFirst()), why, propose));
            }
            var rest = allowed.stream().filter(it -> !first.contains(it)).toList();
            if (!rest.isEmpty()) {
                buttons.getChildren().add(more(rest, why, propose));
            }
        }
        buttons.getChildren().addAll(others);
        if (!buttons.getChildren().isEmpty()) {
            lines.add(buttons);
        }
        offers.stream()
                .filter(it -> !it.allowed())
                // One line a cause: what follows the colon.
                .collect(Collectors.toMap(
                        it -> it.reason().substring(it.reason().indexOf(':') + 1),
                        Offer::reason,
                        (first, _) -> first,
                        LinkedHashMap::new))
                .values()
                .stream()
                .limit(REASONS)
                .forEach(reason -> lines.add(refused(reason)));
        return lines;
    }

    private static Button button(Offer offer, boolean first, String why, Propose propose) {
        var action = new Action(offer.label(), () -> open(offer, why, propose));
        boolean cure = first && offer.purpose() == Proposal.Purpose.ROLL_BACK;
        var button = cure ? Buttons.primary(action) : Buttons.plain(action);
        button.getStyleClass().add("big");
        button.setMinWidth(Region.USE_PREF_SIZE);
        if (cure) {
            button.setGraphic(IconView.of(Icon.UNDO));
        }
        return button;
    }

    private static Button more(List<Offer> offers, String why, Propose propose) {
        var button = Buttons.icon(Icon.MORE, new Action("More that can be done", () -> {}));
        var menu = new ContextMenu();
        for (var offer : offers) {
            var item = new MenuItem(offer.label());
            item.setOnAction(_ -> open(offer, why, propose));
            menu.getItems().add(item);
        }
        button.setOnAction(_ -> menu.show(button, Side.TOP, 0, -4));
        return button;
    }

    /// Opens the question of an offer; nothing where it is not allowed.
    public static void open(Offer offer, String why, Propose propose) {
        var proposal = offer.proposal();
        if (proposal != null) {
            propose.open(proposal.again(UUID::randomUUID), why);
        }
    }

    private static Node refused(String reason) {
        var words = Type.small(reason);
        words.setWrapText(true);
        var line = new HBox(IconView.small(Icon.LOCK), words);
        line.getStyleClass().addAll("row", "ink-2");
        return line;
    }
}
