package org.fleetscope.enrich;

import java.util.BitSet;

/** Whether a run is of one type; the types in scope together make the one-hot encoding. */
final class AgentTypeEncoded extends FlagFeature {
    static final String PREFIX = "agent_type_encoded.";

    private final String type;

    AgentTypeEncoded(String type) {
        super(
                PREFIX + type,
                "1 where target_agent_type is " + type + ", else 0",
                "0, 1",
                "target_agent_type");
        this.type = type;
    }

    @Override
    void fill(BitSet set, BitSet missing, EnrichInput input) {
        int code = input.scope().types().find(type);
        input.peers().forEachOfType(code, set::set);
    }

    @Override
    public String why(int row, EnrichInput input) {
        return "target_agent_type " + input.scope().types().get(input.scope().type()[row]);
    }
}
