package org.fleetscope.workspace;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the domain says an import does, as plainly as it can be written: every row is accepted,
 * rejected or skipped because it is there already; rows of one import that contradict each other
 * are all rejected, and one that contradicts an earlier import is.
 */
final class NaiveImport {
    private final Map<RandomRow.Key, RandomRow> before;
    private final Map<RandomRow.Key, RandomRow> admitted = new HashMap<>();
    private final Set<RandomRow.Key> contested = new HashSet<>();

    final Map<String, Long> rules = new TreeMap<>();
    long read;
    long rejected;
    long skipped;

    /**
     * @param stored rows of earlier imports
     */
    NaiveImport(Map<RandomRow.Key, RandomRow> stored) {
        before = stored;
    }

    /** A row, or null for text that is none. */
    void row(@Nullable RandomRow row) {
        read++;
        if (row == null) {
            reject("malformed-row");
        } else if (!row.violations().isEmpty()) {
            rejected++;
            row.violations().forEach(rule -> rules.merge(rule, 1L, Long::sum));
        } else {
            admit(row);
        }
    }

    private void admit(RandomRow row) {
        RandomRow known = before.getOrDefault(row.key(), admitted.get(row.key()));
        if (known == null) {
            admitted.put(row.key(), row);
        } else if (known.equals(row) && !contested.contains(row.key())) {
            skipped++;
        } else {
            reject("duplicate-run");
            if (!before.containsKey(row.key()) && contested.add(row.key())) {
                reject("duplicate-run");
            }
        }
    }

    private void reject(String rule) {
        rejected++;
        rules.merge(rule, 1L, Long::sum);
    }

    /** Rows that this import adds. */
    Map<RandomRow.Key, RandomRow> accepted() {
        Map<RandomRow.Key, RandomRow> rows = new HashMap<>(admitted);
        rows.keySet().removeAll(contested);
        return rows;
    }
}
