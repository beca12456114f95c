package org.fleetscope.job;

import java.util.function.Consumer;

/** State shared by the work and the one who watches it. */
final class RunningJob implements JobContext, JobHandle {
    private final String name;
    private final Consumer<Progress> listener;
    private volatile boolean cancelled;
    private volatile boolean finished;

    RunningJob(String name, Consumer<Progress> listener) {
        this.name = name;
        this.listener = listener;
    }

    @Override
    public void progress(Progress progress) {
        listener.accept(progress);
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    @Override
    public boolean isFinished() {
        return finished;
    }

    void finish() {
        finished = true;
    }
}
