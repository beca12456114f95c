package org.fleetscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.RunMetadata;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.junit.jupiter.api.Test;

final class FrameFilterTest {
    private static final RunMetadata A = new RunMetadata("layer-3", "vision", 50, false);
    private static final RunMetadata B = new RunMetadata("layer-4", "planner", 75, false);

    private final Frame frame =
            new FleetFixture()
                    .run(1, 0, 1, 1, "node-1", A)
                    .run(2, 1, 1, 1, "node-2", A)
                    .run(1, 2, 1, 1, "node-2", B)
                    .run(3, 3, 1, 1, "node-3", B)
                    .build();

    @Test
    void everyDimensionNarrows() {
        assertThat(rows(Scope.ALL)).containsExactly(0, 1, 2, 3);
        assertThat(rows(Scope.ALL.withTypes(Set.of("vision")))).containsExactly(0, 1);
        assertThat(rows(Scope.ALL.withAgents(Set.of(FleetFixture.agentId(1)))))
                .containsExactly(0, 2);
        assertThat(rows(Scope.ALL.withHosts(Set.of("node-2", "node-3")))).containsExactly(1, 2, 3);
        assertThat(rows(Scope.ALL.withPriorities(Set.of(75)))).containsExactly(2, 3);
        assertThat(rows(Scope.ALL.withLayers(Set.of("layer-3")))).containsExactly(0, 1);
        assertThat(
                        rows(
                                Scope.ALL.withTime(
                                        new TimeRange(
                                                FleetFixture.START + 1, FleetFixture.START + 3))))
                .containsExactly(1, 2);
        assertThat(rows(Scope.ALL.withHosts(Set.of("node-2")).withTypes(Set.of("planner"))))
                .containsExactly(2);
    }

    @Test
    void unknownValuesLetNothingThrough() {
        assertThat(rows(Scope.ALL.withHosts(Set.of("node-9")))).isEmpty();
        assertThat(rows(Scope.ALL.withAgents(Set.of(new UUID(0, 0))))).isEmpty();
        assertThat(FrameFilter.rows(FleetFixture.empty(), Scope.ALL)).isEmpty();
    }

    @Test
    void selectKeepsTheFrameWhenNothingFallsOut() {
        assertThat(FrameFilter.select(frame, Scope.ALL)).isSameAs(frame);
        assertThat(FrameFilter.select(frame, Scope.ALL.withPriorities(Set.of(50, 75))))
                .isSameAs(frame);
        assertThat(FrameFilter.select(frame, Scope.ALL.withPriorities(Set.of(75))).rows())
                .isEqualTo(2);
    }

    private int[] rows(Scope scope) {
        return FrameFilter.rows(frame, scope);
    }
}
