package org.fleetscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fleetscope.workspace.LocalWorkspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of docs/azure-example.md as they stand there: over a small file of the same shape,
 * and over the data itself where {@code -Dfleetscope.azure.data=FILE} says where it is.
 */
final class AzureExampleTest {
    private static final String DATA = "fleetscope.azure.data";
    private static final Path FIXTURE = Path.of("src/test/resources/foreign/machine-runs.ndjson");
    private static final Pattern WORDS = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir private Path folder;

    private record Result(int status, String out, String err) {}

    @Test
    void theCommandsWorkOnAFileOfTheSameShape() throws IOException {
        List<List<String>> commands = commands(FIXTURE);
        JsonNode summary = imported(commands);

        // 8 rounds of two tests on two machines; 40 minutes are within the mapping's limit.
        assertThat(summary.path("accepted").asInt()).isEqualTo(32);
        assertThat(summary.path("rules").isEmpty()).isTrue();
        // From 12:00 on, this machine alone and this test alone: rounds 2 to 7.
        List<String> found = query(commands);
        assertThat(found).hasSize(6);
        assertThat(found.getFirst()).contains("50020");
        assertThat(found.getLast()).contains("81070");
        report(commands);
        Result without =
                run(
                        List.of(
                                "import",
                                FIXTURE.toString(),
                                "--workspace",
                                folder.resolve("plain").toString(),
                                "--json"));
        JsonNode refused = new JsonMapper().readTree(without.out());
        assertThat(refused.path("rejected").asInt()).isEqualTo(32);
        assertThat(refused.path("rules").path("accuracy-range").asInt()).isEqualTo(32);
        assertThat(refused.path("rules").path("latency-range").asInt()).isEqualTo(2);
    }

    /** Numbers of the document, which another program found in the data. */
    @Test
    void theDocumentSaysWhatTheDataSays() throws IOException {
        String data = System.getProperty(DATA, "");
        assumeTrue(
                !data.isEmpty() && Files.isRegularFile(Path.of(data)),
                "the Azure data is not part of the project; say where it is by -D"
                        + DATA
                        + "=FILE");
        List<List<String>> commands = commands(Path.of(data));

        assertThat(imported(commands).path("accepted").asInt()).isEqualTo(60_000);
        List<String> found = query(commands);
        assertThat(found.subList(0, 4))
                .satisfiesExactly(
                        row -> assertThat(row).contains("2023-06-08T12:54:51", "49210", "52590"),
                        row -> assertThat(row).contains("2023-06-08T14:19:19", "48130", "52923"),
                        row -> assertThat(row).contains("2023-06-08T18:26:35", "78990", "53769"),
                        row -> assertThat(row).contains("2023-06-08T20:36:57", "78750", "54258"));
        report(commands);
    }

    private JsonNode imported(List<List<String>> commands) throws IOException {
        List<String> command = new ArrayList<>(of(commands, "import"));
        command.add("--json");
        Result result = run(command);
        assertThat(result.status()).as(result.err()).isZero();
        return new JsonMapper().readTree(result.out());
    }

    /** Rows found, without the header. */
    private List<String> query(List<List<String>> commands) {
        Result result = run(of(commands, "query"));
        assertThat(result.status()).as(result.err()).isZero();
        return result.out().lines().skip(1).toList();
    }

    private void report(List<List<String>> commands) {
        Result result = run(of(commands, "report"));
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(folder.resolve("azure-report/report.html")).exists();
    }

    private static List<String> of(List<List<String>> commands, String name) {
        return commands.stream()
                .filter(command -> command.getFirst().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The document's commands, on a file and in this test's folder. */
    private List<List<String>> commands(Path data) throws IOException {
        String text = Files.readString(Path.of("docs/azure-example.md")).replaceAll("\n {6}", " ");
        Map<String, String> places =
                Map.of(
                        "azure-vm-runs-60k.ndjson.gz", data.toString(),
                        "azure", folder.resolve("azure").toString(),
                        "azure-report", folder.resolve("azure-report").toString());
        List<List<String>> commands = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("    fleetscope ")) {
                List<String> words = new ArrayList<>();
                Matcher word = WORDS.matcher(line);
                while (word.find()) {
                    String found = word.group(1) == null ? word.group(2) : word.group(1);
                    words.add(places.getOrDefault(found, found));
                }
                commands.add(words.subList(1, words.size()));
            }
        }
        return commands;
    }

    private static Result run(List<String> command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CliServices services = new CliServices(LocalWorkspace::open, "1", Map.of(), false);
        int status =
                new CommandLineMain(services)
                        .run(
                                command.toArray(String[]::new),
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Result(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
