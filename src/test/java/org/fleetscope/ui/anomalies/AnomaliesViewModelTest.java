package org.fleetscope.ui.anomalies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.SameThreadRunner;
import org.fleetscope.model.Finding;
import org.fleetscope.model.TimeRange;
import org.fleetscope.series.RunDetail;
import org.fleetscope.ui.fixture.FakeWorkspace;
import org.fleetscope.ui.session.Navigator;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.support.TimeText;
import org.fleetscope.workspace.ImportListener;
import org.fleetscope.workspace.ImportOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AnomaliesViewModelTest {
    /** Remembers where it was sent. */
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
    private final RunDetailModel detail = new RunDetailModel(session, runner, went);
    private final AnomaliesViewModel model = new AnomaliesViewModel(session, runner, detail);

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

    private List<Finding> rows() {
        return model.listed().get().latest().map(FindingList::rows).orElseThrow();
    }

    @Test
    void listsAllFindingsMostSevereFirst() {
        // Every 97th of 14 400 runs, from the first on.
        assertThat(rows()).hasSize(149);
        assertThat(rows())
                .isSortedAccordingTo(Comparator.comparingDouble(Finding::severity).reversed());
        assertThat(model.count().get()).isEqualTo("149 anomalies");
    }

    @Test
    void filtersBySeverityDetectorAndText() {
        model.minSeverity().set(75);
        assertThat(rows()).isNotEmpty().allMatch(finding -> finding.severity() >= 75);
        model.detector().set("robust");
        assertThat(rows()).isNotEmpty().allMatch(finding -> finding.detector().equals("robust"));
        model.clearFilter();
        model.text().set("NODE-1");
        assertThat(rows())
                .isNotEmpty()
                .allMatch(f -> String.valueOf(f.host()).startsWith("node-1"));
        model.text().set("no such agent");
        assertThat(rows()).isEmpty();
        assertThat(model.count().get()).isEqualTo("0 of 149 anomalies");
    }

    @Test
    void ordersByAColumn() {
        model.sort(FindingColumn.TIME, false);
        assertThat(rows()).isSortedAccordingTo(Comparator.comparingLong(Finding::recordedAt));
        model.sort(null, false);
        assertThat(rows().getFirst().severity()).isGreaterThan(rows().getLast().severity());
    }

    @Test
    void explainsARunAndReadsItsLine() {
        Finding worst = rows().getFirst();
        model.open(worst);
        RunDetail run = detail.detail().get().latest().orElseThrow();
        assertThat(run.runIndex()).isEqualTo(worst.runIndex());
        assertThat(detail.rawRow().get())
                .isInstanceOfSatisfying(
                        Load.Ready.class,
                        row ->
                                assertThat((String) row.value())
                                        .contains("t-" + (worst.runIndex() + 1)));
        detail.showOnTimeline(run);
        assertThat(went.agent).isEqualTo(worst.agentId());
        assertThat(Objects.requireNonNull(went.focus).contains(worst.recordedAt())).isTrue();
    }

    @Test
    void asksNothingWhileItIsNotShown() {
        model.setActive(false);
        session.scopes().change(scope -> scope.withTypes(java.util.Set.of("vision")));
        assertThat(model.listed().get()).isInstanceOf(Load.Loading.class);
        model.setActive(true);
        assertThat(rows()).isNotEmpty().allMatch(finding -> finding.agentType().equals("vision"));
        assertThat(Optional.of(rows().size()))
                .hasValueSatisfying(n -> assertThat(n).isLessThan(149));
    }
}
