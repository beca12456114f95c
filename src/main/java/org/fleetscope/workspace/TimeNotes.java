package org.fleetscope.workspace;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.fleetscope.model.TimeNote;

/** The notes that people wrote at times, kept in the workspace. Thread-safe. */
public interface TimeNotes {
    /** All notes, earliest first. */
    List<TimeNote> all() throws IOException;

    /** Keeps a note, in the place of one of its id. */
    void put(TimeNote note) throws IOException;

    /** Removes a note if there is one of that id. */
    void remove(UUID id) throws IOException;
}
