package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;

/**
 * Which rows of a source are runs.
 *
 * @param values the place has one of these texts, lower case; empty: it has no value
 */
record RowCondition(SourcePath path, Set<String> values) {
    RowCondition {
        values = Set.copyOf(values);
    }

    boolean holds(ObjectNode row) {
        JsonNode found = path.find(row);
        return values.isEmpty()
                ? found.isMissingNode()
                : values.contains(found.asText("").strip().toLowerCase(Locale.ROOT));
    }
}
