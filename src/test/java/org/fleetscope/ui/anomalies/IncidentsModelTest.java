package org.fleetscope.ui.anomalies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.SameThreadRunner;
import org.fleetscope.model.Finding;
import org.fleetscope.model.Incident;
import org.fleetscope.model.Influencer;
import org.fleetscope.model.TimeRange;
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

final class IncidentsModelTest {
    private static final Navigator NOWHERE =
            new Navigator() {
                @Override
                public void openAgent(UUID opened, @Nullable TimeRange around) {}

                @Override
                public void openFinding(Finding finding) {}

                @Override
                public void openAnomalies() {}

                @Override
                public void openRejected(@Nullable Long importId) {}
            };

    private final SameThreadRunner runner = new SameThreadRunner();
    private final Session session = new Session(runner, new TimeText(ZoneOffset.UTC));
    private final RunDetailModel detail = new RunDetailModel(session, runner, NOWHERE);
    private final AnomaliesViewModel screen = new AnomaliesViewModel(session, runner, detail);
    private final IncidentsModel model = screen.incidents();

    @BeforeEach
    void open() throws Exception {
        FakeWorkspace workspace = new FakeWorkspace();
        workspace.importFiles(
                List.of(Path.of("day")),
                ImportOptions.DEFAULTS,
                ImportListener.NONE,
                JobContext.NONE);
        session.use(workspace);
        screen.setActive(true);
    }

    private List<Incident> rows() {
        return model.ranked().get().latest().orElseThrow().rows();
    }

    private IncidentDetail chosen() {
        return model.chosen().get().latest().orElseThrow();
    }

    @Test
    void asksForIncidentsOnlyWhenTheyAreShown() {
        assertThat(model.ranked().get().latest()).isEmpty();
        screen.asIncidents().set(true);
        long severe =
                screen.listed().get().latest().orElseThrow().rows().stream()
                        .filter(finding -> finding.severity() >= 50)
                        .count();
        assertThat(rows()).hasSize((int) severe).isNotEmpty();
        assertThat(model.count().get()).isEqualTo(severe + " incidents");
    }

    @Test
    void explainsTheChosenOneAndOpensARunOfIt() {
        screen.asIncidents().set(true);
        Incident worst = rows().getFirst();
        model.choose(worst);
        assertThat(chosen().incident()).isEqualTo(worst);
        assertThat(chosen().agreeing()).containsExactly("peer");
        assertThat(chosen().influencers()).hasSize(1);
        model.openRun(chosen().findings().getFirst());
        assertThat(model.runOpen().get()).isTrue();
        assertThat(detail.detail().get().latest().orElseThrow().runIndex())
                .isEqualTo(worst.worst().runIndex());
        model.backToIncident();
        assertThat(model.runOpen().get()).isFalse();
    }

    @Test
    void keepsTheChosenOneWhileItIsInScope() {
        screen.asIncidents().set(true);
        Incident worst = rows().getFirst();
        model.choose(worst);
        session.scopes().change(scope -> scope.withAgents(java.util.Set.copyOf(worst.agents())));
        assertThat(chosen().incident().id()).isEqualTo(worst.id());
        UUID other =
                session.latest().orElseThrow().agentNames().keySet().stream()
                        .filter(agent -> !worst.agents().contains(agent))
                        .findFirst()
                        .orElseThrow();
        session.scopes().change(scope -> scope.withAgents(java.util.Set.of(other)));
        assertThat(model.chosen().get()).isInstanceOf(Load.Idle.class);
    }

    @Test
    void aFindingOpenedFromElsewhereTurnsToTheFindings() {
        screen.asIncidents().set(true);
        screen.open(rows().getFirst().worst());
        assertThat(screen.asIncidents().get()).isFalse();
    }

    @Test
    void comesBackToTheIncidents() {
        screen.asIncidents().set(true);
        AnomaliesViewModel again = new AnomaliesViewModel(session, runner, detail);
        again.restore(screen.place());
        assertThat(again.asIncidents().get()).isTrue();
    }

    @Test
    void saysIncidentsInWords() {
        screen.asIncidents().set(true);
        Finding worst = rows().getFirst().worst();
        UUID a = new UUID(0, 1);
        UUID b = new UUID(0, 2);
        Incident two =
                new Incident(
                        "x",
                        88,
                        0,
                        605_000_000,
                        List.of(a, b),
                        List.of("node-17"),
                        List.of("vision"),
                        List.of("latency_ms"),
                        List.of("sigma", "robust", "peer"),
                        7,
                        worst);
        assertThat(IncidentText.subject(two, id -> "a" + id.getLeastSignificantBits()))
                .isEqualTo("2 agents on node-17");
        assertThat(IncidentText.members(two, id -> "a" + id.getLeastSignificantBits()))
                .isEqualTo("2 agents: a1, a2 · 1 host: node-17");
        assertThat(IncidentText.detectors(two)).isEqualTo("sigma, robust and peer");
        assertThat(IncidentText.findings(two)).isEqualTo("7 findings");
        assertThat(IncidentText.span(two, session.times())).endsWith(" · lasts 10 min 5 s");
        assertThat(
                        IncidentText.influence(
                                new Influencer("host", "node-17", 88, 22, 0.25), id -> "agent"))
                .startsWith("Without node-17 this is 22, not 88 (25");
        assertThat(
                        IncidentText.influence(
                                new Influencer("type", "vision", 88, 22, 0.25), id -> "agent"))
                .startsWith("Without type vision this is 22, not 88");
    }
}
