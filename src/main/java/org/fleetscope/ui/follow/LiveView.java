package org.fleetscope.ui.follow;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.fleetscope.ui.session.Session;

/**
 * Keeps the screens up with data that change all the time: asks for a new view once the last one is
 * shown whole, so that every answer is painted, and rests as long as it worked, so that at most
 * half of a core goes into it. A scope whose time the person chose is left alone. For the UI
 * thread.
 */
final class LiveView {
    private static final long LONGEST_REST = 2_000;

    private final Session session;
    private final Delays delays;
    private final LongSupplier clock;
    private final Runnable onExamined;
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
     * @param clock in nanoseconds
     * @param onExamined told when the person looks at another stretch of time
     */
    LiveView(Session session, Delays delays, LongSupplier clock, Runnable onExamined) {
        this.session = session;
        this.delays = delays;
        this.clock = clock;
        this.onExamined = onExamined;
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
    }

    private void rested() {
        resting = false;
        if (waiting && on) {
            refresh();
        }
    }

    private void moved(Scope scope) {
        if (on && !sliding && !scope.time().equals(slid)) {
            onExamined.run();
        }
    }
}
