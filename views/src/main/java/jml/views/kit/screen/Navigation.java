package jml.views.kit.screen;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Where the person is and was. Screens read their filters and selection from here and write them back, so that every
/// state of the console has a link. Belongs to the FX thread; needs no toolkit.
public final class Navigation {
    private static final int KEPT = 100;

    private final ReadOnlyObjectWrapper<Link> here;
    private final ReadOnlyBooleanWrapper canBack = new ReadOnlyBooleanWrapper(this, "canBack");
    private final ReadOnlyBooleanWrapper canForward = new ReadOnlyBooleanWrapper(this, "canForward");
    private final Deque<Link> before = new ArrayDeque<>();
    private final Deque<Link> after = new ArrayDeque<>();

    public Navigation(Link start) {
        here = new ReadOnlyObjectWrapper<>(this, "here", start);
    }

    public ReadOnlyObjectProperty<Link> hereProperty() {
        return here.getReadOnlyProperty();
    }

    public Link here() {
        return here.get();
    }

    /// Goes there; Back returns.
    public void go(Link there) {
        if (there.equals(here.get())) {
            return;
        }
        before.push(here.get());
        if (before.size() > KEPT) {
            before.removeLast();
        }
        after.clear();
        move(there);
    }

    /// Changes where the person is without a step to go back to: a filter typed, a row selected, a drag in time.
    public void adjust(UnaryOperator<Link> change) {
        move(change.apply(here.get()));
    }

    public void back() {
        if (!before.isEmpty()) {
            after.push(here.get());
            move(before.pop());
        }
    }

    public void forward() {
        if (!after.isEmpty()) {
            before.push(here.get());
            move(after.pop());
        }
    }

    public ReadOnlyBooleanProperty canBackProperty() {
        return canBack.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canForwardProperty() {
        return canForward.getReadOnlyProperty();
    }

    private void move(Link there) {
        canBack.set(!before.isEmpty());
        canForward.set(!after.isEmpty());
        here.set(there);
    }
}
