package jml.views.connections;

import jml.core.fleet.Timeline;
import jml.core.source.Connections;
import jml.views.kit.screen.Screen;
import jml.views.kit.screen.Surroundings;

/// Puts the Connections screen together.
public final class ConnectionsScreen {
    private ConnectionsScreen() {}

    public static Screen of(Timeline timeline, Connections connections, Surroundings around) {
        return new ConnectionsView(new ConnectionsViewModel(timeline, connections, around), around);
    }
}
