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

    /** Forgets what was opened. */
    void clearRecent();

    /** Folder of the person's own mappings; need not exist. */
    Path mappings();

    /** Zone in which times are shown. */
    ZoneId zone();

    void setZone(ZoneId zone);

    /**
     * A value kept under a name; empty text when there is none.
     *
     * @see #keep
     */
    String kept(String name);

    /** Keeps a value under a name; an empty one is forgotten. */
    void keep(String name, String value);

    /** Size of the window with its frame, in pixels. */
    record WindowSize(double width, double height) {
        /** The size, cut to what fits. */
        public WindowSize within(double mostWidth, double mostHeight) {
            return new WindowSize(Math.min(width, mostWidth), Math.min(height, mostHeight));
        }
    }
}
