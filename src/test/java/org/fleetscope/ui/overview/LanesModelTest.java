package org.fleetscope.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.SameThreadRunner;
import org.fleetscope.model.Finding;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.fleetscope.series.Lanes;
import org.fleetscope.ui.chart.LaneSelection;
import org.fleetscope.ui.fixture.FakeWorkspace;
import org.fleetscope.ui.session.Navigator;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.support.TimeText;
import org.fleetscope.workspace.ImportListener;
import org.fleetscope.workspace.ImportOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LanesModelTest {
    private static final class Went implements Navigator {
        private @Nullable UUID agent;
        private @Nullable TimeRange focus;

        @Override
        public void openAgent(UUID opened, @Nullable TimeRange around) {
            agent = opened;
            focus = around;
        }

        @Override
        public void openFinding(Finding finding) {}

        @Override
        public void openAnomalies() {}

        @Override
        public void openRejected(@Nullable Long importId) {}
    }

    private final SameThreadRunner runner = new SameThreadRunner();
    private final Session session = new Session(runner, new TimeText(ZoneOffset.UTC));
    private final Went went = new Went();
    private final LanesModel model = new LanesModel(session, runner, went);

    @BeforeEach
    void open() throws Exception {
        FakeWorkspace workspace = new FakeWorkspace();
        workspace.importFiles(
                List.of(Path.of("day")),
                ImportOptions.DEFAULTS,
                ImportListener.NONE,
                JobContext.NONE);
        session.use(workspace);
        model.setActive(true);
    }

    private Lanes lanes() {
        return model.state().get().latest().orElseThrow();
    }

    private Scope scope() {
        return session.scopes().get();
    }

    @Test
    void aLaneAnAgentAndHourlyCellsAtFirst() {
        assertThat(lanes().lanes()).hasSize(40);
        assertThat(lanes().buckets().length()).isEqualTo(Times.HOUR);
        assertThat(lanes().lanes().stream().mapToInt(Lanes.Lane::count).sum()).isEqualTo(149);
    }

    @Test
    void cellsFollowTheRoomInSteps() {
        model.fit(1150);
        // 1150 px have room for 48 cells of 24 px; of a day that is half an hour each.
        assertThat(lanes().buckets().length()).isEqualTo(30 * Times.MINUTE);
        Lanes same = lanes();
        model.fit(1160);
        assertThat(lanes()).isSameAs(same);
        model.fit(0);
        assertThat(lanes()).isSameAs(same);
    }

    @Test
    void aCellOpensTheAgentsTimelineThere() {
        model.open(lanes(), 2, 5);
        assertThat(went.agent).hasToString(lanes().lanes().get(2).key());
        assertThat(went.focus).isEqualTo(lanes().stretch(5));
        model.openLane(lanes(), 1);
        assertThat(went.agent).hasToString(lanes().lanes().get(1).key());
        assertThat(went.focus).isNull();
    }

    @Test
    void aTypesCellOpensTheAgentOfItsWorstFinding() {
        model.by().set(Lanes.By.TYPE);
        int bucket = 0;
        while (lanes().worst(0, bucket).isEmpty()) {
            bucket++;
        }
        model.open(lanes(), 0, bucket);
        assertThat(went.agent)
                .isEqualTo(lanes().worst(0, bucket).map(Finding::agentId).orElseThrow());
        model.openLane(lanes(), 0);
        assertThat(scope().types()).hasSize(1);
    }

    @Test
    void chosenCellsNarrowLanesAndTime() {
        Lanes all = lanes();
        model.narrow(all, new LaneSelection(1, 2, 3, 4));
        assertThat(scope().agents())
                .isEqualTo(
                        Set.of(
                                UUID.fromString(all.lanes().get(1).key()),
                                UUID.fromString(all.lanes().get(2).key())));
        assertThat(scope().time()).isEqualTo(all.stretch(3, 4));
        assertThat(lanes().lanes()).hasSizeLessThanOrEqualTo(2);
        model.by().set(Lanes.By.HOST);
        session.scopes().change(scope -> Scope.ALL);
        model.narrow(lanes(), new LaneSelection(0, 0, 0, 1));
        assertThat(scope().hosts()).containsExactly(lanes().lanes().getFirst().key());
        assertThat(scope().agents()).isEmpty();
    }
}
