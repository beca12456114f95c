package org.fleetscope.ui.session;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/** What the window remembers from one start to the next. Setters keep at once. */
public interface UiSettings {
    boolean dark();

    void setDark(boolean dark);

    /** Width and height of the window, in pixels. */
    WindowSize windowSize();

    void setWindowSize(WindowSize size);

    /** Files and folders opened last, newest first. */
    List<Path> recent();

    void addRecent(Path path);

    /** Zone in which times are shown. */
    ZoneId zone();

    /** Size of the window in pixels. */
    record WindowSize(double width, double height) {}
}
