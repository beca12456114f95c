package org.fleetscope.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Score of a detector at its best threshold over a corpus: 0 for one that never fires, 100 for one
 * that hits every window on its first row without a false alarm.
 */
record NabScore(double normalised, double threshold, int hits, int windows, int falseAlarms) {
    /** One scored row. */
    private record Row(double score, int window, double worth) {}

    /** Sweeps the threshold over every score there is; rows of equal score enter together. */
    static NabScore best(List<NabSeries> corpus, List<double[]> scores, NabProfile profile) {
        List<Row> rows = new ArrayList<>();
        int windows = 0;
        for (int s = 0; s < corpus.size(); s++) {
            collect(corpus.get(s), scores.get(s), windows, rows);
            windows += corpus.get(s).windows().size();
        }
        rows.sort(Comparator.comparingDouble(Row::score).reversed());
        double[] won = new double[windows];
        Arrays.fill(won, -profile.miss);
        double total = -profile.miss * windows;
        int hits = 0;
        int falseAlarms = 0;
        double perfect = (1 + profile.miss) * windows;
        NabScore best = new NabScore(0, 1.1, 0, windows, 0);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.window() < 0) {
                falseAlarms++;
                total += row.worth() * profile.falseAlarm;
            } else if (row.worth() > won[row.window()]) {
                hits += won[row.window()] == -profile.miss ? 1 : 0;
                total += row.worth() - won[row.window()];
                won[row.window()] = row.worth();
            }
            double normalised = 100 * (total + profile.miss * windows) / perfect;
            boolean last = i + 1 == rows.size() || rows.get(i + 1).score() < row.score();
            if (last && normalised > best.normalised) {
                best = new NabScore(normalised, row.score(), hits, windows, falseAlarms);
            }
        }
        return best;
    }

    /** Rows without a score never count: no threshold is 0. */
    private static void collect(
            NabSeries series, double[] scores, int windowsBefore, List<Row> to) {
        int[] window = series.windowOfRow();
        double[] worth = series.worth();
        for (int i = series.probation(); i < scores.length; i++) {
            if (scores[i] > 0) {
                to.add(
                        new Row(
                                scores[i],
                                window[i] < 0 ? -1 : windowsBefore + window[i],
                                worth[i]));
            }
        }
    }
}
