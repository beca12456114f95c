package org.fleetscope.enrich;

import java.util.ArrayList;
import java.util.List;
import org.fleetscope.frame.Dictionary;
import org.fleetscope.model.Unit;

/** What kind of work an agent type does. */
final class AgentTypeCategory implements Feature {
    @Override
    public String id() {
        return "agent_type_category";
    }

    @Override
    public String formula() {
        return "first matching pattern of the category table for target_agent_type";
    }

    @Override
    public Unit unit() {
        return Unit.NONE;
    }

    @Override
    public String range() {
        return "text";
    }

    @Override
    public List<String> inputs() {
        return List.of("target_agent_type");
    }

    @Override
    public FeatureColumn compute(EnrichInput input) {
        Dictionary<String> types = input.scope().types();
        List<String> categories = new ArrayList<>();
        for (String type : types.values()) {
            categories.add(input.settings().categories().categoryOf(type));
        }
        // The codes of the types serve as they are: the dictionary has one category a type.
        return new FeatureColumn.Texts(input.scope().type(), categories);
    }

    @Override
    public String why(int row, EnrichInput input) {
        String type = input.scope().types().get(input.scope().type()[row]);
        for (CategoryTable.Entry entry : input.settings().categories().entries()) {
            if (entry.pattern().matcher(type).find()) {
                return "target_agent_type " + type + " matches " + entry.pattern();
            }
        }
        return "target_agent_type " + type + " matches no pattern";
    }
}
