package org.fleetscope.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fleetscope.model.Times;

/**
 * Writes the list of the faults built into a fleet. Members: {@code synthetic} (always true),
 * {@code settings} (strengths of kinds only where they are not 1), {@code faults} (id, kind,
 * agent_id, host, start, end, strength, changes; null where nobody in particular is struck), {@code
 * bad_rows} (line, 1-based; rule, null when none is broken; what; {@code repeats_line} for
 * repeats).
 */
final class FaultsFile {
    private FaultsFile() {}

    /**
     * Name of the list of a single data file: {@code day.faults.json} beside {@code day.ndjson.gz}.
     */
    static String nameBeside(Path data) {
        return data.getFileName().toString().replaceFirst("\\.(ndjson|jsonl|json)(\\.gz)?$", "")
                + ".faults.json";
    }

    static Path write(
            Path file, GeneratorSettings settings, List<Fault> faults, List<BadRow> badRows)
            throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(
                    "{\n  \"synthetic\": true,\n  \"settings\": "
                            + settings(settings)
                            + ",\n  \"faults\": [");
            list(out, faults.stream().map(FaultsFile::fault).toList());
            out.write("],\n  \"bad_rows\": [");
            list(out, badRows.stream().map(FaultsFile::badRow).toList());
            out.write("]\n}\n");
        }
        return file;
    }

    private static void list(Writer out, List<String> items) throws IOException {
        String separator = "\n    ";
        for (String item : items) {
            out.write(separator + item);
            separator = ",\n    ";
        }
        out.write(items.isEmpty() ? "" : "\n  ");
    }

    private static String settings(GeneratorSettings settings) {
        String kinds =
                settings.faults().keySet().stream()
                        .sorted()
                        .map(kind -> text(kind.id()))
                        .collect(Collectors.joining(", ", "[", "]"));
        return "{\"rows\": "
                + settings.rows()
                + ", \"agents\": "
                + settings.agents()
                + ", \"days\": "
                + settings.days()
                + ", \"seed\": "
                + settings.seed()
                + ", \"start\": "
                + text(settings.start().toString())
                + ", \"faults\": "
                + kinds
                + ", \"bad_row_share\": "
                + settings.badRowShare()
                + strengths(settings)
                + "}";
    }

    /** Only the strengths that are not the usual one. */
    private static String strengths(GeneratorSettings settings) {
        String unusual =
                settings.faults().entrySet().stream()
                        .filter(entry -> entry.getValue() != 1)
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> text(entry.getKey().id()) + ": " + entry.getValue())
                        .collect(Collectors.joining(", "));
        return unusual.isEmpty() ? "" : ", \"fault_strengths\": {" + unusual + "}";
    }

    private static String fault(Fault fault) {
        return "{\"id\": "
                + text(fault.id())
                + ", \"kind\": "
                + text(fault.kind().id())
                + ", \"agent_id\": "
                + (fault.agentId() == null ? "null" : text(fault.agentId().toString()))
                + ", \"host\": "
                + (fault.host() == null ? "null" : text(fault.host()))
                + ", \"start\": "
                + text(Times.iso(fault.time().from()))
                + ", \"end\": "
                + text(Times.iso(fault.time().to()))
                + ", \"strength\": "
                + fault.strength()
                + ", \"changes\": "
                + text(fault.changes())
                + "}";
    }

    private static String badRow(BadRow row) {
        String rule = row.kind().rule();
        return "{\"line\": "
                + row.line()
                + ", \"rule\": "
                + (rule.isEmpty() ? "null" : text(rule))
                + ", \"what\": "
                + text(row.kind().description())
                + (row.kind().repeats() ? ", \"repeats_line\": " + (row.line() - 1) : "")
                + "}";
    }

    /**
     * All texts here are our own: ids and sentences without quotes, backslashes or control
     * characters.
     */
    private static String text(String plain) {
        return '"' + plain + '"';
    }
}
