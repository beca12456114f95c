package org.fleetscope.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Prints JSON documents. */
final class JsonOutput {
    private JsonOutput() {}

    /** Prints a document to standard output, indented, in UTF-8. */
    static void print(JsonNode document, CommandContext context) throws IOException {
        context.job().clear();
        String text =
                new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(document)
                        + "\n";
        try (OutputStream out = StandardOutput.to(context.out())) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
