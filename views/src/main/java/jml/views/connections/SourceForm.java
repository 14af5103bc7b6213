package jml.views.connections;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import jml.core.source.SourceSettings.Product;
import jml.core.source.SourceSettings.SecretPlace;
import jml.core.source.SourceSettings.SignIn;
import jml.views.kit.Type;

/// The settings of one source as a form: fields that mean nothing for the chosen kind are not there; what is wrong
/// stands under its field.
final class SourceForm extends GridPane {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final ConnectionsViewModel model;
    private final Map<Field, Node> editors = new EnumMap<>(Field.class);
    private final Map<Field, Label> problems = new EnumMap<>(Field.class);
    private final SourceDraft draft;
    private final Runnable changed;
    private Subscription following = () -> {};
    private boolean judged;

    /// @param changed told after each keystroke
    SourceForm(ConnectionsViewModel model, SourceDraft draft, Runnable changed) {
        this.model = model;
        this.draft = draft;
        this.changed = changed;
        getStyleClass().add("source-form");
        var words = new ColumnConstraints();
        words.setMinWidth(112);
        var field = new ColumnConstraints();
        field.setHgrow(Priority.ALWAYS);
        field.setFillWidth(true);
        getColumnConstraints().addAll(words, field);
        for (var each : Field.values()) {
            following = following.and(draft.text(each).subscribe((_, _) -> edited(each)));
        }
        lay();
    }

    /// Shows what is wrong under each field from now on; true when nothing is.
    boolean judge() {
        judged = true;
        showProblems();
        return model.check(draft).problems().isEmpty();
    }

    private void edited(Field field) {
        if (field == Field.KIND || field == Field.METHOD) {
            lay();
        }
        if (judged) {
            showProblems();
        }
        changed.run();
    }

    private void lay() {
        getChildren().clear();
        var row = 0;
        for (var field : Field.values()) {
            if (draft.asks(field)) {
                var words = Type.body(field.words());
                words.getStyleClass().add("ink-2");
                var problem = problems.computeIfAbsent(field, _ -> problemLabel());
                add(words, 0, row);
                add(new VBox(editors.computeIfAbsent(field, this::editor), problem), 1, row++);
            }
        }
        showProblems();
    }

    private void showProblems() {
        var wrong = model.check(draft).problems();
        problems.forEach((field, label) -> {
            var sentence = judged ? wrong.getOrDefault(field, "") : "";
            label.setText(sentence);
            label.setVisible(!sentence.isEmpty());
            label.setManaged(!sentence.isEmpty());
            var editor = editors.get(field);
            if (editor != null) {
                editor.pseudoClassStateChanged(WRONG, !sentence.isEmpty());
            }
        });
    }

    private static Label problemLabel() {
        var label = Type.small("");
        label.setWrapText(true);
        label.getStyleClass().add("ink-breaching");
        return label;
    }

    private Node editor(Field field) {
        return switch (field) {
            case KIND -> choice(field, List.of(Product.values()), it -> title(it.word()));
            case METHOD -> choice(field, List.of(SignIn.Method.values()), SourceRow::method);
            case SECRET_KIND -> choice(field, List.of(SecretPlace.Kind.values()), SourceForm::place);
            case ENVIRONMENT -> typedChoice(field, model.environments());
            case CONTEXT -> typedChoice(field, names());
            case HEADERS -> {
                var area = new TextArea(draft.text(field).get());
                area.setPrefRowCount(2);
                area.setPromptText("Name: value, one a line");
                area.textProperty().bindBidirectional(draft.text(field));
                yield named(area, field);
            }
            default -> {
                var text = new TextField();
                text.textProperty().bindBidirectional(draft.text(field));
                text.setPromptText(prompt(field));
                if (field == Field.ADDRESS || field == Field.SELECTOR) {
                    text.getStyleClass().add("mono");
                }
                yield named(text, field);
            }
        };
    }

    private static <N extends Node> N named(N editor, Field field) {
        editor.setId("field-" + field.name().toLowerCase(Locale.ROOT));
        editor.setAccessibleText(field.words());
        return editor;
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        model.contexts().forEach(it -> names.add(it.name()));
        return names;
    }

    private <E extends Enum<E>> ComboBox<E> choice(Field field, List<E> constants, Function<E, String> words) {
        var box = new ComboBox<>(FXCollections.observableList(constants));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(E constant) {
                return constant == null ? "" : words.apply(constant);
            }

            @Override
            public E fromString(String text) {
                throw new UnsupportedOperationException("not editable");
            }
        });
        constants.stream()
                .filter(it -> it.name().equals(draft.get(field)))
                .findFirst()
                .ifPresent(box::setValue);
        box.valueProperty().subscribe((_, now) -> draft.set(field, now.name()));
        return named(box, field);
    }

    private ComboBox<String> typedChoice(Field field, List<String> offers) {
        var box = new ComboBox<>(FXCollections.observableList(offers));
        box.setEditable(true);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setValue(draft.get(field));
        box.getEditor().textProperty().subscribe((_, now) -> draft.set(field, now));
        return named(box, field);
    }

    private static String prompt(Field field) {
        return switch (field) {
            case ADDRESS -> "https://prometheus.example:9090";
            case SELECTOR -> "namespace=~\"ml-.*\"";
            case KUBECONFIG -> "the usual places";
            case NAMESPACES -> "all I may see";
            case SECRET -> "name, path, command or service/account";
            case AUTHORITY, CERTIFICATE, KEY -> "path of a PEM file";
            case PROXY -> "host:port";
            default -> "";
        };
    }

    private static String place(SecretPlace.Kind kind) {
        return switch (kind) {
            case KEYRING -> "the system's keyring";
            case VARIABLE -> "an environment variable";
            case FILE -> "a file";
            case COMMAND -> "what a command prints";
        };
    }

    private static String title(String word) {
        return word.equals("mlflow") ? "MLflow" : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
