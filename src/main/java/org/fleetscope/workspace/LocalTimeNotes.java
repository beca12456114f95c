package org.fleetscope.workspace;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.fleetscope.model.TimeNote;

/**
 * Keeps notes in the workspace's store. A new workspace, whose store nothing needed so far, has no
 * note, and its store is not made to learn that.
 */
final class LocalTimeNotes implements TimeNotes {
    private final OpeningStore store;

    LocalTimeNotes(OpeningStore store) {
        this.store = store;
    }

    @Override
    public List<TimeNote> all() throws IOException {
        return store.isBegun() ? store.get().timeNotes() : List.of();
    }

    @Override
    public void put(TimeNote note) throws IOException {
        store.get().putTimeNote(note);
    }

    @Override
    public void remove(UUID id) throws IOException {
        store.get().removeTimeNote(id);
    }
}
