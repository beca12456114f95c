package org.fleetscope.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collection;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;

/**
 * The manifest of a report as JSON: title, created, scope, settings, files with SHA-256, counts,
 * versions. An end of the scope that is open is null; a dimension that is open is an empty list.
 * Lists are sorted.
 */
final class Manifest {
    private final ObjectMapper mapper =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    String json(ReportModel model) throws IOException {
        ObjectNode root = mapper.createObjectNode();
        root.put("title", model.title());
        root.put("created", Times.iso(model.createdAt()));
        scope(root.putObject("scope"), model.scope());
        ObjectNode settings = root.putObject("settings");
        model.settings().forEach(setting -> settings.put(setting.name(), setting.value()));
        ArrayNode files = root.putArray("files");
        for (ReportModel.SourceFile file : model.files()) {
            files.addObject()
                    .put("path", file.path())
                    .put("format", file.format())
                    .put("rows", file.rows())
                    .put("sha256", file.sha256());
        }
        root.putObject("counts")
                .put("rows_read", model.counts().rowsRead())
                .put("accepted", model.counts().accepted())
                .put("rejected", model.counts().rejected())
                .put("skipped_existing", model.counts().skippedExisting())
                .put("repaired", model.counts().repaired());
        root.put("findings", model.findings().size());
        ObjectNode versions = root.putObject("versions");
        model.versions().forEach(version -> versions.put(version.name(), version.version()));
        return mapper.writeValueAsString(root).replace("\r\n", "\n") + "\n";
    }

    private static void scope(ObjectNode node, Scope scope) {
        TimeRange time = scope.time();
        node.put("from", time.from() == TimeRange.ALL.from() ? null : Times.iso(time.from()));
        node.put("to", time.to() == TimeRange.ALL.to() ? null : Times.iso(time.to()));
        texts(node.putArray("types"), scope.types());
        texts(node.putArray("agents"), scope.agents());
        texts(node.putArray("hosts"), scope.hosts());
        ArrayNode priorities = node.putArray("priorities");
        scope.priorities().stream().sorted().forEach(priorities::add);
        texts(node.putArray("layers"), scope.layers());
    }

    private static void texts(ArrayNode node, Collection<?> values) {
        values.stream().map(Object::toString).sorted().forEach(node::add);
    }
}
