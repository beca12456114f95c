package org.fleetscope.workspace;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.FrameBuilder;
import org.fleetscope.ingest.FileMappings;
import org.fleetscope.ingest.Ingest;
import org.fleetscope.ingest.Mapping;
import org.fleetscope.ingest.MappingLibrary;
import org.fleetscope.ingest.RawRows;
import org.fleetscope.ingest.TailSettings;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.ReadOptions;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.fleetscope.model.Verdict;
import org.fleetscope.series.TableData;
import org.fleetscope.store.H2Store;
import org.fleetscope.store.Store;
import org.jspecify.annotations.Nullable;

/** A workspace in a folder of this machine: an H2 store, and its runs in memory. */
public final class LocalWorkspace implements Workspace {
    private static final long CHECK_MILLIS = 100;

    private final Path folder;
    private final boolean temporary;
    private final OpeningStore opening;
    private final Ingest ingest;
    private final InstantSource clock;
    private final MappingLibrary library;
    private final @Nullable StoreRepair repair;
    private final LocalDataQuality quality;
    private final ImportTurn importing;
    private final Following following = new Following();
    private final Quarantine quarantine;
    private final LocalVerdicts verdicts;
    private final ViewCache views = new ViewCache();
    private final Live live = new Live();
    private volatile Versioned state;

    /** A state and its number, replaced together. */
    private record Versioned(long version, WorkspaceState state) {}

    /** Changes of the state by others than imports, one at a time with these. */
    private final class States implements StateChanges {
        @Override
        public WorkspaceState now() {
            return state.state();
        }

        @Override
        public <T> T change(JobContext job, Change<T> change) throws IOException {
            if (repair != null) {
                repair.awaitAggregates();
            }
            try {
                while (!importing.tryLock(CHECK_MILLIS, TimeUnit.MILLISECONDS)) {
                    job.checkCancelled();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw (IOException)
                        new InterruptedIOException("interrupted while waiting for an import")
                                .initCause(e);
            }
            try {
                return change.from(state.state(), LocalWorkspace.this::publish);
            } finally {
                importing.unlock();
            }
        }
    }

    private LocalWorkspace(
            Path folder,
            boolean temporary,
            OpeningStore opening,
            Ingest ingest,
            InstantSource clock,
            WorkspaceState state,
            RuleSettings settings,
            List<Verdict> verdicts,
            @Nullable StoreRepair repair,
            ImportTurn importing) {
        this.folder = folder;
        this.temporary = temporary;
        this.opening = opening;
        this.ingest = ingest;
        this.clock = clock;
        this.library = MappingFolders.library(folder);
        this.quality = new LocalDataQuality(opening, clock, settings, () -> this.state.state());
        this.repair = repair;
        this.importing = importing;
        this.state = new Versioned(1, state);
        this.verdicts = new LocalVerdicts(opening, clock, verdicts, this::republish);
        this.quarantine = new LocalQuarantine(opening, clock, new States());
    }

    /**
     * Opens a workspace. The store of a new one is made once its first files are read and looked
     * at; should that fail, the first call that needs the store says so. Aggregates and indexes
     * that an earlier process left unmade are made in the background; queries wait for the
     * aggregates.
     *
     * @param folder null for a temporary one
     * @throws IOException as {@link WorkspaceOpener#open} says
     */
    public static LocalWorkspace open(@Nullable Path folder) throws IOException {
        boolean temporary = folder == null;
        Path place =
                folder == null ? Files.createTempDirectory("fleetscope-") : folder.toAbsolutePath();
        boolean fresh = !H2Store.exists(place);
        OpeningStore opening = OpeningStore.of(place);
        WorkspaceState state = fresh ? WorkspaceState.empty() : load(opening.get());
        ImportTurn importing = new ImportTurn();
        StoreRepair repair = fresh ? null : startRepair(opening.get(), state, importing);
        Ingest ingest = new Ingest(Runtime.getRuntime().availableProcessors());
        InstantSource clock = InstantSource.system();
        RuleSettings settings =
                fresh ? RuleSettings.DEFAULTS : LocalDataQuality.stored(opening.get());
        List<Verdict> verdicts = fresh ? List.of() : opening.get().verdicts().all();
        return new LocalWorkspace(
                place, temporary, opening, ingest, clock, state, settings, verdicts, repair,
                importing);
    }

