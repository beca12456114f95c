package org.fleetscope.enrich;

import java.util.BitSet;
import java.util.List;

/** Whether a run is of one type; the types in scope together make the one-hot encoding. */
final class AgentTypeEncoded extends DeclaredFeature {
    static final String PREFIX = "agent_type_encoded.";

    private final String type;

    AgentTypeEncoded(String type) {
        super(
                PREFIX + type,
                "1 where target_agent_type is " + type + ", else 0",
                "0, 1",
                List.of("target_agent_type"));
        this.type = type;
    }

    @Override
    public FeatureColumn compute(EnrichInput input) {
        int rows = input.scope().rows();
        BitSet ones = new BitSet(rows);
        input.peers().forEachOfType(input.scope().types().find(type), ones::set);
        return new FeatureColumn.Indicators(rows, ones);
    }

    @Override
    public String why(int row, EnrichInput input) {
        return "target_agent_type " + input.scope().types().get(input.scope().type()[row]);
    }
}
