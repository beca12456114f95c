package org.fleetscope.ui.session;

import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.fleetscope.job.JobHandle;
import org.fleetscope.job.Progress;
import org.fleetscope.model.Times;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.ui.support.TimeText;
import org.jspecify.annotations.Nullable;

/** A running job as the status bar shows it: phase, rate, time left. */
public final class JobItem implements JobHandle {
    private static final double SECOND_NANOS = 1e9;
    private static final double SHORTEST_RATED = 0.2;

    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
    private final String name;
    private final LongSupplier clock;
    private final long started;
    private @Nullable JobHandle handle;
    private boolean stopping;

    JobItem(String name, LongSupplier clock) {
        this.name = name;
        this.clock = clock;
        this.started = clock.getAsLong();
        text.set(name + "…");
    }

    @Override
    public String name() {
        return name;
    }

    /** Name, phase, rows per second and time left, as far as they are known. */
    public ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    /** Share done 0..1; −1 while unknown. */
    public ReadOnlyDoubleProperty fraction() {
        return fraction.getReadOnlyProperty();
    }

    @Override
    public void cancel() {
        stopping = true;
        text.set(name + " · stopping…");
        if (handle != null) {
            handle.cancel();
        }
    }

    @Override
    public boolean isFinished() {
        return handle != null && handle.isFinished();
    }

    void runsAs(JobHandle submitted) {
        handle = submitted;
    }

    void update(Progress progress) {
        double seconds = (clock.getAsLong() - started) / SECOND_NANOS;
        StringBuilder line = new StringBuilder(name);
        if (!progress.phase().isEmpty()) {
            line.append(" · ").append(progress.phase());
        }
        if (progress.rows() > 0 && seconds > SHORTEST_RATED) {
            long rate = Math.round(progress.rows() / seconds);
            line.append(" · ").append(Numbers.count(rate)).append(" rows/s");
        }
        double share = progress.fraction();
        if (share > 0.02 && share < 1 && seconds > SHORTEST_RATED) {
            long left = Math.round(seconds * (1 - share) / share * Times.SECOND);
            line.append(" · ").append(TimeText.duration(left)).append(" left");
        }
        fraction.set(share);
        if (!stopping) {
            text.set(line.toString());
        }
    }
}
