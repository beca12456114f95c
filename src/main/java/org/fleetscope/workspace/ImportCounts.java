package org.fleetscope.workspace;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.RejectedRow;

/**
 * Running counts of an import. Every row read is in exactly one of accepted, rejected and skipped.
 */
final class ImportCounts {
    private final Map<EntityKind, Long> entities = new EnumMap<>(EntityKind.class);
    private final Map<String, Long> rules = new TreeMap<>();
    private final Map<String, Long> rowsByFile = new LinkedHashMap<>();
    private final Map<String, Long> passedOver = new HashMap<>();
    private long accepted;
    private long rejected;
    private long skipped;
    private long differing;

    void accepted(String file, EntityKind kind, long rows) {
        accepted += rows;
        entities.merge(kind, rows, Long::sum);
        read(file, rows);
    }

    void rejected(String file, long rows) {
        rejected += rows;
        read(file, rows);
    }

    void skipped(String file, long rows) {
        skipped += rows;
        read(file, rows);
    }

    /** Of the rows skipped one that would have other values now. */
    void differs() {
        differing++;
    }

    long differing() {
        return differing;
    }

    /** Rows that are no runs, which are not among the rows read. */
    void passedOver(String file, long rows) {
        passedOver.merge(file, rows, Long::sum);
    }

    long passedOver(String file) {
        return passedOver.getOrDefault(file, 0L);
    }

    void broke(String rule, long rows) {
        if (rows > 0) {
            rules.merge(rule, rows, Long::sum);
        }
    }

    /** These counts, and how many rows broke further rules. */
    ImportCounts with(Map<String, Long> broken) {
        ImportCounts all = new ImportCounts();
        all.entities.putAll(entities);
        all.rules.putAll(rules);
        all.rowsByFile.putAll(rowsByFile);
        all.passedOver.putAll(passedOver);
        all.accepted = accepted;
        all.rejected = rejected;
        all.skipped = skipped;
        broken.forEach(all::broke);
        return all;
    }

    /** Rows that were accepted turn out to be contradicted by a later one. */
    void retracted(List<RejectedRow> contradicted) {
        long rows = contradicted.size();
        accepted -= rows;
        rejected += rows;
        entities.merge(EntityKind.KPI_REPORT, -rows, Long::sum);
    }

    private void read(String file, long rows) {
        rowsByFile.merge(file, rows, Long::sum);
    }

    long accepted() {
        return accepted;
    }

    long rejected() {
        return rejected;
    }

    long skipped() {
        return skipped;
    }

    long read() {
        return accepted + rejected + skipped;
    }

    long accepted(EntityKind kind) {
        return entities.getOrDefault(kind, 0L);
    }

    Map<EntityKind, Long> entities() {
        return entities.entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Map<String, Long> rules() {
        return new TreeMap<>(rules);
    }

    Map<String, Long> rowsByFile() {
        return new LinkedHashMap<>(rowsByFile);
    }
}