    private static WorkspaceState load(Store store) throws IOException {
        try {
            FrameBuilder frame = new FrameBuilder();
            EntityIndex entities = new EntityIndex();
            store.readEntities(entities::add);
            store.read(TimeRange.ALL, frame::add, JobContext.NONE);
            Frame runs = frame.build();
            return new WorkspaceState(
                    runs, entities, store.info().quarantined(), StoredFlags.of(store, runs));
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static @Nullable StoreRepair startRepair(
            Store store, WorkspaceState state, ImportTurn importing) throws IOException {
        try {
            return StoreRepair.startWhenNeeded(store, state, importing);
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public boolean isTemporary() {
        return temporary;
    }

    @Override
    public ImportSummary importFiles(
            List<Path> files, ImportOptions options, ImportListener listener, JobContext job)
            throws IOException {
        Mapping named = mapping(options);
        Bundle found = Bundle.of(files, options, ingest);
        FileMappings mappings =
                FileMappings.of(found.files(), options.fileMappings(), named, library);
        Bundle bundle = found.without(mappings::isStranger);
        importing.lock();
        try {
            ImportJob.Context context =
                    new ImportJob.Context(opening, ingest, state.state(), this::publish);
            return new ImportJob(context, bundle, mappings, rules(options), options, listener, job)
                    .run(now());
        } finally {
            importing.unlock();
        }
    }

    @Override
    public FollowStatus follow(
            List<Path> paths, FollowOptions options, FollowListener listener, JobContext job)
            throws IOException {
        ImportOptions files = options.files();
        Mapping named = mapping(files);
        TailSettings reading =
                new TailSettings(
                        files.read(),
                        file -> FileMappings.of(List.of(file), named, library).of(file));
        return following.run(
                job,
                stoppable -> {
                    FollowJob.Context context =
                            new FollowJob.Context(
                                    opening,
                                    importing,
                                    () -> state.state(),
                                    this::publish,
                                    file ->
                                            importFiles(
                                                    List.of(file),
                                                    files,
                                                    ImportListener.NONE,
                                                    stoppable),
                                    following::isStopped,
                                    this::now);
                    return new FollowJob(
                                    context,
                                    paths,
                                    named,
                                    reading,
                                    rules(files),
                                    options,
                                    listener,
                                    stoppable)
                            .run();
                });
    }

    @Override
    public ImportSummary validate(
            List<Path> files, ImportOptions options, RejectListener rejects, JobContext job)
            throws IOException {
        long startedNanos = System.nanoTime();
        Mapping named = mapping(options);
        Bundle found = Bundle.of(files, options, ingest);
        FileMappings mappings =
                FileMappings.of(found.files(), options.fileMappings(), named, library);
        Bundle bundle = found.without(mappings::isStranger);
        return new Validation(
                        opening,
                        state.state(),
                        ingest,
                        bundle,
                        mappings,
                        rules(options),
                        options,
                        job)
                .run(rejects, now(), startedNanos);
    }

    @Override
    public FleetView view(Scope scope, AnalysisSettings settings, JobContext job) {
        return localView(scope, settings);
    }

    @Override
    public FleetView liveView(Scope scope, AnalysisSettings settings, JobContext job) {
        return new LiveFleetView(live, localView(scope, settings));
    }

    private LocalFleetView localView(Scope scope, AnalysisSettings settings) {
        Versioned now = state;
        return views.get(
                new ViewCache.Key(now.version(), scope, settings),
                () ->
                        new LocalFleetView(
                                now.version(), now.state(), scope, settings, verdicts.holding()));
    }

    @Override
    public long dataVersion() {
        return state.version();
    }

    @Override
    public DataQuality quality() {
        return quality;
    }

    @Override
    public WorkspaceInfo info() {
        return WorkspaceInfos.of(folder, opening);
    }

    @Override
    public String rawRow(RowOrigin origin, JobContext job) throws IOException {
        ReadOptions read = StoredReadOptions.of(origin.file(), opening.get(), job);
        return new RawRows(read).read(origin, job);
    }

    @Override
    public Quarantine quarantine() {
        return quarantine;
    }

    @Override
    public Verdicts verdicts() {
        return verdicts;
    }

    @Override
    public TableData query(String sql, int maxRows, JobContext job) throws IOException {
        SqlAnswer answer = sql().ask(sql, maxRows, job);
        return new TableData(answer.names(), answer.rows());
    }

    @Override
    public SqlConsole sql() {
        return new LocalSqlConsole(this::aggregated);
    }

    /** The store, once the aggregates that an earlier process left unmade are there. */
    private Store aggregated() throws IOException {
        if (repair != null) {
            repair.awaitAggregates();
        }
        return opening.get();
    }

    @Override
    public List<Path> report(
            Scope scope,
            AnalysisSettings settings,
            ReportOptions options,
            Path target,
            JobContext job)
            throws IOException {
        return Reports.write(
                view(scope, settings, job), opening.get(), options, now(), target, job);
    }

    @Override
    public void close() throws IOException {
        following.stop();
        if (temporary) {
            opening.discard();
            TemporaryFolder.delete(folder);
            return;
        }
        try (opening) {
            if (repair != null) {
                repair.close();
            }
        }
    }

    /** The same runs under other verdicts. */
    private synchronized void republish() {
        publish(state.state());
    }

    private synchronized void publish(WorkspaceState next) {
        state = new Versioned(state.version() + 1, next);
        views.clear();
    }

    private long now() {
        return Times.ofInstant(clock.instant());
    }

    private BundleRules rules(ImportOptions options) {
        return new BundleRules(quality.settings(), options.rules(), options.profile());
    }

    private static @Nullable Mapping mapping(ImportOptions options) throws IOException {
        Path file = options.mapping();
        String json = options.mappingJson();
        if (json != null) {
            return Mapping.parse(json, "The mapping");
        }
        return file == null ? null : Mapping.load(file);
    }
}
