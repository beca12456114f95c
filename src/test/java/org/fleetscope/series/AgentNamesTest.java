package org.fleetscope.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.fleetscope.analysis.FleetFixture;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.RunMetadata;
import org.junit.jupiter.api.Test;

final class AgentNamesTest {
    private static final RunMetadata VISION = new RunMetadata("l", "vision", 50, false);
    private static final RunMetadata CODER = new RunMetadata("l", "coder", 50, false);
    private static final RunMetadata UNTYPED = new RunMetadata("l", Frame.UNKNOWN, 50, true);

    @Test
    void hostNamesTheAgentWhenBothHaveOnlyEachOther() {
        Frame frame =
                new FleetFixture()
                        .run(1, 0, 1, 1, "alone", VISION)
                        .run(1, 1, 1, 1, "alone", VISION)
                        .run(2, 0, 1, 1, "shared", VISION)
                        .run(3, 0, 1, 1, "shared", CODER)
                        .run(4, 0, 1, 1, "here", CODER)
                        .run(4, 1, 1, 1, "there", CODER)
                        .run(5, 1, 1, 1, Frame.UNKNOWN, VISION)
                        .build();
        AgentNames names = AgentNames.of(frame);
        assertThat(names.name(FleetFixture.agentId(1))).isEqualTo("alone");
        assertThat(names.name(FleetFixture.agentId(3))).startsWith("coder-a000");
        assertThat(names.name(FleetFixture.agentId(4))).startsWith("coder-a000");
        assertThat(names.name(FleetFixture.agentId(5))).startsWith("vision-a000");
    }

    /** Ids a0000200…, a0000300… and a0000400… of one type differ in the sixth digit. */
    @Test
    void digitsGrowUntilTheyTellAgentsApart() {
        FleetFixture fleet = new FleetFixture();
        for (int agent = 2; agent <= 4; agent++) {
            fleet.run(agent, 0, 1, 1, "shared", VISION);
        }
        AgentNames names = AgentNames.of(fleet.run(5, 0, 1, 1, "shared", CODER).build());
        assertThat(names.name(FleetFixture.agentId(2))).isEqualTo("vision-a00002");
        assertThat(names.name(FleetFixture.agentId(4))).isEqualTo("vision-a00004");
        assertThat(names.name(FleetFixture.agentId(5))).isEqualTo("coder-a000");
    }

    @Test
    void withoutOneTypeItIsAnAgent() {
        Frame frame =
                new FleetFixture()
                        .run(1, 0, 1, 1, "shared", VISION)
                        .run(1, 1, 1, 1, "shared", CODER)
                        .run(200, 0, 1, 1, "shared", UNTYPED)
                        .build();
        AgentNames names = AgentNames.of(frame);
        assertThat(names.name(FleetFixture.agentId(1))).isEqualTo("agent-a0000");
        assertThat(names.name(FleetFixture.agentId(200))).isEqualTo("agent-a000c");
        assertThat(names.name(new UUID(0x1234_5678_9abc_def0L, 0))).isEqualTo("agent-12345678");
    }

    @Test
    void hostThatLooksLikeANameIsNotTakenTwice() {
        Frame frame =
                new FleetFixture()
                        .run(1, 0, 1, 1, "vision-a000", CODER)
                        .run(2, 0, 1, 1, "shared", VISION)
                        .run(3, 0, 1, 1, "shared", CODER)
                        .build();
        AgentNames names = AgentNames.of(frame);
        assertThat(names.name(FleetFixture.agentId(1))).isEqualTo("vision-a000");
        assertThat(names.name(FleetFixture.agentId(2))).isEqualTo("vision-a0000");
    }

    @Test
    void namesOfALargeFleetAreUnique() {
        Frame frame = FleetFixture.random(3000, 500, 8);
        AgentNames names = AgentNames.of(frame);
        Set<String> seen = new HashSet<>();
        frame.agents().values().forEach(id -> assertThat(seen.add(names.name(id))).isTrue());
    }
}
