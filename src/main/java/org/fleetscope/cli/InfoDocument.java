package org.fleetscope.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.Times;
import org.fleetscope.workspace.WorkspaceInfo;

/** What a workspace holds, as JSON with the keys that every release keeps, and for people. */
final class InfoDocument {
    private InfoDocument() {}

    static ObjectNode json(WorkspaceInfo info) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("folder", info.folder());
        document.put("schema_version", info.schemaVersion());
        document.put("size_bytes", info.sizeBytes());
        document.set("rows", SummaryJson.entities(info.rows()));
        document.put("quarantined", info.quarantined());
        document.put("repaired", info.repaired());
        ArrayNode days = document.putArray("days");
        info.days()
                .forEach(day -> days.addObject().put("date", day.date()).put("rows", day.rows()));
        ArrayNode imports = document.putArray("imports");
        for (WorkspaceInfo.ImportRecord record : info.imports()) {
            ObjectNode entry = imports.addObject();
            entry.put("import_id", record.importId());
            entry.put("started_at", Times.iso(record.startedAt()));
            ArrayNode files = entry.putArray("files");
            record.files().forEach(files::add);
            entry.put("accepted", record.accepted());
            entry.put("rejected", record.rejected());
            entry.put("skipped_existing", record.skippedExisting());
            entry.put("repaired", record.repaired());
        }
        return document;
    }

    static List<String> text(WorkspaceInfo info) {
        List<String> lines = new ArrayList<>();
        lines.add("Workspace " + info.folder());
        lines.add(
                String.format(
                        Locale.ROOT,
                        "  schema %s, %,.1f MB on disk",
                        info.schemaVersion(),
                        info.sizeBytes() / 1e6));
        TextTable rows = new TextTable();
        for (EntityKind kind : EntityKind.values()) {
            rows.row("  " + kind.label(), count(info.rows().getOrDefault(kind, 0L)));
        }
        rows.row("  in quarantine", count(info.quarantined()));
        rows.row("  repaired, originals kept", count(info.repaired()));
        lines.addAll(section("Rows", rows));
        TextTable days = new TextTable();
        info.days().forEach(day -> days.row("  " + day.date(), count(day.rows())));
        lines.addAll(section("Days (UTC)", days));
        TextTable imports = new TextTable();
        for (WorkspaceInfo.ImportRecord record : info.imports()) {
            imports.row(
                    "  " + Times.iso(record.startedAt()),
                    "#" + record.importId(),
                    String.format(
                            Locale.ROOT,
                            "%,d accepted, %,d rejected (%,d of them repaired), %,d already there",
                            record.accepted(),
                            record.rejected(),
                            record.repaired(),
                            record.skippedExisting()),
                    String.join(", ", record.files()));
        }
        lines.addAll(section("Imports", imports));
        return lines;
    }

    private static List<String> section(String title, TextTable table) {
        List<String> lines = new ArrayList<>(List.of("", title));
        List<String> rows = table.lines();
        lines.addAll(rows.isEmpty() ? List.of("  none") : rows);
        return lines;
    }

    private static String count(long rows) {
        return String.format(Locale.ROOT, "%,d", rows);
    }
}
