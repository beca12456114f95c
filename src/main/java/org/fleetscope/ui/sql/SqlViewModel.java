package org.fleetscope.ui.sql;

import java.util.List;
import java.util.function.LongSupplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.fleetscope.job.JobHandle;
import org.fleetscope.job.JobRunner;
import org.fleetscope.model.StatementException;
import org.fleetscope.ui.session.Dialogs;
import org.fleetscope.ui.session.FileExports;
import org.fleetscope.ui.session.JobBoard;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.session.Snapshot;
import org.fleetscope.ui.session.UiSettings;
import org.fleetscope.ui.support.LatestJob;
import org.fleetscope.ui.support.Load;
import org.fleetscope.workspace.SqlAnswer;
import org.fleetscope.workspace.SqlTable;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The text of the editor, the statement that runs and what became of the last one. Lives on the UI
 * thread; a statement that is run anew stops the one before, in the database too.
 */
public final class SqlViewModel {
    static final List<Integer> LIMITS = List.of(1_000, 10_000, 100_000);
    private static final String PLAN = "PLAN";
    private static final long MICRO_NANOS = 1_000;

    private final StringProperty text = new SimpleStringProperty("");
    private final IntegerProperty caret = new SimpleIntegerProperty();
    private final IntegerProperty limit = new SimpleIntegerProperty(LIMITS.get(1));
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<SqlOutcome> outcome =
            new ReadOnlyObjectWrapper<>(new SqlOutcome.None());
    private final ReadOnlyObjectWrapper<Load<List<SqlTable>>> tables =
            new ReadOnlyObjectWrapper<>(new Load.Idle<>());
    private final Session session;
    private final JobBoard jobs;
    private final LongSupplier clock;
    private final SqlHistory history;
    private final SqlExports exports;
    private final LatestJob listing;
    private @Nullable JobHandle current;
    private @Nullable Long listedVersion;
    private long generation;
    private String lastRun = "";

    public SqlViewModel(Session session, JobBoard jobs, Dialogs dialogs, UiSettings settings) {
        this(session, jobs, dialogs, settings, System::nanoTime);
    }

    /** {@code clock} in nanoseconds, asked on the job's thread. */
    SqlViewModel(
            Session session,
            JobBoard jobs,
            Dialogs dialogs,
            UiSettings settings,
            LongSupplier clock) {
        this.session = session;
        this.jobs = jobs;
        this.clock = clock;
        history = new SqlHistory(settings);
        exports = new SqlExports(session, new FileExports(jobs, dialogs));
        listing = new LatestJob(jobs);
        text.set(history.draft());
        session.workspace().addListener((property, before, now) -> turn());
        session.snapshot().addListener((property, before, now) -> listWhenNew(now));
    }

    /** All that stands in the editor. */
    public StringProperty text() {
        return text;
    }

    /** Where the caret is; the statement there is the one that runs. */
    public IntegerProperty caret() {
        return caret;
    }

