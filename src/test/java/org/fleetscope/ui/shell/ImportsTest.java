package org.fleetscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fleetscope.job.SameThreadRunner;
import org.fleetscope.ui.fixture.FakeDialogs;
import org.fleetscope.ui.fixture.FakeWorkspace;
import org.fleetscope.ui.fixture.MemorySettings;
import org.fleetscope.ui.session.JobBoard;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.session.Snapshot;
import org.fleetscope.ui.support.TimeText;
import org.junit.jupiter.api.Test;

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
}
