package org.fleetscope.ingest;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RejectedRow;

/** Numbers the lines of parsed chunks, hands them to the sink in order and reports progress. */
final class Delivery {
    private static final long PAUSE_NANOS = 50_000_000;

    private final SourceFile file;
    private final RowSink sink;
    private final JobContext job;
    private final AtomicLong done;
    private long line = 1;
    private long rows;
    private long reported = System.nanoTime() - PAUSE_NANOS;

    /**
     * @param done bytes read from disk so far
     */
    Delivery(SourceFile file, RowSink sink, JobContext job, AtomicLong done) {
        this.file = file;
        this.sink = sink;
        this.job = job;
        this.done = done;
    }

    /** Called on parser threads. */
    void prepare(ParsedChunk chunk) {
        chunk.kpis().forEach(sink::prepare);
    }

    void deliver(ParsedChunk chunk) {
        rows += chunk.rows();
        long firstLine = line;
        line += chunk.lines();
        if (chunk.taken() > 0) {
            sink.passedOver(chunk.taken());
        }
        if (chunk.entities().size() > 0) {
            sink.deliver(chunk.entities());
        }
        for (ParsedChunk.Reject reject : chunk.rejects()) {
            RejectedRow row = reject.at(file.path().toString(), firstLine);
            UUID flagged = reject.flagged();
            if (flagged == null) {
                sink.reject(row);
            } else {
                sink.flag(flagged, row);
            }
        }
        for (KpiBatch batch : chunk.kpis()) {
            batch.firstLine(firstLine);
            sink.deliver(batch);
        }
        waiting();
    }

    /** Reports how far reading is, not more often than a person can see. */
    void waiting() {
        if (System.nanoTime() - reported >= PAUSE_NANOS) {
            report();
        }
    }

    void finish() {
        report();
    }

    private void report() {
        reported = System.nanoTime();
        job.progress(
                new Progress(
                        "Reading " + file.path().getFileName(),
                        done.get(),
                        file.size(),
                        "bytes",
                        rows));
    }
}
