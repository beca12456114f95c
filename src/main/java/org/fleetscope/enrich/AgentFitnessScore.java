package org.fleetscope.enrich;

import java.util.List;
import org.fleetscope.model.Unit;

/** How good the run's agent is, over all of its runs in scope. */
final class AgentFitnessScore extends DoubleFeature {
    AgentFitnessScore() {
        super(
                "agent_fitness_score",
                "100·(0.35·W + 0.25·A + 0.2·P + 0.1·S + 0.1·D) of the agent: W Wilson 95 % lower bound of the success rate"
                        + " (accuracy ≥ 0.5 where no result is loaded), A = (n·mean accuracy + 20·peer mean)/(n + 20), P share"
                        + " of peers' runs slower than the agent's median, S = 1/(1 + MAD/median of latency), D share of"
                        + " deadlines met",
                "0..100",
                "agent_id",
                "latency_ms",
                "accuracy",
                "success",
                "deadline");
    }

    @Override
    public Unit unit() {
        return Unit.SCORE;
    }

    @Override
    void fill(double[] to, EnrichInput input) {
        List<FitnessParts> parts = input.fitness();
        double[] scores = parts.stream().mapToDouble(FitnessParts::score).toArray();
        int[] agent = input.scope().agent();
        for (int row = 0; row < to.length; row++) {
            to[row] = scores[agent[row]];
        }
    }

    @Override
    public String why(int row, EnrichInput input) {
        int agent = input.scope().agent()[row];
        FitnessParts parts = input.fitness().get(agent);
        int runs = input.scope().agentStarts()[agent + 1] - input.scope().agentStarts()[agent];
        return parts.text()
                + "; over "
                + runs
                + " runs of the agent; peers: "
                + input.peers().size(parts.group())
                + (parts.group() == input.peers().everyone()
                        ? " runs, all in scope"
                        : " runs of type " + input.scope().types().get(parts.group()));
    }
}
