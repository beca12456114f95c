package org.fleetscope.enrich;

import org.fleetscope.frame.Columns;
import org.fleetscope.frame.Frame;

/**
 * Quantities of a run that peers are compared by. Values are NaN where an input is missing or a
 * denominator 0.
 */
public enum Quantity {
    LATENCY("latency_ms", "ms") {
        @Override
        double[] of(Frame frame) {
            return frame.latencyMs();
        }
    },
    ACCURACY("accuracy", "") {
        @Override
        double[] of(Frame frame) {
            return frame.accuracy();
        }
    },
    /** cpu_usage × seconds. */
    CPU_SECONDS("cpu_s", "s") {
        @Override
        double[] of(Frame frame) {
            return timesSeconds(frame.cpuUsage(), frame.latencyMs());
        }
    },
    /** memory_mb × seconds. */
    MEMORY_SECONDS("mem_s", "MB·s") {
        @Override
        double[] of(Frame frame) {
            return timesSeconds(frame.memoryMb(), frame.latencyMs());
        }
    },
    NETWORK("net", "B") {
        @Override
        double[] of(Frame frame) {
            return network(frame);
        }
    },
    /** network_bytes / seconds. */
    NETWORK_RATE("net per second", "B/s") {
        @Override
        double[] of(Frame frame) {
            return perSecond(network(frame), frame.latencyMs());
        }
    },
    /** accuracy / seconds. */
    ACCURACY_RATE("accuracy/seconds", "1/s") {
        @Override
        double[] of(Frame frame) {
            return perSecond(frame.accuracy(), frame.latencyMs());
        }
    };

    private final String label;
    private final String unit;

    Quantity(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    /** Values of all rows; the frame's own array where it has them. */
    abstract double[] of(Frame frame);

    public String label() {
        return label;
    }

    String text(double value) {
        return unit.isEmpty() ? Numbers.text(value) : Numbers.text(value, unit);
    }

    /** The frame's own array. */
    static double[] network(Frame frame) {
        double[] bytes = frame.metric(Columns.NETWORK_BYTES);
        if (bytes == null) {
            throw new IllegalStateException("a frame without " + Columns.NETWORK_BYTES);
        }
        return bytes;
    }

    private static double[] timesSeconds(double[] values, double[] latencyMs) {
        double[] products = new double[values.length];
        for (int row = 0; row < products.length; row++) {
            products[row] = values[row] * (latencyMs[row] / 1000);
        }
        return products;
    }

    private static double[] perSecond(double[] values, double[] latencyMs) {
        double[] rates = new double[values.length];
        for (int row = 0; row < rates.length; row++) {
            rates[row] = latencyMs[row] == 0 ? Double.NaN : values[row] / (latencyMs[row] / 1000);
        }
        return rates;
    }
}
