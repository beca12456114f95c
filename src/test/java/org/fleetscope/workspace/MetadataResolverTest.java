package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fleetscope.model.Agent;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.KpiBatchBuilder;
import org.fleetscope.model.RunMetadata;
import org.fleetscope.model.Task;
import org.fleetscope.model.Times;
import org.junit.jupiter.api.Test;

class MetadataResolverTest {
    private static final UUID TASK = new UUID(1, 1);
    private static final UUID AGENT = new UUID(2, 2);

    private final EntityIndex entities = new EntityIndex();
    private final KpiBatchBuilder rows = new KpiBatchBuilder("runs.ndjson", null, 0, 4);

    @Test
    void rowThatSaysAllNeedsNobody() {
        int row = row();
        rows.layer[row] = rows.layerCode("layer2");
        rows.type[row] = rows.typeCode("planner");
        rows.priority[row] = 75;

        assertThat(resolve()).containsExactly(new RunMetadata("layer2", "planner", 75, false));
    }

    @Test
    void taskFillsWhatTheRowLeavesOut() {
        row();
        entities.add(batch(List.of(task("layer3", "coder", 25)), List.of()));

        assertThat(resolve()).containsExactly(new RunMetadata("layer3", "coder", 25, false));
    }

    @Test
    void rowGoesBeforeItsTask() {
        int row = row();
        rows.type[row] = rows.typeCode("planner");
        entities.add(batch(List.of(task("layer3", "coder", 25)), List.of()));

        assertThat(resolve()).containsExactly(new RunMetadata("layer3", "planner", 25, false));
    }

    @Test
    void agentGivesOnlyTheType() {
        row();
        entities.add(
                batch(List.of(), List.of(new Agent(AGENT, "vision", null, List.of(), null, -1))));

        assertThat(resolve()).containsExactly(new RunMetadata("unknown", "vision", 50, true));
    }

    @Test
    void nothingKnownGivesTheDefaultsAndANote() {
        row();

        assertThat(resolve()).containsExactly(new RunMetadata("unknown", "unknown", 50, true));
    }

    private int row() {
        int row = rows.addRow();
        rows.taskHi[row] = TASK.getMostSignificantBits();
        rows.taskLo[row] = TASK.getLeastSignificantBits();
        rows.flags[row] = KpiBatch.HAS_TASK | KpiBatch.HAS_AGENT;
        rows.agent[row] = rows.agentCode(AGENT);
        return row;
    }

    private RunMetadata[] resolve() {
        return new MetadataResolver(entities).resolve(rows.build(), new int[] {0});
    }

    private static Task task(String layer, String type, int priority) {
        return new Task(TASK, priority, null, 0, Times.MISSING, null, layer, type, Map.of());
    }

    private static EntityBatch batch(List<Task> tasks, List<Agent> agents) {
        return new EntityBatch(tasks, List.of(), agents, List.of());
    }
}
