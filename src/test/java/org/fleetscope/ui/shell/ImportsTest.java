package org.fleetscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fleetscope.job.SameThreadRunner;
import org.fleetscope.model.Profile;
import org.fleetscope.ui.fixture.FakeDialogs;
import org.fleetscope.ui.fixture.FakeWorkspace;
import org.fleetscope.ui.fixture.MemorySettings;
import org.fleetscope.ui.session.JobBoard;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.session.Snapshot;
import org.fleetscope.ui.session.ViewQuery;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.support.ManualRunner;
import org.fleetscope.ui.support.TimeText;
import org.fleetscope.workspace.ImportOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports, and the scope bar over what was imported, without a toolkit. */
final class ImportsTest {
    private static final Path DAY = Path.of("/exports/day.ndjson");

    private final JobBoard jobs = new JobBoard(new SameThreadRunner(), () -> 0);
    private final Session session = new Session(jobs, new TimeText(ZoneOffset.UTC));
    private final FakeDialogs dialogs = new FakeDialogs();
    private final MemorySettings settings = new MemorySettings();
    private final FakeWorkspace first = new FakeWorkspace();
    private final Imports imports =
            new Imports(
                    session,
                    jobs,
                    folder -> folder == null ? first : new FakeWorkspace(),
                    settings,
                    dialogs,
                    Runnable::run);
    private final MainModel main = new MainModel(session);
    private final ScopeBarModel bar = new ScopeBarModel(session);

    @Test
    void opensATemporaryWorkspaceForTheFirstImport() {
        assertThat(main.stage().get()).isEqualTo(MainModel.Stage.WELCOME);
        imports.open(List.of(DAY));
        assertThat(session.latest().map(Snapshot::runs)).isEqualTo(Optional.of(14_400L));
        assertThat(main.stage().get()).isEqualTo(MainModel.Stage.SCREEN);
        assertThat(Objects.requireNonNull(imports.summary().get()).rejected()).isEqualTo(12);
        assertThat(imports.running().get()).isFalse();
        assertThat(jobs.running()).isEmpty();
        assertThat(settings.recent()).containsExactly(DAY);
    }

    @Test
    void tellsOfAFailureAndKeepsWhatWasThere() {
        imports.open(List.of(DAY));
        imports.open(List.of(Path.of("broken")));
        assertThat(dialogs.failures())
                .containsExactly(
                        "The import failed, and nothing of it was stored: broken: line 3 is no JSON"
                                + " object");
        assertThat(session.latest().map(Snapshot::runs)).isEqualTo(Optional.of(14_400L));
        assertThat(imports.running().get()).isFalse();
    }

    @Test
    void closesTheWorkspaceBeforeAnother() {
        imports.open(List.of(DAY));
        imports.openWorkspace(Path.of("other"));
        assertThat(first.isClosed()).isTrue();
        assertThat(main.stage().get()).isEqualTo(MainModel.Stage.WELCOME);
    }

    @Test
    void narrowsTimeToWhatWasTyped() {
        imports.open(List.of(DAY));
        assertThat(bar.applyTime("2026-03-02 06:00", "")).isEmpty();
        // Steps 90 to 359 of 40 agents start at or after six o'clock.
        assertThat(session.latest().map(Snapshot::runs)).isEqualTo(Optional.of(270L * 40));
        assertThat(bar.applyTime("six", "")).startsWith("Start is not a time");
        assertThat(bar.applyTime("2026-03-02 06:00", "2026-03-02 05:00"))
                .isEqualTo("The range ends before it starts.");
        assertThat(bar.runs().get()).isEqualTo("10\u202f800 of 14\u202f400 runs");
    }

    @Test
    void saysWhenNothingMatches() {
        imports.open(List.of(DAY));
        bar.applyTime("2027-01-01", "");
        assertThat(main.stage().get()).isEqualTo(MainModel.Stage.NO_MATCH);
        session.scopes().undo();
        assertThat(main.stage().get()).isEqualTo(MainModel.Stage.SCREEN);
    }

