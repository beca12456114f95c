package org.fleetscope.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.fleetscope.model.EntityKind;
import org.fleetscope.workspace.ImportSummary;

/** An import or a validation as JSON, with the keys that every release keeps. */
final class SummaryJson {
    private SummaryJson() {}

    static void print(ImportSummary summary, CommandContext context) throws IOException {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("import_id", summary.importId());
        ArrayNode files = document.putArray("files");
        for (ImportSummary.FileSummary file : summary.files()) {
            ObjectNode entry =
                    files.addObject()
                            .put("path", file.path())
                            .put("format", file.format())
                            .put("rows_read", file.rowsRead());
            if (file.mapping() != null) {
                entry.put("mapping", file.mapping()).put("other_rows", file.otherRows());
            }
        }
        document.put("rows_read", summary.rowsRead());
        document.put("accepted", summary.accepted());
        document.put("rejected", summary.rejected());
        document.put("skipped_existing", summary.skippedExisting());
        document.set("entities", entities(summary.entities()));
        ObjectNode rules = document.putObject("rules");
        new TreeMap<>(summary.rules()).forEach(rules::put);
        document.put("seconds", summary.seconds());
        JsonOutput.print(document, context);
    }

    /** Every kind of entity with its rows, in a fixed order. */
    static ObjectNode entities(Map<EntityKind, Long> rows) {
        ObjectNode entities = JsonNodeFactory.instance.objectNode();
        for (EntityKind kind : EntityKind.values()) {
            entities.put(kind.label(), rows.getOrDefault(kind, 0L));
        }
        return entities;
    }
}
