package org.fleetscope.ui.session;

import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.fleetscope.job.JobHandle;
import org.fleetscope.job.JobRunner;
import org.fleetscope.job.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Passes jobs on to a runner and keeps the list of those that run, and the last message of one that
 * ended.
 */
public final class JobBoard implements JobRunner {
    private final ObservableList<JobItem> running = FXCollections.observableArrayList();
    private final ObservableList<JobItem> shown = FXCollections.unmodifiableObservableList(running);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("Ready");
    private final ReadOnlyObjectWrapper<@Nullable Offer> offer = new ReadOnlyObjectWrapper<>();
    private final JobRunner runner;
    private final LongSupplier clock;

    /** {@code clock} in nanoseconds, as {@link System#nanoTime()}. */
    public JobBoard(JobRunner runner, LongSupplier clock) {
        this.runner = runner;
        this.clock = clock;
    }

    /** Running jobs, oldest first. */
    public ObservableList<JobItem> running() {
        return shown;
    }

    /** What happened last, in one line. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    public void say(String line) {
        say(line, null);
    }

    /** Says what happened, and offers what may come next. */
    public void say(String line, @Nullable Offer next) {
        message.set(line);
        offer.set(next);
    }

    /** What the last message offers; null when nothing. */
    public ReadOnlyObjectProperty<@Nullable Offer> offer() {
        return offer.getReadOnlyProperty();
    }

    /** Something a person may do after a message. */
    public record Offer(String label, Runnable run) {}

    @Override
    public <T> JobHandle submit(String name, Work<T> work, Callbacks<T> callbacks) {
        JobItem item = new JobItem(name, clock);
        running.add(item);
        JobHandle handle = runner.submit(name, work, new Watched<>(item, callbacks));
        item.runsAs(handle);
        return item;
    }

    private final class Watched<T> implements Callbacks<T> {
        private final JobItem item;
        private final Callbacks<T> callbacks;

        Watched(JobItem item, Callbacks<T> callbacks) {
            this.item = item;
            this.callbacks = callbacks;
        }

        @Override
        public void progress(Progress progress) {
            item.update(progress);
            callbacks.progress(progress);
        }

        @Override
        public void done(T result) {
            running.remove(item);
            callbacks.done(result);
        }

        @Override
        public void failed(Throwable failure) {
            running.remove(item);
            callbacks.failed(failure);
        }

        @Override
        public void cancelled() {
            running.remove(item);
            callbacks.cancelled();
        }
    }
}
