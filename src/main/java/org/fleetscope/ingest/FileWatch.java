package org.fleetscope.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Waits for changes in folders. Used by one thread. */
final class FileWatch implements Closeable {
    private final WatchService service;
    private final Map<Path, WatchKey> keys = new HashMap<>();

    /**
     * What changed.
     *
     * @param files that were written to
     * @param names whether files came or went, or the system lost count
     */
    record Changes(Set<Path> files, boolean names) {
        boolean none() {
            return files.isEmpty() && !names;
        }
    }

    FileWatch() throws IOException {
        service = FileSystems.getDefault().newWatchService();
    }

    /** Watches a folder from now on; one that is watched already is no error. */
    void watch(Path folder) throws IOException {
        WatchKey known = keys.get(folder);
        if (known == null || !known.isValid()) {
            keys.put(
                    folder,
                    folder.register(
                            service,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE));
        }
    }

    /** Waits for a change; none in time is no change. */
    Changes await(long millis) throws InterruptedException {
        Set<Path> files = new HashSet<>();
        boolean names = false;
        try {
            for (WatchKey key = service.poll(millis, TimeUnit.MILLISECONDS);
                    key != null;
                    key = service.poll()) {
                for (WatchEvent<?> event : key.pollEvents()) {
                    Path file = fileOf(key, event);
                    if (file == null) {
                        names = true;
                    } else {
                        files.add(file);
                    }
                }
                names |= !key.reset();
            }
        } catch (ClosedWatchServiceException e) {
            throw (InterruptedException) new InterruptedException("closed").initCause(e);
        }
        return new Changes(files, names);
    }

    /** The file written to; null when names changed. */
    private static @Nullable Path fileOf(WatchKey key, WatchEvent<?> event) {
        return event.kind() == StandardWatchEventKinds.ENTRY_MODIFY
                        && key.watchable() instanceof Path folder
                        && event.context() instanceof Path name
                ? folder.resolve(name)
                : null;
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
