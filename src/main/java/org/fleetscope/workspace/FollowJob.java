package org.fleetscope.workspace;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.fleetscope.frame.FrameBuilder;
import org.fleetscope.ingest.Mapping;
import org.fleetscope.ingest.TailSettings;
import org.fleetscope.ingest.Tails;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.FlagChanges;
import org.fleetscope.model.FollowNotice;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.quality.RowRules;
import org.fleetscope.store.FollowedImport;
import org.fleetscope.store.ImportHeader;
import org.fleetscope.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Follows files until its job is cancelled. Rows are read, judged and published on the job's
 * thread, so that they are shown at once; {@link FollowWriter} puts them on disk. If that fails the
 * last durable state is published again.
 */
final class FollowJob {
    private static final long WAIT_MILLIS = 200;
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long JUDGED_NANOS = TimeUnit.SECONDS.toNanos(30);

    /** Judging may take one part in so many of the time. */
    private static final long JUDGED_SHARE = 100;

    /**
     * What following works on, apart from its own settings.
     *
     * @param closing whether the workspace is being closed, so that what may be done at the next
     *     opening is left for then
     */
    record Context(
            StoreAccess store,
            ImportTurn imports,
            Supplier<WorkspaceState> state,
            Consumer<WorkspaceState> publish,
            WholeFile wholeFile,
            BooleanSupplier closing,
            LongSupplier now) {}

    /** Imports a file that can't be read row by row. */
    interface WholeFile {
        ImportSummary read(Path file) throws IOException;
    }

    private final Context context;
    private final List<Path> paths;
    private final TailSettings reading;
    private final BundleRules rules;
    private final FollowOptions options;
    private final FollowListener listener;
    private final JobContext job;
    private final FollowTurn turn;
    private final FollowRecords records;
    private final ImportCounts counts = new ImportCounts();
    private final FollowSink sink = new FollowSink(this::ready);
    private volatile WorkspaceState durable;
    private volatile FollowStatus status;
    private @Nullable FollowBase base;
    private final RuleSettings settings;
    private final Map<String, Long> brokenBefore = new TreeMap<>();
    private Map<String, Long> broken = Map.of();
    private boolean unjudged;
    private long judgedAt = System.nanoTime();
    private long judgedFor;
    private long cameAt = System.nanoTime();
    private boolean inStep;
    private boolean history = true;
    private @Nullable RowRules stepRules;
    private boolean stepHistory;
    private @Nullable Mapping stepMapping;

    FollowJob(
            Context context,
            List<Path> paths,
            @Nullable Mapping named,
            TailSettings reading,
            BundleRules rules,
            FollowOptions options,
            FollowListener listener,
            JobContext job)
            throws IOException {
        this.context = context;
        this.paths = List.copyOf(paths);
        this.reading = reading;
        this.rules = rules;
        this.options = options;
        this.listener = listener;
        this.job = job;
        this.turn = new FollowTurn(context.imports());
        this.settings = rules.together(named == null ? List.of() : List.of(named));
        this.records = new FollowRecords(named, settings, options);
        this.durable = context.state().get();
        this.status =
                new FollowStatus(
                        List.of(), 0, 0, 0, Long.MIN_VALUE, 0, 0, System.nanoTime(), true, false);
    }

    /** Follows; returns the last status once the job was cancelled and all rows are on disk. */
    FollowStatus run() throws IOException {
        FollowStatus last = land();
        if (last.accepted() > 0) {
            aggregate();
        }
        return last;
    }

    /** Makes the aggregates of the days that got rows, unless somebody else has. */
    private void aggregate() throws IOException {
        context.imports().lock();
        try {
            Store store = context.store().get();
            WorkspaceState now = context.state().get();
            long[] days = store.daysToAggregate();
            if (days.length > 0 && !context.closing().getAsBoolean()) {
                Aggregates aggregates =
                        Aggregates.of(
                                now.frame(),
                                new FrameBuilder().build(),
                                now.entities().results(),
                                days,
                                JobContext.NONE);
                store.aggregates(aggregates.rows(), days, JobContext.NONE);
            }
        } finally {
            context.imports().unlock();
        }
    }

