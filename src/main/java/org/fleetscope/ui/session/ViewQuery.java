package org.fleetscope.ui.session;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.JobRunner;
import org.fleetscope.ui.support.LatestJob;
import org.fleetscope.ui.support.Load;
import org.fleetscope.workspace.FleetView;
import org.jspecify.annotations.Nullable;

/**
 * One question a screen asks of every new snapshot, while the screen is shown. The last answer
 * stays until the next arrives; a stale one is never shown.
 */
public final class ViewQuery<T> {
    /** The question. */
    @FunctionalInterface
    public interface Question<T> {
        T ask(FleetView view, JobContext job) throws Exception;
    }

    private final ReadOnlyObjectWrapper<Load<T>> state =
            new ReadOnlyObjectWrapper<>(new Load.Idle<>());
    private final Session session;
    private final String name;
    private final Question<T> question;
    private final LatestJob request;
    private @Nullable FleetView answered;
    private boolean active;
    private boolean asking;

    public ViewQuery(Session session, JobRunner runner, String name, Question<T> question) {
        this.session = session;
        this.name = name;
        this.question = question;
        this.request = new LatestJob(runner);
        session.snapshot().addListener((property, before, now) -> update(now));
    }

    public ReadOnlyObjectProperty<Load<T>> state() {
        return state.getReadOnlyProperty();
    }

    /** Questions are asked only while active; becoming active catches up. */
    public void setActive(boolean nowActive) {
        active = nowActive;
        if (active) {
            update(session.snapshot().get());
        }
    }

    /** Asks again, after a failure for instance. */
    public void retry() {
        answered = null;
        if (session.snapshot().get() instanceof Load.Ready<Snapshot>) {
            update(session.snapshot().get());
        } else {
            session.refresh();
        }
    }

    private void update(Load<Snapshot> snapshot) {
        switch (snapshot) {
            case Load.Idle<Snapshot>() -> {
                request.cancel();
                asking(false);
                answered = null;
                state.set(new Load.Idle<>());
            }
            case Load.Loading<Snapshot>(Snapshot previous) -> loading();
            case Load.Failed<Snapshot>(String message, Throwable cause) ->
                    state.set(new Load.Failed<>(message, cause));
            case Load.Ready<Snapshot>(Snapshot ready) -> {
                if (active && !ready.view().equals(answered)) {
                    ask(ready.view());
                } else if (!asking && ready.view().equals(answered)) {
                    state.get().latest().ifPresent(last -> state.set(new Load.Ready<>(last)));
                }
            }
        }
    }

    private void ask(FleetView view) {
        answered = view;
        asking(true);
        loading();
        request.start(
                name,
                job -> question.ask(view, job),
                answer -> ended(new Load.Ready<>(answer)),
                failure -> ended(Load.failed(failure)));
    }

    private void ended(Load<T> result) {
        state.set(result);
        asking(false);
    }

    private void asking(boolean now) {
        asking = now;
        session.answering(this, now);
    }

    private void loading() {
        state.set(new Load.Loading<>(state.get().latest().orElse(null)));
    }
}
