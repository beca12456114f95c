package org.fleetscope.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fleetscope.cli.CliServices;
import org.fleetscope.cli.CommandLineMain;
import org.fleetscope.workspace.LocalWorkspace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Loads polluted files with {@code preview FILE --out OUT.csv}, without any parameter, and compares
 * what comes out with what was meant. With {@code -Dcsv.scores=FILE} the table of scores is written
 * there; with {@code -Dcsv.misses=DIR} the files that were not read as meant.
 */
final class PollutedCsvTest {
    private static final double PERFECT = 10;

    @TempDir Path folder;

    @Test
    void filesAreReadAsTheirAuthorsMeantThem() throws IOException {
        Map<String, List<Double>> kinds = new TreeMap<>();
        List<String> misses = new ArrayList<>();
        double sum = 0;
        int files = 0;
        for (CleanTable table :
                List.of(CleanTable.mixed(), CleanTable.prose(), CleanTable.runs())) {
            for (Polluted file : new Polluter(table).files()) {
                double score = score(file);
                kinds.computeIfAbsent(file.kind(), _ -> new ArrayList<>()).add(score);
                sum += score;
                files++;
                if (score < PERFECT - 1e-9) {
                    misses.add(
                            "%5.2f  %s: %s"
                                    .formatted(
                                            score, file.kind(), file.what().replace("\n", "\\n")));
                    keep(file, misses.size());
                }
            }
        }
        report(kinds, sum / files, files, misses);

        assertThat(sum / files).as(String.join("\n", misses)).isGreaterThan(9.8);
    }

    private double score(Polluted file) throws IOException {
        List<List<String>> read = read(file.bytes());
        return read == null
                ? LoadingScore.FAILED.total()
                : LoadingScore.of(file.expected(), read).total();
    }

    private @Nullable List<List<String>> read(byte[] bytes) throws IOException {
        Path in = Files.write(folder.resolve("file.csv"), bytes);
        Path out = folder.resolve("out.csv");
        Files.deleteIfExists(out);
        PrintStream nowhere =
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        int status =
                new CommandLineMain(new CliServices(LocalWorkspace::open, "test", Map.of(), false))
                        .run(
                                new String[] {"preview", in.toString(), "--out", out.toString()},
                                nowhere,
                                nowhere);
        if (status != 0) {
            return null;
        }
        List<List<String>> rows = new ArrayList<>();
        try (var reader =
                CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .skipEmptyLines(false)
                        .ofCsvRecord(out)) {
            reader.forEach(record -> rows.add(record.getFields()));
        }
        return rows;
    }

    private static void keep(Polluted file, int number) throws IOException {
        String to = System.getProperty("csv.misses");
        if (to != null) {
            Path path = Files.createDirectories(Path.of(to)).resolve(number + ".csv");
            Files.write(path, file.bytes());
        }
    }

    private static void report(
            Map<String, List<Double>> kinds, double mean, int files, List<String> misses)
            throws IOException {
        String to = System.getProperty("csv.scores");
        if (to == null) {
            return;
        }
        StringBuilder text =
                new StringBuilder("| pollution | files | score | worst |\n|---|---|---|---|\n");
        kinds.forEach((kind, scores) ->
                text.append(
                        "| %s | %d | %.3f | %.2f |\n"
                                .formatted(
                                        kind,
                                        scores.size(),
                                        scores.stream()
                                                .mapToDouble(Double::doubleValue)
                                                .average()
                                                .orElse(0),
                                        scores.stream()
                                                .mapToDouble(Double::doubleValue)
                                                .min()
                                                .orElse(0))));
        text.append("| **all** | %d | **%.3f** | |\n".formatted(files, mean));
        text.append("\n").append(String.join("\n", misses)).append("\n");
        Files.writeString(Path.of(to), text.toString());
    }
}
