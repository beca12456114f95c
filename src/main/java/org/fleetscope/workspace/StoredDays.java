package org.fleetscope.workspace;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.Times;
import org.fleetscope.quality.DuplicateIndex;

/**
 * Enters the keys of stored runs into the index of duplicates, a day when it is first read of. The
 * store is not asked for days without runs. Not thread-safe.
 */
final class StoredDays {
    private final OpeningStore store;
    private final DuplicateIndex duplicates;
    private final Set<Long> days = new HashSet<>();

    /**
     * @param before runs that are stored
     */
    StoredDays(OpeningStore store, Frame before, DuplicateIndex duplicates) {
        this.store = store;
        this.duplicates = duplicates;
        long last = Long.MIN_VALUE;
        for (long at : before.recordedAt()) {
            long day = Times.epochDay(at);
            if (day != last) {
                days.add(day);
                last = day;
            }
        }
    }

    void begins(long epochDay) throws IOException {
        if (days.contains(epochDay)) {
            store.get().keys(day -> day == epochDay, duplicates::stored);
        }
    }
}
