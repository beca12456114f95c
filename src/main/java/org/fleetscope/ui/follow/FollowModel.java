package org.fleetscope.ui.follow;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.fleetscope.job.JobHandle;
import org.fleetscope.job.JobRunner;
import org.fleetscope.model.FollowNotice;
import org.fleetscope.model.Times;
import org.fleetscope.ui.session.Dialogs;
import org.fleetscope.ui.session.JobBoard;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.workspace.FollowListener;
import org.fleetscope.workspace.FollowOptions;
import org.fleetscope.workspace.FollowStatus;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * What is followed and how far it is, in words; starts, pauses and stops it. While paused rows land
 * all the same, only the screens stay as they are. For the UI thread.
 */
public final class FollowModel {
    private static final Duration TICK = Duration.ofSeconds(1);

    /** Above it what is new would hardly be seen among the whole. */
    private static final long MANY_ROWS = 20_000;

    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper troubled = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper details = new ReadOnlyStringWrapper("");
    private final ObjectProperty<FollowWindow> window =
            new SimpleObjectProperty<>(FollowWindow.ALL);
    private final Session session;
    private final JobBoard jobs;
    private final JobRunner runner;
    private final Dialogs dialogs;
    private final Executor uiThread;
    private final Delays delays;
    private final InstantSource clock;
    private final LiveView live;
    private final AtomicReference<@Nullable FollowStatus> newest = new AtomicReference<>();
    private final AtomicBoolean posted = new AtomicBoolean();
    private RowRate rate = new RowRate();
    private String name = "";
    private String missing = "";
    private long rowsWhenPaused;
    private long waitingSince;
    private long lag = -1;
    private @Nullable JobHandle job;

    /**
     * @param runner runs it; not the board's, whose list is for jobs that end
     */
    public FollowModel(
            Session session,
            JobBoard jobs,
            JobRunner runner,
            Dialogs dialogs,
            Executor uiThread,
            Delays delays,
            InstantSource clock) {
        this.session = session;
        this.jobs = jobs;
        this.runner = runner;
        this.dialogs = dialogs;
        this.uiThread = uiThread;
        this.delays = delays;
        this.clock = clock;
        this.live =
                new LiveView(
                        session,
                        runner,
                        delays,
                        System::nanoTime,
                        () -> pause(true),
                        failure ->
                                jobs.say(
                                        "Anomalies could not be looked for: "
                                                + failure.getMessage()));
        session.busy().addListener((property, before, now) -> answered(now));
        window.addListener((property, before, now) -> resume());
    }

