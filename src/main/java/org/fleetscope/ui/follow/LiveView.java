package org.fleetscope.ui.follow;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.fleetscope.job.JobRunner;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.session.Snapshot;
import org.fleetscope.ui.support.LatestJob;
import org.fleetscope.workspace.FleetView;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the screens up with data that change all the time: asks for a new view once the last one is
 * shown whole, so that every answer is painted, and rests as long as it worked, so that at most
 * half of a core goes into it. What needs a look at all runs, anomalies for instance, follows
 * beside it, and rests three times as long as it took. A scope whose time the person chose is left
 * alone. For the UI thread.
 */
final class LiveView {
    private static final long LONGEST_REST = 2_000;
    private static final long SHORTEST_REST_OF_EXAMINING = 1_000;

    /** What was examined last. */
    private record Examined(long version, Scope scope) {
        static Examined of(FleetView view) {
            return new Examined(view.dataVersion(), view.scope());
        }
    }

    private final Session session;
    private final Delays delays;
    private final LongSupplier clock;
    private final Runnable onMoved;
    private final LatestJob examination;
    private final Consumer<Throwable> onFailure;
    private @Nullable Examined examined;
    private boolean examining;
    private TimeRange slid = TimeRange.ALL;
    private FollowWindow window = FollowWindow.ALL;
    private long newest = Long.MIN_VALUE;
    private boolean on;
    private boolean sliding;
    private boolean waiting;
    private boolean resting;
    private boolean asked;
    private long askedAt;

    /**
     * @param runner runs what is done beside the answers
     * @param clock in nanoseconds
     * @param onMoved told when the person looks at another stretch of time
     * @param onFailure told when anomalies could not be looked for
     */
    LiveView(
            Session session,
            JobRunner runner,
            Delays delays,
            LongSupplier clock,
            Runnable onMoved,
            Consumer<Throwable> onFailure) {
        this.session = session;
        this.examination = new LatestJob(runner);
        this.onFailure = onFailure;
        this.delays = delays;
        this.clock = clock;
        this.onMoved = onMoved;
        session.busy().addListener((property, before, now) -> busy(now));
        session.scopes().current().addListener((property, before, now) -> moved(now));
    }

    /** Begins or ends to move along. */
    void turn(boolean nowOn, FollowWindow wanted) {
        on = nowOn;
        window = wanted;
        if (on) {
            refresh();
        }
    }

    /** Rows came; {@code latest} is the newest recorded_at, µs UTC. */
    void changed(long latest) {
        newest = latest;
        if (on) {
            refresh();
        }
    }

    private void refresh() {
        if (session.busy().get() || resting) {
            waiting = true;
            return;
        }
        waiting = false;
        asked = true;
        askedAt = clock.getAsLong();
        slid = window.before(newest);
        sliding = true;
        session.move(scope -> scope.withTime(slid));
        sliding = false;
    }

    private void busy(boolean now) {
        if (now || !asked) {
            return;
        }
        asked = false;
        long took = (clock.getAsLong() - askedAt) / 1_000_000;
        resting = true;
        delays.after(Duration.ofMillis(Math.min(took, LONGEST_REST)), this::rested);
        examine();
    }

    /** Looks at all runs of what is shown, unless that was done or is being done. */
    private void examine() {
        Snapshot shown = session.latest().orElse(null);
        if (!on || examining || shown == null || Examined.of(shown.view()).equals(examined)) {
            return;
        }
        examining = true;
        FleetView view = shown.view();
        long began = clock.getAsLong();
        examination.start(
                "Looking for anomalies",
                job -> {
                    view.examine(job);
                    return view;
                },
                done -> {
                    examined = Examined.of(done);
                    restFromExamining(began);
                    if (on) {
                        refresh();
                    }
                },
                failure -> {
                    examined = Examined.of(view);
                    restFromExamining(began);
                    onFailure.accept(failure);
                });
    }

    private void restFromExamining(long began) {
        long took = (clock.getAsLong() - began) / 1_000_000;
        delays.after(
                Duration.ofMillis(Math.max(SHORTEST_REST_OF_EXAMINING, 3 * took)),
                () -> {
                    examining = false;
                    examine();
                });
    }

    private void rested() {
        resting = false;
        if (waiting && on) {
            refresh();
        }
    }

    private void moved(Scope scope) {
        if (on && !sliding && !scope.time().equals(slid)) {
            onMoved.run();
        }
    }
}
