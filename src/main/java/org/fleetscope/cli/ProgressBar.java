package org.fleetscope.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.fleetscope.job.Progress;

/**
 * One line on a terminal with phase, share done, rows, rate and time left; drawn over itself.
 * Thread-safe.
 */
final class ProgressBar {
    private static final int CELLS = 24;
    private static final long BETWEEN = TimeUnit.MILLISECONDS.toNanos(100);

    private final PrintStream terminal;
    private final LongSupplier nanos;
    private String phase = "";
    private long phaseStart;
    private long rowsAtStart;
    private double fractionAtStart;
    private long lastDrawn;
    private int width;

    /**
     * @param nanos a clock like {@link System#nanoTime}
     */
    ProgressBar(PrintStream terminal, LongSupplier nanos) {
        this.terminal = terminal;
        this.nanos = nanos;
    }

    synchronized void show(Progress progress) {
        long now = nanos.getAsLong();
        if (!progress.phase().equals(phase)) {
            phase = progress.phase();
            phaseStart = now;
            rowsAtStart = progress.rows();
            fractionAtStart = Math.max(0, progress.fraction());
        } else if (now - lastDrawn < BETWEEN) {
            return;
        }
        lastDrawn = now;
        draw(line(progress, (now - phaseStart) / 1e9));
    }

    synchronized void clear() {
        if (width > 0) {
            terminal.print("\r" + " ".repeat(width) + "\r");
            terminal.flush();
            width = 0;
        }
    }

    private void draw(String line) {
        terminal.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        terminal.flush();
        width = line.length();
    }

    private String line(Progress progress, double seconds) {
        StringBuilder line = new StringBuilder(phase);
        double fraction = progress.fraction();
        if (fraction >= 0) {
            int full = (int) Math.round(fraction * CELLS);
            line.append("  [")
                    .append("#".repeat(full))
                    .append("-".repeat(CELLS - full))
                    .append(String.format(Locale.ROOT, "] %3.0f %%", fraction * 100));
        }
        if (progress.rows() > 0) {
            line.append(String.format(Locale.ROOT, "  %,d rows", progress.rows()));
            if (seconds >= 0.5) {
                double rate = (progress.rows() - rowsAtStart) / seconds;
                line.append(String.format(Locale.ROOT, "  %,.0f rows/s", rate));
            }
        }
        double done = fraction - fractionAtStart;
        if (seconds >= 0.5 && done > 0 && fraction < 1) {
            line.append("  ").append(clock(seconds * (1 - fraction) / done)).append(" left");
        }
        return line.toString();
    }

    private static String clock(double seconds) {
        long whole = (long) Math.ceil(seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(
                        Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
}