    @Test
    void cancellingLeavesNothingAndSaysSo() {
        ManualRunner slow = new ManualRunner();
        JobBoard board = new JobBoard(slow, () -> 0);
        Session own = new Session(board, new TimeText(ZoneOffset.UTC));
        Imports cancelled =
                new Imports(own, board, folder -> first, settings, dialogs, Runnable::run);
        cancelled.open(List.of(DAY));
        slow.finishOldest();
        cancelled.cancel();
        assertThat(slow.isNewestCancelled()).isTrue();
        assertThat(board.running().getLast().text().get())
                .isEqualTo("Importing day.ndjson · stopping…");
        slow.stopNewest();
        assertThat(board.message().get()).isEqualTo("Import cancelled; nothing of it was stored");
        assertThat(cancelled.running().get()).isFalse();
        assertThat(cancelled.summary().get()).isNull();
        assertThat(settings.recent()).isEmpty();
        assertThat(dialogs.failures()).isEmpty();
    }

    @Test
    void opensAFolderThatHoldsAWorkspaceAsOne(@TempDir Path folder) throws IOException {
        Files.createFile(folder.resolve("fleetscope.mv.db"));
        imports.open(List.of(folder));
        assertThat(imports.hasImported().get()).isFalse();
        assertThat(jobs.message().get()).isEqualTo("Opened " + folder);
        assertThat(settings.recent()).containsExactly(folder);
    }

    @Test
    void asksBeforeATemporaryWorkspaceWithRunsIsDeleted() {
        imports.open(List.of(DAY));
        dialogs.setAgreeing(false);
        imports.openWorkspace(Path.of("other"));
        assertThat(dialogs.asked()).containsExactly("The temporary workspace will be deleted");
        assertThat(first.isClosed()).isFalse();
        assertThat(session.latest().map(Snapshot::runs)).isEqualTo(Optional.of(14_400L));
    }

    @Test
    void readsFilesOfOtherNamesThroughAMapping() {
        Path mapping = Path.of("vm.mapping.json");
        imports.importFiles(List.of(DAY), new ImportOptions(Profile.EXPORT, mapping));
        assertThat(first.imported().mapping()).isEqualTo(mapping);
        // Without its mapping the file can't be read again, so it is not offered again.
        assertThat(settings.recent()).isEmpty();
    }

    @Test
    void saysWhereTheReportIsAndOffersToShowIt() {
        imports.open(List.of(DAY));
        Path folder = Path.of("reports");
        FakeDialogs chooses = new FakeDialogs(folder);
        new Reports(session, jobs, chooses).export();
        assertThat(jobs.message().get()).isEqualTo("Report written: 1 file in reports");
        Objects.requireNonNull(jobs.offer().get()).run().run();
        assertThat(chooses.shownFolders()).containsExactly(folder);
        jobs.say("Something else");
        assertThat(jobs.offer().get()).isNull();
    }

    @Test
    void aSecondLookAtTheSameViewEndsToo() {
        ViewQuery<Long> query =
                new ViewQuery<>(session, jobs, "Counting", (view, job) -> view.runs());
        query.setActive(true);
        imports.open(List.of(DAY));
        session.refresh();
        assertThat(query.state().get()).isEqualTo(new Load.Ready<>(14_400L));
    }

    @Test
    void everyTimeFollowsTheZone() {
        imports.open(List.of(DAY));
        bar.applyTime("2026-03-02 06:00", "2026-03-02 07:00");
        assertThat(bar.time().get()).isEqualTo("2026-03-02 06:00:00 – 2026-03-02 07:00:00");
        session.times().zoneProperty().set(ZoneId.of("Asia/Kolkata"));
        // India is five and a half hours ahead of UTC.
        assertThat(bar.time().get()).isEqualTo("2026-03-02 11:30:00 – 2026-03-02 12:30:00");
    }
}
