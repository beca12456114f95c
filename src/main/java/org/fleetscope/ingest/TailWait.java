package org.fleetscope.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Decides when to look at followed files: when the system says that they changed, and else now and
 * then, since its watcher may be slow (it polls on macOS) or blind (network drives, links). While
 * it has not proved prompt, it is looked often; each look costs a few µs a file. Used by one
 * thread.
 */
final class TailWait implements Closeable {
    private static final System.Logger LOG = System.getLogger(TailWait.class.getName());
    private static final long OFTEN_MILLIS = 40;
    private static final long SELDOM_MILLIS = 1000;

    private final FileWatch watch = new FileWatch();
    private boolean prompt;
    private boolean blind;
    private boolean told;
    private long waited;

    TailWait() throws IOException {}

    /** Watches a folder too; one that can't be watched is looked into often instead. */
    void watch(Path folder) {
        try {
            watch.watch(folder);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "No news from " + folder, e);
            blind = true;
        }
    }

    /**
     * Waits for a change, at most so long.
     *
     * @return whether files should be looked for; those known should be read in any case
     */
    boolean await(long most) throws InterruptedException {
        long pause = Math.min(most, prompt ? SELDOM_MILLIS : OFTEN_MILLIS);
        FileWatch.Changes changes = watch.await(pause);
        told = !changes.none();
        waited = told ? 0 : waited + pause;
        boolean due = waited >= SELDOM_MILLIS;
        if (due) {
            waited = 0;
        }
        return changes.names() || due || !prompt;
    }

    /** Rows came: whether the system told of it in time decides how often it is looked. */
    void grew() {
        prompt = told && !blind;
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }
}
