package org.fleetscope.sample;

import java.io.IOException;
import java.util.List;

/**
 * Counts the runs of each agent and writes the agents at the end, in the shape that serde gives
 * them.
 */
final class AgentWriter implements RunListener {
    private final OutputFile out;
    private final List<SampleAgent> agents;
    private final long[] completed;
    private final long[] failed;
    private final double[] latencySum;

    AgentWriter(OutputFile out, List<SampleAgent> agents) {
        this.out = out;
        this.agents = agents;
        completed = new long[agents.size()];
        failed = new long[agents.size()];
        latencySum = new double[agents.size()];
    }

    @Override
    public void run(Run run) {
        (run.success ? completed : failed)[run.agentIndex]++;
        latencySum[run.agentIndex] += run.latencyMs;
    }

    @Override
    public void finished() throws IOException {
        JsonBuffer line = new JsonBuffer();
        for (int i = 0; i < agents.size(); i++) {
            line.clear();
            agent(i, line);
            out.line(line);
        }
    }

    private void agent(int index, JsonBuffer line) {
        SampleAgent agent = agents.get(index);
        long runs = completed[index] + failed[index];
        line.raw("{\"id\":\"").uuid(agent.id());
        line.raw("\",\"agent_type\":\"").raw(agent.type().name());
        line.raw("\",\"state\":\"").raw(runs == 0 ? "Idle" : "Running");
        line.raw("\",\"capabilities\":[\"").raw(String.join("\",\"", agent.type().capabilities()));
        line.raw("\"],\"stats\":{\"tasks_completed\":").number(completed[index]);
        line.raw(",\"tasks_failed\":").number(failed[index]);
        line.raw(",\"avg_latency_ms\":").decimal(runs == 0 ? 0 : latencySum[index] / runs, 3);
        // the header of an empty WebAssembly module stands for the binaries, which are not what is
        // shown here
        line.raw("},\"wasm_binary\":")
                .raw(agent.type().gpu() > 0 ? "null" : "[0,97,115,109,1,0,0,0]")
                .raw("}");
    }
}
