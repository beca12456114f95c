package org.fleetscope.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.FrameBuilder;
import org.fleetscope.ingest.FileMappings;
import org.fleetscope.ingest.Ingest;
import org.fleetscope.ingest.Mapping;
import org.fleetscope.ingest.RawRows;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.RejectedRow;
import org.fleetscope.quality.DuplicateIndex;
import org.fleetscope.store.ImportHeader;
import org.fleetscope.store.StagedImport;

/**
 * One import from files to durable rows. The new state is published as soon as all rows are read
 * and judged; the store follows, and if that fails the state of before is published again.
 * Aggregates and indexes come last, for rows that are durable already.
 */
final class ImportJob {
    /** What an import works on, apart from its own settings. */
    record Context(
            OpeningStore store,
            Ingest ingest,
            WorkspaceState before,
            Consumer<WorkspaceState> publish) {}

    /** Reports to a job that can no longer be cancelled: its rows are durable. */
    private record Uncancelled(JobContext to) implements JobContext {
        @Override
        public void progress(Progress progress) {
            to.progress(progress);
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }

    private static final int EXPECTED_KEYS = 1 << 16;

    private final Context context;
    private final Bundle bundle;
    private final FileMappings mappings;
    private final BundleRules rules;
    private final ImportOptions options;
    private final ImportListener listener;
    private final JobContext job;
    private boolean committed;

    /**
     * @param rules the settings that this import goes by
     */
    ImportJob(
            Context context,
            Bundle bundle,
            FileMappings mappings,
            BundleRules rules,
            ImportOptions options,
            ImportListener listener,
            JobContext job) {
        this.context = context;
        this.bundle = bundle;
        this.mappings = mappings;
        this.rules = rules;
        this.options = options;
        this.listener = listener;
        this.job = job;
    }

    /**
     * @param startedAt time of the start, µs UTC, which is also the reference time of the rules
     */
    ImportSummary run(long startedAt) throws IOException {
        ImportHeader header = ImportRecords.header(startedAt, bundle, mappings, rules, options);
        try (StoreWriter writer = new StoreWriter(() -> context.store().get().begin(header))) {
            return run(startedAt, writer);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            if (!committed) {
                context.publish().accept(context.before());
            }
        }
    }

    private ImportSummary run(long startedAt, StoreWriter writer) throws IOException {
        long startedNanos = System.nanoTime();
        WorkspaceState before = context.before();
        DuplicateIndex duplicates = new DuplicateIndex(EXPECTED_KEYS);
        EntityIndex entities = before.entities().copy();
        int importId = importId();
        FrameBuilder builder = new FrameBuilder(importId);
        KeptScores scores = new KeptScores(bundle.files(), mappings);
        StoredLanding landing =
                new StoredLanding(
                        context.store(), before.frame(), writer, builder, duplicates, scores);
        RepairedKeys repaired = RepairedKeys.of(context.store(), before);
        RowGate gate =
                new RowGate(
                        rules.of(Mapping.identity(), startedAt),
                        duplicates,
                        entities,
                        repaired,
                        new StoredValues(before.frame()),
                        landing);
        bundle.read(context.ingest(), mappings, mapping -> rules.of(mapping, startedAt), gate, job);

        Retraction kept =
                Retraction.of(
                        builder.build(), duplicates.retracted(), new RawRows(options::readOf), job);
        takeBack(kept, duplicates, writer, gate.counts(), scores);
        job.checkCancelled();
        Refilled runs = Refilled.of(before.frame(), kept.frame(), entities, gate.arrivals());
        Judging judging =
                new Judging(
                        before,
                        runs.whole(),
                        importId,
                        entities,
                        gate,
                        duplicates.retracted(),
                        rules.together(mappings.all()));
        publish(runs.whole(), entities, gate.counts(), judging);
        // A listener that computes the first answers here has both cores for it.
        listener.analysisReady();
        writer.release();

        ImportHashes hashes = ImportHashes.start(bundle);
        if (!runs.updates().isEmpty()) {
            writer.submit(0, staged -> staged.metadata(runs.updates()));
        }
        judging.count(gate.counts());
        judging.store(writer::submit);
        StagedImport staged = writer.drain();
        staged.confirm(repaired.came());
        job.checkCancelled();
        bundle.requireUnchanged();
        staged.commit(ImportRecords.outcome(gate.counts(), hashes.await()));
        committed = true;
        listener.rowsDurable();

        JobContext rest = new Uncancelled(job);
        long[] days = staged.daysToAggregate();
        Aggregates aggregates =
                Aggregates.of(runs.before(), runs.imported(), entities.results(), days, rest);
        staged.aggregates(aggregates.rows(), days);
        staged.index(rest);
        return ImportRecords.summary(
                staged.importId(), bundle, mappings, gate.counts(), startedNanos);
    }

    private static void takeBack(
            Retraction kept,
            DuplicateIndex duplicates,
            StoreWriter writer,
            ImportCounts counts,
            KeptScores scores)
            throws IOException {
        List<RejectedRow> rejected = new ArrayList<>();
        kept.report(counts, rejected::add);
        if (!rejected.isEmpty()) {
            writer.submit(
                    0,
                    staged -> {
                        staged.retract(duplicates.retracted());
                        staged.quarantine(scores.with(rejected));
                    });
        }
    }

    /** Number that the store will give this import; not asked of a store that is being made. */
    private int importId() throws IOException {
        return context.before().isNew()
                ? 1
                : Math.toIntExact(context.store().get().lastImportId() + 1);
    }

    private void publish(Frame whole, EntityIndex entities, ImportCounts counts, Judging judging) {
        context.publish()
                .accept(
                        new WorkspaceState(
                                whole,
                                entities,
                                context.before().quarantined() + counts.rejected(),
                                judging.judgement()));
    }
}