    /** Rows shown at most. */
    public IntegerProperty limit() {
        return limit;
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** Whether the screen is in view. */
    public ReadOnlyBooleanProperty shown() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<SqlOutcome> outcome() {
        return outcome.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Load<List<SqlTable>>> tables() {
        return tables.getReadOnlyProperty();
    }

    SqlHistory history() {
        return history;
    }

    SqlExports exports() {
        return exports;
    }

    javafx.beans.property.ObjectProperty<java.time.ZoneId> zone() {
        return session.times().zoneProperty();
    }

    /** Tells whether the screen is in view. */
    public void setActive(boolean active) {
        shown.set(active);
        if (active) {
            listWhenNew(session.snapshot().get());
        } else {
            history.keepDraft(text.get());
        }
    }

    void keepDraft() {
        history.keepDraft(text.get());
    }

    Completion complete() {
        return Completion.at(text.get(), caret.get(), tables.get().latest().orElse(List.of()));
    }

    /** Runs the statement at the caret. */
    public void run() {
        Statement.at(text.get(), caret.get()).ifPresent(one -> run(one, one.sql()));
    }

    /** Runs the statement at the caret and shows how the database did it. */
    public void explain() {
        Statement.at(text.get(), caret.get()).ifPresent(one -> run(one, one.explained()));
    }

    /** Stops the statement that runs. */
    public void stop() {
        JobHandle handle = current;
        if (handle != null) {
            handle.cancel();
        }
    }

    /** Puts a statement into the editor and runs it. */
    void open(String statement) {
        text.set(statement);
        caret.set(statement.length());
        run();
    }

    private void run(Statement statement, String sql) {
        Workspace open = session.workspace().get();
        if (open == null) {
            return;
        }
        stop();
        long mine = ++generation;
        int shift = statement.from() - (sql.length() - statement.sql().length());
        String whole = text.get();
        int most = limit.get();
        lastRun = statement.sql();
        history.add(statement.sql());
        history.keepDraft(whole);
        running.set(true);
        JobHandle handle =
                jobs.submit(
                        "Running the statement",
                        job -> {
                            long start = clock.getAsLong();
                            SqlAnswer answer = open.sql().ask(sql, most, job);
                            long micros = (clock.getAsLong() - start) / MICRO_NANOS;
                            return new SqlOutcome.Answered(sql, answer, most, micros, plan(answer));
                        },
                        new JobRunner.Callbacks<SqlOutcome.Answered>() {
                            @Override
                            public void done(SqlOutcome.Answered answered) {
                                ended(mine, answered);
                            }

                            @Override
                            public void failed(Throwable failure) {
                                ended(mine, failure(failure, whole, shift));
                            }

                            @Override
                            public void cancelled() {
                                ended(mine, new SqlOutcome.Stopped());
                            }
                        });
        // A runner on this thread has ended it by now.
        if (mine == generation && running.get()) {
            current = handle;
        }
    }

    private void ended(long run, SqlOutcome what) {
        if (run == generation) {
            current = null;
            running.set(false);
            outcome.set(what);
        }
    }

    private static @Nullable SqlPlan plan(SqlAnswer answer) {
        boolean isPlan =
                answer.names().size() == 1
                        && answer.names().getFirst().equalsIgnoreCase(PLAN)
                        && answer.rows().size() == 1;
        return isPlan ? SqlPlan.read(String.valueOf(answer.rows().getFirst().getFirst())) : null;
    }

    private static SqlOutcome failure(Throwable failure, String whole, int shift) {
        Load.Failed<Object> told = (Load.Failed<Object>) Load.failed(failure);
        SqlOutcome.Place place =
                failure instanceof StatementException at && at.hasPlace() && at.from() + shift >= 0
                        ? SqlOutcome.Place.of(whole, at.from() + shift, at.to() + shift)
                        : null;
        return new SqlOutcome.Failed(told.message(), place);
    }

    /** The statement before or after the one in the editor, as they were run. */
    public void browse(boolean older) {
        List<String> all = history.statements();
        int at = all.indexOf(text.get().strip());
        int next = older ? at + 1 : at - 1;
        if (next >= 0 && next < all.size()) {
            text.set(all.get(next));
            caret.set(text.get().length());
        }
    }

    /** The statement run last; empty before the first. */
    String lastRun() {
        return lastRun;
    }

    private void turn() {
        stop();
        generation++;
        current = null;
        running.set(false);
        outcome.set(new SqlOutcome.None());
        listedVersion = null;
        listing.cancel();
        tables.set(new Load.Idle<>());
    }

    /** Tables come with imports: a day has one of its own. */
    private void listWhenNew(Load<Snapshot> snapshot) {
        Workspace open = session.workspace().get();
        if (open == null || !shown.get() || !(snapshot instanceof Load.Ready<Snapshot>)) {
            return;
        }
        long version = open.dataVersion();
        if (listedVersion == null || listedVersion != version) {
            listedVersion = version;
            list(open);
        }
    }

    /** Asks again for the tables, after a failure for instance. */
    void list() {
        Workspace open = session.workspace().get();
        if (open != null) {
            list(open);
        }
    }

    private void list(Workspace open) {
        tables.set(new Load.Loading<>(tables.get().latest().orElse(null)));
        listing.start(
                "Listing the tables",
                job -> open.sql().tables(job),
                found -> tables.set(new Load.Ready<>(found)),
                failure -> tables.set(Load.failed(failure)));
    }
}
