package org.fleetscope.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.fleetscope.store.Store;
import org.fleetscope.store.StoreInfo;

/** What a store holds, in the workspace's terms. */
final class WorkspaceInfos {
    private WorkspaceInfos() {}

    static WorkspaceInfo of(Path folder, OpeningStore opening) {
        try {
            Store store = opening.get();
            StoreInfo info = store.info();
            return new WorkspaceInfo(
                    folder.toString(),
                    info.schemaVersion(),
                    info.sizeBytes(),
                    info.rows(),
                    info.quarantined(),
                    info.repaired(),
                    store.days().stream()
                            .map(day ->
                                    new WorkspaceInfo.Day(
                                            LocalDate.ofEpochDay(day.epochDay()).toString(),
                                            day.rows()))
                            .toList(),
                    store.quarantine().imports().stream()
                            .map(entry ->
                                    new WorkspaceInfo.ImportRecord(
                                            entry.importId(),
                                            entry.startedAt(),
                                            entry.files(),
                                            entry.accepted(),
                                            entry.rejected(),
                                            entry.skippedExisting(),
                                            entry.repaired()))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
