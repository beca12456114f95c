package org.fleetscope.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns the end of the process by a signal into a cancelled job: the process waits until the job
 * has let go of what it held, at most {@link #PATIENCE_SECONDS}.
 */
final class Interruption implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(CommandJob job) {
        hook =
                Thread.ofPlatform()
                        .name("interruption")
                        .unstarted(() -> {
                            job.cancel();
                            awaitEnd();
                        });
    }

    static Interruption watch(CommandJob job) {
        Interruption interruption = new Interruption(job);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void awaitEnd() {
        try {
            if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(ExitStatus.INTERRUPTED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending by a signal already, which is what the hook is for.
            return;
        }
    }
}
