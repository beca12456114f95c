package org.fleetscope.ingest;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.fleetscope.job.JobContext;
import org.jspecify.annotations.Nullable;

/**
 * Parses the chunks of a source on several threads and hands the results over in the source's
 * order, on the calling thread. One thread reads; it waits when {@code threads + 1} chunks are
 * under way.
 */
final class Pipeline {
    private final int threads;
    private final Supplier<ChunkParser> parsers;
    private final ConcurrentLinkedQueue<ChunkParser> idle = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Future<@Nullable ParsedChunk>> window;

    Pipeline(int threads, Supplier<ChunkParser> parsers) {
        this.threads = threads;
        this.parsers = parsers;
        this.window = new ArrayBlockingQueue<>(threads);
    }

    /**
     * Runs until the source ends.
     *
     * @param check called on a parser thread with each result
     * @param deliver called in order on this thread
     * @throws CancellationException when the job was cancelled
     */
    void run(
            ChunkSource source,
            Consumer<ParsedChunk> check,
            Consumer<ParsedChunk> deliver,
            JobContext job)
            throws IOException {
        ExecutorService pool =
                Executors.newFixedThreadPool(
                        threads + 1, Thread.ofPlatform().daemon().name("ingest-", 1).factory());
        try {
            Future<?> reading =
                    pool.submit(() -> {
                        feed(source, check, pool, job);
                        return null;
                    });
            for (ParsedChunk next = take(reading, job); next != null; next = take(reading, job)) {
                deliver.accept(next);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private void feed(
            ChunkSource source, Consumer<ParsedChunk> check, ExecutorService pool, JobContext job)
            throws IOException, InterruptedException {
        for (Chunk chunk = source.next(); chunk != null; chunk = source.next()) {
            job.checkCancelled();
            Chunk filled = chunk;
            window.put(pool.submit(() -> parse(filled, check)));
        }
        window.put(CompletableFuture.completedFuture(null));
    }

    private ParsedChunk parse(Chunk chunk, Consumer<ParsedChunk> check) {
        ChunkParser free = idle.poll();
        ChunkParser parser = free == null ? parsers.get() : free;
        ParsedChunk parsed = parser.parse(chunk);
        idle.add(parser);
        check.accept(parsed);
        return parsed;
    }

    private @Nullable ParsedChunk take(Future<?> reading, JobContext job) throws IOException {
        try {
            while (true) {
                job.checkCancelled();
                Future<@Nullable ParsedChunk> next = window.poll(50, TimeUnit.MILLISECONDS);
                if (next != null) {
                    return next.get();
                }
                if (reading.isDone() && window.isEmpty()) {
                    reading.get();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        }
    }

    private static IOException rethrown(@Nullable Throwable cause) {
        return switch (cause) {
            case IOException e -> e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null, default -> new IOException("reading failed", cause);
        };
    }
}