    public ReadOnlyBooleanProperty following() {
        return following.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty paused() {
        return paused.getReadOnlyProperty();
    }

    /** Whether a person should look into it. */
    public ReadOnlyBooleanProperty troubled() {
        return troubled.getReadOnlyProperty();
    }

    /** "Following runs.ndjson · 1 034 rows/min · last row 2 s ago · shown after 34 ms". */
    public ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    /** What there is to say beyond the one line; empty when nothing. */
    public ReadOnlyStringProperty details() {
        return details.getReadOnlyProperty();
    }

    /** Stretch of time that moves along. */
    public ObjectProperty<FollowWindow> window() {
        return window;
    }

    /** Follows files and folders into a workspace. */
    public void start(Workspace workspace, List<Path> paths) {
        if (following.get()) {
            jobs.say("Files are followed already; stop that first");
            return;
        }
        Path first = paths.getFirst().getFileName();
        name =
                (first == null ? paths.getFirst().toString() : first.toString())
                        + (paths.size() == 1 ? "" : " and " + (paths.size() - 1) + " more");
        rate = new RowRate();
        newest.set(null);
        lag = -1;
        missing = "";
        details.set("");
        waitingSince = 0;
        troubled.set(false);
        paused.set(false);
        following.set(true);
        boolean many = session.latest().filter(now -> now.totalRuns() > MANY_ROWS).isPresent();
        window.set(many ? FollowWindow.QUARTER_HOUR : FollowWindow.ALL);
        live.turn(true, window.get());
        describe();
        job =
                runner.submit(
                        "Following " + name,
                        context ->
                                workspace.follow(
                                        paths, FollowOptions.DEFAULTS, new Hearing(), context),
                        new Ending());
        tick();
    }

    /** Stops following; rows that are shown land before it ends. */
    public void stop() {
        if (job != null) {
            job.cancel();
            text.set("Stopping to follow " + name + "…");
        }
    }

    /** Leaves the screens as they are, or lets them move on. */
    public void togglePause() {
        if (paused.get()) {
            resume();
        } else {
            pause(false);
        }
    }

    private void pause(boolean examined) {
        if (following.get() && !paused.get()) {
            FollowStatus status = newest.get();
            rowsWhenPaused = status == null ? 0 : status.accepted();
            live.turn(false, window.get());
            paused.set(true);
            if (examined) {
                jobs.say("The view is paused while you look at another stretch of time");
            }
            describe();
        }
    }

    private void resume() {
        if (following.get()) {
            paused.set(false);
            live.turn(true, window.get());
            describe();
        }
    }

    private void answered(boolean busy) {
        if (!busy && waitingSince != 0 && !paused.get()) {
            lag = (System.nanoTime() - waitingSince) / 1_000_000;
            waitingSince = 0;
            describe();
        }
    }

    private void show() {
        posted.set(false);
        FollowStatus status = newest.get();
        if (status == null || !following.get()) {
            return;
        }
        rate.at(System.nanoTime(), status.accepted());
        if (waitingSince == 0) {
            waitingSince = status.readAt();
        }
        describe();
        live.changed(status.newest());
    }

    private void tick() {
        delays.after(
                TICK,
                () -> {
                    if (following.get()) {
                        FollowStatus status = newest.get();
                        rate.at(System.nanoTime(), status == null ? 0 : status.accepted());
                        describe();
                        tick();
                    }
                });
    }

    private void describe() {
        FollowStatus status = newest.get();
        if (!following.get()) {
            text.set("");
        } else if (!missing.isEmpty()) {
            text.set(missing);
        } else if (job != null && status == null) {
            text.set("Following " + name + " · no row yet");
        } else if (status != null) {
            text.set(FollowText.of(name, status, paused.get(), extra(status)));
        } else {
            text.set("Following " + name);
        }
    }

    private FollowText.Extra extra(FollowStatus status) {
        long age =
                status.newest() == Long.MIN_VALUE
                        ? -1
                        : Math.max(0, Times.ofInstant(clock.instant()) - status.newest());
        return new FollowText.Extra(rate.perMinute(), age, lag, status.accepted() - rowsWhenPaused);
    }

    private void notice(FollowNotice notice) {
        troubled.set(notice.isProblem());
        if (notice.kind() == FollowNotice.Kind.VANISHED) {
            // Beside the name and the buttons of following there is no room for another long line.
            missing =
                    notice.file().getFileName()
                            + " is not there. Following goes on when it is back";
            details.set(notice.text());
        } else {
            missing = "";
            details.set("");
            jobs.say(notice.text());
        }
        describe();
    }

    private void ended(String message) {
        live.turn(false, window.get());
        following.set(false);
        paused.set(false);
        troubled.set(false);
        missing = "";
        details.set("");
        job = null;
        jobs.say(message);
        session.refresh();
        describe();
    }

    /** Passes on to the UI thread, the latest status only. */
    private final class Hearing implements FollowListener {
        @Override
        public void rows(FollowStatus status) {
            newest.set(status);
            if (posted.compareAndSet(false, true)) {
                uiThread.execute(FollowModel.this::show);
            }
        }

        @Override
        public void changed(FollowStatus status) {
            rows(status);
        }

        @Override
        public void notice(FollowNotice notice) {
            uiThread.execute(() -> FollowModel.this.notice(notice));
        }
    }

    private final class Ending implements JobRunner.Callbacks<FollowStatus> {
        @Override
        public void done(FollowStatus last) {
            ended(
                    "Stopped following "
                            + name
                            + "; "
                            + Numbers.count(last.accepted())
                            + " rows came and are stored");
        }

        @Override
        public void failed(Throwable failure) {
            ended("Following " + name + " ended with an error");
            String message = failure.getMessage();
            dialogs.failure(
                    "Following " + name + " ended",
                    message == null ? failure.toString() : message,
                    "What is shown is stored. Rows that came after it are read when the file is"
                            + " followed again.",
                    failure);
        }

        @Override
        public void cancelled() {
            ended("Stopped following " + name);
        }
    }
}
