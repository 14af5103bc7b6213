package jml.views.kit.chart;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import jml.views.kit.theme.Palette;
import jml.views.kit.theme.Theme;
import org.jspecify.annotations.Nullable;

/// A Canvas that follows the size of its region and the colours of its scene's theme.
///
/// It is painted at most once a layout pass, when its size, its theme or (after [#redraw]) its content changed; a
/// redraw asks for no layout of its parents, so thousands of rows may redraw in place. FX thread.
public abstract class Drawing extends Region {
    private static final CssMetaData<Drawing, Theme> THEME =
            new CssMetaData<>("-jml-theme", StyleConverter.getEnumConverter(Theme.class), Theme.DARK) {
                @Override
                public boolean isSettable(Drawing drawing) {
                    return !drawing.theme.isBound();
                }

                @Override
                @SuppressWarnings("unchecked")
                public StyleableProperty<Theme> getStyleableProperty(Drawing drawing) {
                    return (StyleableProperty<Theme>) drawing.theme;
                }
            };
    private static final List<CssMetaData<? extends Styleable, ?>> CSS = Stream.concat(
                    Region.getClassCssMetaData().stream(), Stream.of(THEME))
            .toList();

    private final Canvas canvas = new Canvas();
    // A style property, because that is how a node learns of the theme of its scene, pop-ups and snapshots included.
    private final ObjectProperty<Theme> theme = new SimpleStyleableObjectProperty<>(THEME, this, "theme", Theme.DARK) {
        @Override
        protected void invalidated() {
            redraw();
        }
    };
    private boolean stale = true;

    protected Drawing(String styleClass) {
        getStyleClass().addAll("drawing", styleClass);
        canvas.setManaged(false);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().add(canvas);
    }

    /// Paints everything on `g`, which is cleared, `width` × `height` pixels.
    protected abstract void draw(GraphicsContext g, double width, double height, Palette palette);

    /// What the drawing says, for people who cannot see it; asked only when needed.
    protected abstract String said();

    /// Paints again in the next layout pass.
    protected final void redraw() {
        stale = true;
        setNeedsLayout(true);
    }

    @Override
    protected final void layoutChildren() {
        var width = Math.max(0, getWidth() - getInsets().getLeft() - getInsets().getRight());
        var height =
                Math.max(0, getHeight() - getInsets().getTop() - getInsets().getBottom());
        canvas.relocate(getInsets().getLeft(), getInsets().getTop());
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            stale = true;
        }
        if (stale && width > 0 && height > 0) {
            stale = false;
            var g = canvas.getGraphicsContext2D();
            g.clearRect(0, 0, width, height);
            draw(g, width, height, Palette.of(theme.get()));
        }
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT ? said() : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS;
    }
}
