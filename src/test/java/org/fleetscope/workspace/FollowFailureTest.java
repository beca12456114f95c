package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.fleetscope.ingest.Mapping;
import org.fleetscope.ingest.TailSettings;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Profile;
import org.fleetscope.model.ReadOptions;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.store.FollowedImport;
import org.fleetscope.store.H2Store;
import org.fleetscope.store.Store;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that fails while rows are followed into it. */
class FollowFailureTest {
    @TempDir private Path folder;
    private final Random random = new Random(11);
    private final AtomicReference<WorkspaceState> state =
            new AtomicReference<>(WorkspaceState.empty());
    private final AtomicBoolean full = new AtomicBoolean();
    private final Semaphore landed = new Semaphore(0);
    private final Semaphore shown = new Semaphore(0);

    @Test
    void rowsAndEntitiesThatCouldNotBeStoredAreShownNoLonger() throws Exception {
        Path in = Files.createDirectories(folder.resolve("in"));
        append(in, "tasks.ndjson", task(1, "early"));
        append(in, "results.ndjson", result(1, true));
        append(in, "runs.ndjson", run(1));
        try (Store store = H2Store.open(folder.resolve("workspace"))) {
            CompletableFuture<FollowStatus> following =
                    CompletableFuture.supplyAsync(() -> follow(in, failing(store)));
            await(landed);
            awaitRows(1);
            full.set(true);
            append(in, "tasks.ndjson", task(1, "changed") + task(2, "late"));
            append(in, "results.ndjson", result(2, true));
            append(in, "runs.ndjson", run(2));
            awaitRows(2);

            assertThatThrownBy(() -> following.get(20, TimeUnit.SECONDS))
                    .hasMessageContaining("no space left");
            WorkspaceState now = state.get();
            assertThat(now.frame().rows()).isEqualTo(1);
            assertThat(now.entities().task(id(2))).isNull();
            assertThat(now.entities().task(id(1)))
                    .isNotNull()
                    .extracting(EntityIndex.Inherited::sourceLayer)
                    .isEqualTo("early");
            assertThat(now.entities().results()).containsOnlyKeys(id(1));
            assertThat(store.days()).hasSize(1);
        }
    }

    @Test
    void aJournalTakesBackOnlyWhatHasNotLanded() {
        EntityJournal journal = new EntityJournal();
        StringBuilder undone = new StringBuilder();
        journal.note(() -> undone.append('a'));
        long mark = journal.mark();
        journal.note(() -> undone.append('b'));
        journal.note(() -> undone.append('c'));
        journal.forget(mark);
        journal.undo();
        assertThat(undone).hasToString("cb");
    }

    private FollowStatus follow(Path in, Store store) {
        FollowOptions options = new FollowOptions(Profile.EXPORT, ImportOptions.DEFAULTS);
        FollowListener listener =
                new FollowListener() {
                    @Override
                    public void landed(FollowStatus status) {
                        landed.release();
                    }
                };
        FollowJob.Context context =
                new FollowJob.Context(
                        () -> store,
                        new ImportTurn(),
                        state::get,
                        next -> {
                            state.set(next);
                            shown.release();
                        },
                        file -> {
                            throw new IOException("no whole file was expected: " + file);
                        },
                        () -> false,
                        () -> ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
        try {
            return new FollowJob(
                            context,
                            List.of(in),
                            null,
                            new TailSettings(ReadOptions.DEFAULTS, file -> Mapping.identity()),
                            new BundleRules(
                                    RuleSettings.DEFAULTS, RuleSettings.DEFAULTS, Profile.EXPORT),
                            options,
                            listener,
                            JobContext.NONE)
                    .run();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Store failing(Store store) {
        return wrapped(
                Store.class,
                store,
                (method, result) ->
                        result instanceof FollowedImport to
                                ? wrapped(FollowedImport.class, to, (name, same) -> same)
                                : result);
    }

    private interface After {
        @Nullable Object then(String method, @Nullable Object result);
    }

    private <T> T wrapped(Class<T> type, T inner, After after) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, args) -> {
                            if (method.getName().equals("land") && full.get()) {
                                throw new IOException("no space left on the disk");
                            }
                            try {
                                return after.then(method.getName(), method.invoke(inner, args));
                            } catch (InvocationTargetException e) {
                                throw Objects.requireNonNull(e.getCause());
                            }
                        }));
    }

    private static void await(Semaphore event) throws InterruptedException {
        assertThat(event.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
    }

    private void awaitRows(int rows) throws InterruptedException {
        while (state.get().frame().rows() < rows) {
            await(shown);
        }
    }

    private static void append(Path in, String name, String text) throws IOException {
        Files.writeString(
                in.resolve(name), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static UUID id(int number) {
        return UUID.fromString("00000000-0000-4000-8000-%012d".formatted(number));
    }

    private String run(int number) {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        return RandomRow.good(random, number, now).json(random) + "\n";
    }

    private static String task(int number, String layer) {
        return ("{\"id\":\"%s\",\"priority\":\"High\",\"payload\":{\"q\":1},\"created_at\":"
                        + "\"2026-03-01T09:00:00Z\",\"deadline\":null,\"source_layer\":\"%s\","
                        + "\"target_agent_type\":\"planner\",\"metadata\":{}}\n")
                .formatted(id(number), layer);
    }

    private static String result(int number, boolean success) {
        return ("{\"task_id\":\"%s\",\"success\":%b,\"output\":{},\"execution_time_ms\":120,"
                        + "\"completed_at\":\"2026-03-01T10:00:00Z\"}\n")
                .formatted(id(number), success);
    }
}