    private FollowStatus land() throws IOException {
        ImportHeader header =
                new ImportHeader(context.now().getAsLong(), List.of(), records.with(List.of()));
        try (FollowedImport to = context.store().get().follow(header);
                Tails tails =
                        new Tails(
                                paths,
                                reading,
                                FollowRecords.marks(context.store().get(), job),
                                listener::notice);
                FollowWriter writer = new FollowWriter(to, this::landed)) {
            try {
                follow(tails, writer, to);
            } catch (CancellationException e) {
                // Stopped while it waited for an import; what it read then is read again next time.
                return status;
            } finally {
                finish(tails, writer, to);
            }
            return status;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void follow(Tails tails, FollowWriter writer, FollowedImport to) throws IOException {
        try {
            base().expectDay(context.now().getAsLong());
            tails.look();
            while (!job.isCancelled()) {
                writer.throwFailure();
                if (turn.isWanted()) {
                    judge(tails, writer, to);
                    writer.drain();
                }
                if (step(tails, writer)) {
                    cameAt = System.nanoTime();
                } else {
                    readWholeFiles(tails, writer, to);
                    if (isTimeToJudge(writer)) {
                        judge(tails, writer, to);
                    }
                    tails.await(WAIT_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException)
                    new InterruptedIOException("interrupted while following").initCause(e);
        }
    }

    /** Lands what is left; what can't be landed is shown no longer. */
    private void finish(Tails tails, FollowWriter writer, FollowedImport to) throws IOException {
        try {
            if (!writer.hasFailed()) {
                judge(tails, writer, to);
            }
            writer.drain();
        } finally {
            FollowBase last = base;
            if (last != null && writer.hasFailed()) {
                last.journal().undo();
                context.publish().accept(durable);
            }
            if (last != null) {
                last.end();
            }
            turn.abandon();
        }
    }

    private boolean isTimeToJudge(FollowWriter writer) {
        long now = System.nanoTime();
        boolean quiet = now - cameAt > QUIET_NANOS;
        boolean due = now - judgedAt > Math.max(JUDGED_NANOS, JUDGED_SHARE * judgedFor);
        return unjudged && !history && writer.undurable() == 0 && (quiet || due);
    }

    /**
     * Holds what came against the rules that look beyond a row. Until that has landed no import may
     * begin, since the runs it brings would stand behind runs that were not judged.
     */
    private void judge(Tails tails, FollowWriter writer, FollowedImport to) throws IOException {
        FollowBase now = base;
        if (!unjudged || now == null) {
            return;
        }
        if (!now.isUnjudged()) {
            unjudged = false;
            turn.landed(1);
            return;
        }
        // The import has its number when something of it is on disk.
        writer.drain();
        long began = System.nanoTime();
        FollowJudging.Judged judged = now.judge(to.importId());
        broken = judged.broken();
        publish(tails, writer, judged.changes());
        judgedAt = System.nanoTime();
        judgedFor = judgedAt - began;
    }

    /** Reads what came; whether anything did. */
    private boolean step(Tails tails, FollowWriter writer) throws IOException {
        try {
            boolean came = tails.read(sink::of);
            if (inStep) {
                publish(tails, writer, null);
            }
            if (!came && history && tails.isHistoryRead()) {
                history = false;
                writer.index();
                status = status(tails, writer, false);
                listener.changed(status);
            }
            return came;
        } finally {
            inStep = false;
            turn.end();
        }
    }

    /** Begins a step when its first rows come. */
    private RowGate ready(Path file, Mapping mapping, boolean isHistory) throws IOException {
        if (!inStep) {
            turn.begin(this::waiting, job);
            inStep = true;
            stepRules = null;
        }
        RowRules known = stepRules;
        if (known == null || stepHistory != isHistory || stepMapping != mapping) {
            stepHistory = isHistory;
            stepMapping = mapping;
            known = rules(isHistory).of(mapping, context.now().getAsLong());
            stepRules = known;
        }
        RowGate gate = base().gate();
        gate.reading(file.toString(), known);
        return gate;
    }

    private BundleRules rules(boolean isHistory) {
        return isHistory
                ? rules
                : new BundleRules(rules.ofWorkspace(), rules.ofImport(), options.profile());
    }

    private void waiting() {
        status = status.waitingForImport();
        listener.changed(status);
    }

    /** The base of now; a new one when somebody else changed the workspace between two steps. */
    private FollowBase base() {
        FollowBase known = base;
        WorkspaceState now = context.state().get();
        if (known == null || !known.isAt(now)) {
            RowRules any = rules.of(Mapping.identity(), context.now().getAsLong());
            if (known != null) {
                known.end();
            }
            broken.forEach((rule, rows) -> brokenBefore.merge(rule, rows, Long::sum));
            broken = Map.of();
            known = new FollowBase(context.store(), now, any, settings, counts);
            base = known;
            durable = now;
        }
        return known;
    }

    private void publish(Tails tails, FollowWriter writer, @Nullable FlagChanges flags)
            throws IOException {
        FollowBase now = base();
        WorkspaceState state = now.next();
        int rows = now.landing().acceptedRows();
        FollowedImport.Step step =
                now.landing()
                        .take(
                                new FollowProgress(
                                        flags,
                                        ImportRecords.outcome(
                                                counts.with(brokenBefore).with(broken), Map.of()),
                                        records.with(tails.marks()),
                                        !history));
        context.publish().accept(state);
        turn.added();
        // What is not judged yet counts as a part that is still to be landed.
        int parts = flags == null ? 1 : 2;
        if (flags == null && !unjudged) {
            turn.added();
        }
        unjudged = flags == null;
        EntityJournal journal = now.journal();
        long mark = journal.mark();
        writer.add(new FollowWriter.Portion(step, rows, parts, state, () -> journal.forget(mark)));
        status = status(tails, writer, false);
        listener.rows(status);
    }

    private FollowStatus status(Tails tails, FollowWriter writer, boolean waiting)
            throws IOException {
        return new FollowStatus(
                tails.files(),
                counts.accepted(),
                counts.rejected(),
                counts.skipped(),
                Math.max(status.newest(), base == null ? Long.MIN_VALUE : base.landing().newest()),
                tails.behind(),
                writer.undurable(),
                System.nanoTime(),
                history,
                waiting);
    }

    private void landed(FollowWriter.Portion portion) {
        durable = portion.state();
        portion.onLanded().run();
        turn.landed(portion.parts());
        listener.landed(status);
    }

    private void readWholeFiles(Tails tails, FollowWriter writer, FollowedImport to)
            throws IOException {
        for (Path file : tails.wholeFiles()) {
            judge(tails, writer, to);
            writer.drain();
            try {
                ImportSummary read = context.wholeFile().read(file);
                notice(
                        FollowNotice.Kind.STARTED,
                        file,
                        file + " was read as a whole: " + read.accepted() + " new rows");
            } catch (IOException e) {
                notice(FollowNotice.Kind.FAILED, file, String.valueOf(e.getMessage()));
            }
        }
    }

    private void notice(FollowNotice.Kind kind, Path file, String text) {
        listener.notice(new FollowNotice(kind, file, text));
    }
}
