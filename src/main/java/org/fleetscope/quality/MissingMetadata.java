package org.fleetscope.quality;

import java.util.ArrayList;
import java.util.List;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.model.RuleViolation;

/** Says which metadata of a run are defaults. */
final class MissingMetadata {
    private MissingMetadata() {}

    static RuleViolation describe(Run run) {
        Frame frame = run.frame();
        int flags = frame.flags()[run.row()];
        List<String> missing = new ArrayList<>();
        List<String> defaults = new ArrayList<>();
        if ((flags & Frame.OWN_LAYER) == 0
                && frame.layers().get(frame.layer()[run.row()]).equals(Frame.UNKNOWN)) {
            missing.add("source_layer");
            defaults.add(Frame.UNKNOWN);
        }
        if ((flags & Frame.OWN_TYPE) == 0
                && frame.types().get(frame.type()[run.row()]).equals(Frame.UNKNOWN)) {
            missing.add("target_agent_type");
            defaults.add(Frame.UNKNOWN);
        }
        if ((flags & Frame.OWN_PRIORITY) == 0 && run.task() == null) {
            missing.add("priority");
            defaults.add(Integer.toString(frame.priority()[run.row()]));
        }
        return new RuleViolation(
                Rule.METADATA_MISSING.id(),
                RuleSeverity.WARNING,
                missing.isEmpty() ? "" : missing.getFirst(),
                null,
                String.join(", ", missing)
                        + ": neither in the row nor known from its task or agent; "
                        + String.join(", ", defaults)
                        + " stand in");
    }
}
