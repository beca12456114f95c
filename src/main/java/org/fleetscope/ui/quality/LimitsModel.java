package org.fleetscope.ui.quality;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.fleetscope.job.JobRunner;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleLevel;
import org.fleetscope.model.RuleLimit;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.support.LatestJob;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.workspace.Workspace;

/**
 * Limits and severities of the rules as settings of the workspace; they count for the imports to
 * come. Lives on the UI thread.
 */
public final class LimitsModel {
    private final ReadOnlyObjectWrapper<RuleSettings> settings =
            new ReadOnlyObjectWrapper<>(RuleSettings.DEFAULTS);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final Map<RuleLimit, String> wrong = new LinkedHashMap<>();
    private final Session session;
    private final LatestJob saving;

    public LimitsModel(Session session, JobRunner runner) {
        this.session = session;
        this.saving = new LatestJob(runner);
    }

    public ReadOnlyObjectProperty<RuleSettings> settings() {
        return settings.getReadOnlyProperty();
    }

    /** What is wrong, or that all is stored. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /** Shows what is set in the workspace. */
    public void load() {
        Workspace open = session.workspace().get();
        if (open != null) {
            wrong.clear();
            settings.set(open.quality().settings());
            message.set("");
        }
    }

    /** Sets a limit by what was typed; stores it when it is one. */
    public void limit(RuleLimit limit, String typed) {
        try {
            double value = Double.parseDouble(typed.strip());
            if (limit.allows(value)) {
                wrong.remove(limit);
                store(settings.get().with(limit, value));
                return;
            }
        } catch (NumberFormatException e) {
            // Told below, together with a number out of range.
        }
        String most =
                limit.most() == Double.MAX_VALUE
                        ? ""
                        : " and at most " + Numbers.plain(limit.most());
        wrong.put(limit, limit.id() + " is \"" + typed + "\", expected a number above 0" + most);
        tell();
    }

    public void level(Rule rule, RuleLevel level) {
        store(settings.get().with(rule, level));
    }

    /** Back to the limits and severities that every workspace starts with. */
    public void reset() {
        wrong.clear();
        store(RuleSettings.DEFAULTS);
    }

    private void store(RuleSettings next) {
        Workspace open = session.workspace().get();
        if (open == null || next.equals(settings.get())) {
            tell();
            return;
        }
        settings.set(next);
        saving.start(
                "Storing limits and severities",
                job -> {
                    open.quality().settings(next);
                    return true;
                },
                done -> tell(),
                failure -> message.set(String.valueOf(failure.getMessage())));
    }

    private void tell() {
        message.set(
                wrong.isEmpty()
                        ? "Stored. They count for the imports to come."
                        : String.join(". ", wrong.values()));
    }
}
