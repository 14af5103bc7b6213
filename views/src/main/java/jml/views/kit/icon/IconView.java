package jml.views.kit.icon;

import java.util.Locale;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/// One icon as a node of fixed size; the icon may be changed in place, which table cells do.
///
/// An icon is decoration: the word beside it carries the meaning, so assistive technology is not told of it.
public final class IconView extends Region {
    /// The sizes of the design, in pixels.
    public enum Size {
        SMALL(14),
        NORMAL(16),
        LARGE(20);

        private final double pixels;

        Size(double pixels) {
            this.pixels = pixels;
        }
    }

    private static final double DRAWN = 16;

    private final SVGPath line = new SVGPath();
    private final Scale scale;
    private final double pixels;
    private @Nullable SVGPath dashed;
    private @Nullable Icon shown;

    public IconView(Icon icon, Size size) {
        this(size);
        show(icon);
    }

    /// An empty icon of `size`, to be filled by [#show].
    public IconView(Size size) {
        pixels = size.pixels;
        scale = new Scale(pixels / DRAWN, pixels / DRAWN);
        getStyleClass().addAll("icon", "icon-" + size.name().toLowerCase(Locale.ROOT));
        setMinSize(pixels, pixels);
        setPrefSize(pixels, pixels);
        setMaxSize(pixels, pixels);
        setMouseTransparent(true);
        add(line, "icon-line");
    }

    /// A 16 px icon.
    public static IconView of(Icon icon) {
        return new IconView(icon, Size.NORMAL);
    }

    /// A 14 px icon.
    public static IconView small(Icon icon) {
        return new IconView(icon, Size.SMALL);
    }

    /// A 20 px icon.
    public static IconView large(Icon icon) {
        return new IconView(icon, Size.LARGE);
    }

    /// Draws `icon` from now on; costs nothing when it is drawn already.
    public void show(Icon icon) {
        if (icon == shown) {
            return;
        }
        shown = icon;
        line.setContent(icon.line());
        if (dashed == null && !icon.dashed().isEmpty()) {
            dashed = new SVGPath();
            add(dashed, "icon-dashed");
        }
        if (dashed != null) {
            dashed.setContent(icon.dashed());
        }
    }

    private void add(SVGPath path, String styleClass) {
        path.getStyleClass().add(styleClass);
        path.setManaged(false);
        path.getTransforms().add(scale);
        getChildren().add(path);
    }
}
