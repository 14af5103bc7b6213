package jml.app.log;

import ch.qos.logback.core.PropertyDefinerBase;
import java.io.IOException;

/// Gives Logback's configuration the log's folder, made private before the first line is written.
public final class LogFolderProperty extends PropertyDefinerBase {
    @Override
    public String getPropertyValue() {
        var folder = LogFolder.folder();
        try {
            LogFolder.makePrivate(folder);
        } catch (IOException unwritable) {
            // Without a log the console still works.
            addWarn("the log's folder cannot be made private", unwritable);
        }
        return folder.toString();
    }
}
