package org.fleetscope.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.FrameBuilder;
import org.fleetscope.ingest.FileMappings;
import org.fleetscope.ingest.Ingest;
import org.fleetscope.ingest.Mapping;
import org.fleetscope.ingest.RawRows;
import org.fleetscope.job.JobContext;
import org.fleetscope.quality.DuplicateIndex;
import org.fleetscope.quality.RowRules;

/**
 * The checks of an import, with nothing stored: against what the workspace holds, if it holds
 * anything. Rejected rows are shown as they are read. What was kept and broke a rule is known only
 * when all is read; the files are then read a second time for the text of those rows, if anyone
 * listens.
 */
final class Validation {
    private final Ingest ingest;
    private final Bundle bundle;
    private final FileMappings mappings;
    private final BundleRules rules;
    private final ImportOptions options;
    private final JobContext job;
    private final OpeningStore store;
    private final WorkspaceState before;

    /**
     * @param before what is stored
     */
    Validation(
            OpeningStore store,
            WorkspaceState before,
            Ingest ingest,
            Bundle bundle,
            FileMappings mappings,
            BundleRules rules,
            ImportOptions options,
            JobContext job) {
        this.store = store;
        this.before = before;
        this.ingest = ingest;
        this.bundle = bundle;
        this.mappings = mappings;
        this.rules = rules;
        this.options = options;
        this.job = job;
    }

    /**
     * @param now reference time of the rules, µs UTC
     */
    ImportSummary run(RejectListener listener, long now, long startedNanos) throws IOException {
        DuplicateIndex duplicates = new DuplicateIndex(1 << 16);
        int importId = Math.toIntExact(before.isNew() ? 1 : store.get().lastImportId() + 1);
        FrameBuilder frame = new FrameBuilder(importId);
        EntityIndex entities = before.entities().copy();
        RowRules general = rules.of(Mapping.identity(), now);
        RowGate gate =
                new RowGate(
                        general,
                        duplicates,
                        entities,
                        new CheckedLanding(
                                listener,
                                frame,
                                new StoredDays(store, before.frame(), duplicates)));
        try {
            bundle.read(ingest, mappings, mapping -> rules.of(mapping, now), gate, job);
            Retraction kept =
                    Retraction.of(
                            frame.build(),
                            duplicates.retracted(),
                            new RawRows(options::readOf),
                            job);
            kept.report(gate.counts(), listener);
            Frame whole =
                    Refilled.of(before.frame(), kept.frame(), entities, gate.arrivals()).whole();
            Judging judging =
                    new Judging(
                            before,
                            whole,
                            importId,
                            entities,
                            gate,
                            duplicates.retracted(),
                            rules.together(mappings.all()));
            judging.count(gate.counts());
            FlaggedRows flagged =
                    new FlaggedRows(general, whole, before.frame().rows(), judging, listener);
            if (listener != RejectListener.NONE && flagged.size() > 0) {
                bundle.read(ingest, mappings, mapping -> rules.of(mapping, now), flagged, job);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return ImportRecords.summary(0, bundle, mappings, gate.counts(), startedNanos);
    }
}
