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
 * Parses the pieces of a file on several threads and hands the results over in the file's order, on
 * the calling thread. One thread reads; it waits when {@code threads + 1} pieces are under way.
 *
 * @param <C> what a piece is
 */
final class Pipeline<C> {
    /** Parses pieces. Used by one thread at a time. */
    interface Parser<C> {
        ParsedChunk parse(C piece);
    }

    /** Reads a file and hands over its pieces in order. Used by one thread. */
    interface Reader<C> {
        void read(Consumer<C> next) throws IOException;
    }

    private final int threads;
    private final Supplier<? extends Parser<C>> parsers;
    private final ConcurrentLinkedQueue<Parser<C>> idle = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Future<@Nullable ParsedChunk>> window;

    Pipeline(int threads, Supplier<? extends Parser<C>> parsers) {
        this.threads = threads;
        this.parsers = parsers;
        this.window = new ArrayBlockingQueue<>(threads);
    }

    /**
     * Runs until the reader ends.
     *
     * @param check called on a parser thread with each result
     * @param deliver called in order on this thread
     * @param waiting called on this thread now and then while nothing can be delivered
     * @throws CancellationException when the job was cancelled
     */
    void run(
            Reader<C> reader,
            Consumer<ParsedChunk> check,
            Consumer<ParsedChunk> deliver,
            Runnable waiting,
            JobContext job)
            throws IOException {
        ExecutorService pool =
                Executors.newFixedThreadPool(
                        threads + 1, Thread.ofPlatform().daemon().name("ingest-", 1).factory());
        try {
            Future<?> reading =
                    pool.submit(() -> {
                        feed(reader, check, pool, job);
                        return null;
                    });
            for (ParsedChunk next = take(reading, waiting, job);
                    next != null;
                    next = take(reading, waiting, job)) {
                deliver.accept(next);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private void feed(
            Reader<C> reader, Consumer<ParsedChunk> check, ExecutorService pool, JobContext job)
            throws IOException, InterruptedException {
        reader.read(piece -> {
            job.checkCancelled();
            try {
                window.put(pool.submit(() -> parse(piece, check)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            }
        });
        window.put(CompletableFuture.completedFuture(null));
    }

    private ParsedChunk parse(C piece, Consumer<ParsedChunk> check) {
        Parser<C> free = idle.poll();
        Parser<C> parser = free == null ? parsers.get() : free;
        ParsedChunk parsed = parser.parse(piece);
        idle.add(parser);
        check.accept(parsed);
        return parsed;
    }

    private @Nullable ParsedChunk take(Future<?> reading, Runnable waiting, JobContext job)
            throws IOException {
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
                waiting.run();
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
