package org.fleetscope.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.fleetscope.model.TableColumn;
import org.fleetscope.model.TablePreview;
import org.fleetscope.report.TableFormat;
import org.fleetscope.report.TableWriter;
import org.fleetscope.workspace.PreviewOptions;
import org.fleetscope.workspace.Previews;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        description = "Shows what a file is and says, before any mapping.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  fleetscope preview export.csv",
            "  fleetscope preview export.csv --json --rows 5",
            "  fleetscope preview messy.txt --out clean.csv"
        })
final class PreviewCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The file to look at.")
    private Path file = Path.of("");

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "10",
            description = "Rows to show (default ${DEFAULT-VALUE}).")
    private int rows;

    @Option(
            names = "--out",
            paramLabel = "FILE.csv",
            description = "File for the whole table as read, as plain CSV.")
    private @Nullable Path out;

    @Mixin private ReadSettings read = new ReadSettings();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    private final CommandContext context;

    PreviewCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (rows < 0) {
            throw new UsageException("--rows " + rows + ": give a number from 0 up.");
        }
        InputFiles.require(List.of(file));
        TableOutput.requireApart(out, List.of(file));
        Previews.PreviewedFile opened =
                new Previews()
                        .open(
                                file,
                                new PreviewOptions(rows, out != null, read.options()),
                                context.job());
        if (out != null) {
            TableOutput.write(
                    out, EnumSet.of(TableFormat.CSV), context, table -> write(opened, table));
        }
        if (json) {
            JsonOutput.print(document(opened.preview()), context);
        } else {
            PreviewText.print(opened.preview(), context);
        }
        return ExitStatus.DONE;
    }

    private Void write(Previews.PreviewedFile opened, TableWriter to) throws IOException {
        for (List<String> header : opened.headerRows()) {
            to.row(header.toArray());
        }
        opened.rows(cells -> to.row(cells.toArray()), context.job());
        return null;
    }

    private static ObjectNode document(TablePreview preview) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("format", preview.format());
        document.put("encoding", preview.encoding());
        ObjectNode dialect = document.putObject("dialect");
        for (Map.Entry<String, Object> member : preview.dialect().entrySet()) {
            dialect.putPOJO(member.getKey(), member.getValue());
        }
        ArrayNode columns = document.putArray("columns");
        for (TableColumn column : preview.columns()) {
            columns.addObject().put("name", column.name()).put("type", column.type().id());
        }
        ArrayNode table = document.putArray("rows");
        for (List<@Nullable String> row : preview.rows()) {
            row.forEach(table.addArray()::add);
        }
        return document;
    }
}
