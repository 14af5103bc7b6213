package jml.views.releases.review;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import jml.views.kit.Action;
import jml.views.kit.Buttons;
import jml.views.kit.Type;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;
import jml.views.releases.SideLines;
import org.jspecify.annotations.Nullable;

/// Where a person writes the reason and decides. Made once, so that what is typed outlives a refresh.
final class ReviewForm {
    private final ReviewViewModel model;
    private final ZoneId zone;
    private final TextArea reason = new TextArea();
    private final Label counted = Type.small("");
    private final TextField owner = new TextField();
    private final DatePicker end = new DatePicker();
    private final Label excepted = Type.small("");
    private final VBox exception = new VBox();
    private final VBox writing = new VBox();
    private final VBox foot = new VBox();
    private final Button except;
    private final Button bypass;
    private final IconView mark = IconView.small(Icon.LOCK);

    ReviewForm(ReviewViewModel model, ZoneId zone) {
        this.model = model;
        this.zone = zone;
        reason.setWrapText(true);
        reason.setPromptText("Why: signed with the decision and recorded");
        reason.setAccessibleText("Reason");
        reason.getStyleClass().add("review-reason");
        reason.textProperty().bindBidirectional(model.reasonProperty());
        counted.getStyleClass().add("ink-3");
        counted.textProperty().bind(Bindings.createStringBinding(this::length, reason.textProperty()));
        owner.setPromptText("Who answers for it");
        owner.setAccessibleText("Owner of the exception");
        owner.textProperty().bindBidirectional(model.exceptionOwnerProperty());
        HBox.setHgrow(owner, Priority.ALWAYS);
        end.setPromptText("Ends");
        end.setAccessibleText("Day on which the exception ends");
        end.valueProperty().subscribe(this::chosen);
        model.exceptionEndProperty().subscribe(at -> {
            if (at == null) {
                end.setValue(null);
            }
        });
        var terms = new HBox(owner, end);
        terms.getStyleClass().add("row");
        excepted.setWrapText(true);
        excepted.getStyleClass().add("ink-2");
        exception.getStyleClass().add("review-exception");
        exception
                .getChildren()
                .addAll(SideLines.section("Exception", "owner and end, for what is not kept"), excepted, terms);
        writing.getChildren()
                .addAll(SideLines.section("Reason", "required, signed and recorded", counted), reason, exception);
        except = button(
                Buttons.plain(new Action("Approve with exception", model::approveWithException)),
                model.mayExceptProperty());
        bypass = small(Buttons.plain(new Action("Bypass the four eyes", model::bypass)), model.mayBypassProperty());
        prepareFoot();
    }

    private void prepareFoot() {
        var approve =
                button(Buttons.primary(new Action("Sign and approve", model::approve)), model.mayApproveProperty());
        approve.setGraphic(IconView.of(Icon.CHECK));
        var reject = button(Buttons.danger(new Action("Reject", model::reject)), model.mayRejectProperty());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var buttons = new HBox(approve, except, space, reject);
        buttons.getStyleClass().add("row");
        var ready = Type.small("");
        ready.setWrapText(true);
        ready.setMinHeight(Region.USE_PREF_SIZE);
        ready.textProperty().bind(model.readyProperty());
        HBox.setHgrow(ready, Priority.ALWAYS);
        ready.setMaxWidth(Double.MAX_VALUE);
        var line = new HBox(mark, ready, bypass);
        line.getStyleClass().addAll("row", "ink-2");
        model.mayApproveProperty().subscribe(may -> {
            mark.show(may ? Icon.CHECK : Icon.LOCK);
            mark.getStyleClass().remove("ink-healthy");
            if (may) {
                mark.getStyleClass().add("ink-healthy");
            }
        });
        foot.getStyleClass().addAll("panel-foot", "review-foot");
        foot.getChildren().addAll(buttons, line);
    }

    /// Reason and exception, for the panel's end.
    Node writing() {
        return writing;
    }

    /// Buttons and what stands in their way, pinned below.
    Node foot() {
        return foot;
    }

    void show(ReviewContent content) {
        boolean exceptable = !content.exceptable().isEmpty();
        shown(exception, exceptable);
        shown(except, exceptable);
        shown(bypass, content.bypass());
        excepted.setText(String.join(", ", content.exceptable()));
    }

    private static Button button(Button button, ObservableBooleanValue may) {
        button.getStyleClass().add("big");
        return small(button, may);
    }

    private static Button small(Button button, ObservableBooleanValue may) {
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.disableProperty().bind(Bindings.not(may));
        return button;
    }

    private static void shown(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private String length() {
        int length = reason.getText() == null ? 0 : reason.getText().strip().length();
        return length == 1 ? "1 character" : length + " characters";
    }

    // An exception holds to the end of its day.
    private void chosen(@Nullable LocalDate day) {
        if (day != null) {
            model.exceptionEndProperty()
                    .set(day.atTime(LocalTime.MAX).atZone(zone).toInstant().truncatedTo(ChronoUnit.SECONDS));
        }
    }
}
