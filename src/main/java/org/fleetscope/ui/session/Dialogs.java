package org.fleetscope.ui.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Questions put to the person; behind an interface so that tests answer without a display. */
public interface Dialogs {
    /** Files to import; empty when the person changed their mind. */
    List<Path> chooseExports();

    /** Files to follow while they grow; empty when the person changed their mind. */
    List<Path> chooseFollowed();

    /** A mapping file for exports of other names; empty when the person changed their mind. */
    Optional<Path> chooseMapping();

    /** A folder; empty when the person changed their mind. */
    Optional<Path> chooseFolder(String title);

    /**
     * A file to be written; empty when the person changed their mind. The system has asked already
     * whether one that is there may be replaced.
     *
     * @param name proposed, with the ending that every answer has
     */
    Optional<Path> chooseTarget(String title, String name);

    /** Shows a folder in the system's file manager; empty where there is none. */
    Optional<Runnable> showFolder(Path folder);

    /** True when the person agrees to what {@code action} names. */
    boolean confirm(String title, String text, String action);

    /** A line of text the person types; empty when they changed their mind or typed nothing. */
    Optional<String> ask(String title, String text, String action);

    /** As {@link #ask(String, String, String)}, with a text that stands there already. */
    Optional<String> ask(String title, String text, String action, String before);

    /** Tells of a failure: what happened, what to do, and details to copy. */
    void failure(String title, String message, String advice, Throwable cause);
}
