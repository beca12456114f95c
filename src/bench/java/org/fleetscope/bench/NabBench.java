package org.fleetscope.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fleetscope.analysis.novelty.NoveltySettings;
import org.fleetscope.analysis.novelty.SeriesNovelty;

/**
 * Scores the detector of the {@code detect} command on the Numenta Anomaly Benchmark. Argument: a
 * folder with {@code combined_windows.json} and {@code data/GROUP/FILE.csv}.
 */
public final class NabBench {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private NabBench() {}

    public static void main(String[] args) throws IOException {
        List<NabSeries> corpus = corpus(Path.of(args[0]));
        long started = System.nanoTime();
        List<double[]> scores = corpus.stream().map(NabBench::scores).toList();
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        long rows = corpus.stream().mapToLong(series -> series.values().length).sum();
        System.out.printf("%d files, %d rows, %d ms%n", corpus.size(), rows, took.toMillis());
        for (NabProfile profile : NabProfile.values()) {
            NabScore score = NabScore.best(corpus, scores, profile);
            System.out.printf(
                    "%-18s %6.2f at threshold %.4f, %d of %d windows, %d false alarms%n",
                    profile,
                    score.normalised(),
                    score.threshold(),
                    score.hits(),
                    score.windows(),
                    score.falseAlarms());
        }
    }

    private static double[] scores(NabSeries series) {
        SeriesNovelty novelty = new SeriesNovelty(NoveltySettings.DEFAULTS);
        double[] scores = new double[series.values().length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = novelty.next(series.times()[i], series.values()[i]);
        }
        return scores;
    }

    private static List<NabSeries> corpus(Path folder) throws IOException {
        Map<String, List<List<String>>> windows =
                new TreeMap<>(
                        new ObjectMapper()
                                .readValue(
                                        folder.resolve("combined_windows.json").toFile(),
                                        new TypeReference<Map<String, List<List<String>>>>() {}));
        List<NabSeries> corpus = new ArrayList<>();
        for (Map.Entry<String, List<List<String>>> entry : windows.entrySet()) {
            corpus.add(series(folder.resolve("data").resolve(entry.getKey()), entry.getValue()));
        }
        return corpus;
    }

    private static NabSeries series(Path file, List<List<String>> windows) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int rows = lines.size() - 1;
        List<String> stamps = new ArrayList<>(rows);
        long[] times = new long[rows];
        double[] values = new double[rows];
        for (int i = 0; i < rows; i++) {
            String[] cells = lines.get(i + 1).split(",", -1);
            stamps.add(cells[0]);
            times[i] =
                    LocalDateTime.parse(cells[0], STAMP).toEpochSecond(ZoneOffset.UTC) * 1_000_000;
            values[i] = Double.parseDouble(cells[1]);
        }
        List<NabSeries.Window> at = new ArrayList<>();
        for (List<String> window : windows) {
            at.add(
                    new NabSeries.Window(
                            stamps.indexOf(window.get(0).substring(0, 19)),
                            stamps.indexOf(window.get(1).substring(0, 19))));
        }
        return new NabSeries(times, values, at);
    }
}
