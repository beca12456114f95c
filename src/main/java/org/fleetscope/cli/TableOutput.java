package org.fleetscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fleetscope.report.TableFormat;
import org.fleetscope.report.TableWriter;
import org.jspecify.annotations.Nullable;

/** Where a command's table goes: into a file in the format of its ending, or to standard output. */
final class TableOutput {
    /** Writes a table, without closing the writer, and gives back what is known afterwards. */
    @FunctionalInterface
    interface Content<T> {
        T write(TableWriter to) throws IOException;
    }

    private TableOutput() {}

    /**
     * The format a file's ending asks for.
     *
     * @throws UsageException when it is not among those offered; the message lists them
     */
    static TableFormat format(Path file, Set<TableFormat> offered) {
        Path name = file.getFileName();
        return TableFormat.ofName(name == null ? "" : name.toString())
                .filter(offered::contains)
                .orElseThrow(() ->
                        new UsageException(
                                file
                                        + " has an ending that is not offered: choose "
                                        + offered.stream()
                                                .map(TableFormat::ending)
                                                .collect(Collectors.joining(", "))
                                        + "."));
    }

    static Set<TableFormat> all() {
        return EnumSet.allOf(TableFormat.class);
    }

    /** Writes into the file, or as CSV to standard output when there is none. */
    static <T> T write(
            @Nullable Path file,
            Set<TableFormat> offered,
            CommandContext context,
            Content<T> content)
            throws IOException {
        return file == null
                ? toStandardOutput(TableFormat.CSV, context, content)
                : toFile(file, format(file, offered), content);
    }

    /**
     * As {@link #write(Path, Set, CommandContext, Content)}, and with {@code json} as one document
     * to standard output, in the place of the CSV.
     */
    static <T> T write(
            @Nullable Path file,
            Set<TableFormat> offered,
            boolean json,
            CommandContext context,
            Content<T> content)
            throws IOException {
        if (!json) {
            return write(file, offered, context, content);
        }
        if (file != null) {
            toFile(file, format(file, offered), content);
        }
        return toStandardOutput(TableFormat.JSON, context, content);
    }

    private static <T> T toStandardOutput(
            TableFormat format, CommandContext context, Content<T> content) throws IOException {
        context.job().clear();
        try (TableWriter writer = format.open(StandardOutput.to(context.out()))) {
            return content.write(writer);
        }
    }

    private static <T> T toFile(Path file, TableFormat format, Content<T> content)
            throws IOException {
        try (OutputFile output = OutputFile.create(file)) {
            T result;
            try (TableWriter writer = format.open(output.stream())) {
                result = content.write(writer);
            }
            output.commit();
            return result;
        }
    }

    /**
     * @throws UsageException when the output would overwrite one of the files read
     */
    static void requireApart(@Nullable Path output, List<Path> inputs) throws IOException {
        if (output == null || !Files.exists(output)) {
            return;
        }
        for (Path input : inputs) {
            if (Files.exists(input) && Files.isSameFile(output, input)) {
                throw new UsageException(
                        "--out " + output + " is one of the files read: choose another name.");
            }
        }
    }
}
