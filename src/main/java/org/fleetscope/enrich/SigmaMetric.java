package org.fleetscope.enrich;

import org.fleetscope.frame.Frame;

/** What anomaly flags hold against the agent's mean and standard deviation. */
enum SigmaMetric {
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
    CPU("cpu_usage", "") {
        @Override
        double[] of(Frame frame) {
            return frame.cpuUsage();
        }
    },
    MEMORY("memory_mb", "MB") {
        @Override
        double[] of(Frame frame) {
            return frame.memoryMb();
        }
    },
    LOG_NETWORK("log1p(network_bytes)", "") {
        @Override
        double[] of(Frame frame) {
            double[] bytes = Quantity.network(frame);
            double[] logs = new double[bytes.length];
            for (int row = 0; row < logs.length; row++) {
                logs[row] = Math.log1p(bytes[row]);
            }
            return logs;
        }
    };

    private final String label;
    private final String unit;

    SigmaMetric(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    /** Values of all rows; the frame's own array where it has them. */
    abstract double[] of(Frame frame);

    String label() {
        return label;
    }

    String text(double value) {
        return unit.isEmpty() ? Numbers.text(value) : Numbers.text(value, unit);
    }
}
