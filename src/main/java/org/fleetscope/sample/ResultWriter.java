package org.fleetscope.sample;

import java.io.IOException;

/** Writes the execution result of each run, in the shape that serde gives it. */
final class ResultWriter implements RunListener {
    private static final double SENT_SHARE = 0.38;
    private static final double BUSY_SHARE = 0.95;
    private static final double PEAK_FACTOR = 1.04;

    private final OutputFile out;
    private final JsonBuffer line = new JsonBuffer();

    ResultWriter(OutputFile out) {
        this.out = out;
    }

    @Override
    public void run(Run run) throws IOException {
        long sent = (long) (run.networkBytes * SENT_SHARE);
        line.clear();
        line.raw("{\"task_id\":\"").uuid(run.taskHigh, run.taskLow);
        line.raw("\",\"success\":").raw(Boolean.toString(run.success));
        line.raw(",\"output\":{\"tokens\":").number(run.success ? run.tokensOut : 0);
        line.raw("},\"execution_time_ms\":").number((long) StrictMath.ceil(run.latencyMs));
        line.raw(",\"resource_usage\":{\"cpu_seconds\":").decimal(cpuSeconds(run), 3);
        line.raw(",\"memory_peak_mb\":").decimal(run.memoryMb * PEAK_FACTOR, 1);
        line.raw(",\"network_tx_bytes\":").number(sent);
        line.raw(",\"network_rx_bytes\":").number(run.networkBytes - sent);
        line.raw(",\"disk_io_ops\":").number(run.diskOps);
        line.raw(",\"gpu_utilization\":");
        if (Double.isNaN(run.gpu)) {
            line.raw("null");
        } else {
            line.decimal(run.gpu, 2);
        }
        line.raw("},\"error\":").raw(error(run));
        line.raw(",\"completed_at\":").systemTime(run.completedAt).raw("}");
        out.line(line);
    }

    private static double cpuSeconds(Run run) {
        return BUSY_SHARE * run.cpu * TaskWriter.QUOTA_CORES * run.latencyMs / 1000;
    }

    /** The details of an error are JSON in a text. */
    private static String error(Run run) {
        if (run.success) {
            return "null";
        }
        String code = run.retries > 1 ? "upstream_unavailable" : "low_confidence";
        return "\"{\\\"code\\\":\\\"" + code + "\\\",\\\"retries\\\":" + run.retries + "}\"";
    }
}
