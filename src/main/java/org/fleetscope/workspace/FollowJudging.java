package org.fleetscope.workspace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.FlagChanges;
import org.fleetscope.model.RowFlag;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.model.Times;
import org.fleetscope.quality.FlagIndex;
import org.fleetscope.quality.RunCheck;
import org.fleetscope.quality.RunFlags;
import org.fleetscope.quality.Touched;

/**
 * Holds followed runs against the rules that look beyond a row, as an import's are: all runs since
 * a state, each time anew, so that in the end they have the flags that one import of them gives.
 * Takes time linear in all runs. Not thread-safe.
 */
final class FollowJudging {
    /**
     * What was judged.
     *
     * @param changes since the last judging
     * @param broken rows that broke a rule that only warns, over all runs judged
     */
    record Judged(RunFlags flags, FlagChanges changes, Map<String, Long> broken) {}

    private final WorkspaceState start;
    private final boolean tasksBefore;
    private final boolean agentsBefore;
    private final RowGate gate;
    private final RuleSettings settings;
    private final Set<UUID> results = new HashSet<>();
    private int noted;
    private int judged;
    private int arrived;
    private RunFlags known = new RunFlags(new int[0], List.of());

    /**
     * @param start the state before the first of the runs
     * @param gate through which they come
     */
    FollowJudging(WorkspaceState start, RowGate gate, RuleSettings settings) {
        this.start = start;
        this.tasksBefore = start.entities().hasTasks();
        this.agentsBefore = start.entities().hasAgents();
        this.gate = gate;
        this.settings = settings;
        this.judged = start.frame().rows();
    }

    /** Whether runs or entities came since the last judging. */
    boolean isDue(Frame frame) {
        Arrivals arrivals = gate.arrivals();
        return frame.rows() > judged || gate.noted().size() > noted || arrivals.size() > arrived;
    }

    /**
     * Judges all runs so far.
     *
     * @param frame the runs of the state before, and behind them those that came
     */
    Judged judge(Frame frame, EntityIndex entities, int importId) {
        RunFlags before = start.flags();
        RunFlags last = known.bits().length == 0 ? before : known;
        RunCheck check =
                RunCheck.of(
                        new RunCheck.Input(
                                frame,
                                start.frame().rows(),
                                importId,
                                before,
                                index(),
                                entities,
                                touched(),
                                settings));
        List<RowFlag> raised = new ArrayList<>(gate.noted().subList(noted, gate.noted().size()));
        check.raised(last, raised::add);
        Judged result =
                new Judged(
                        check.flags(),
                        new FlagChanges(raised, lifted(check, last), check.groups()),
                        broken(check));
        known = check.flags();
        judged = frame.rows();
        noted = gate.noted().size();
        arrived = gate.arrivals().size();
        results.addAll(gate.arrivals().results());
        return result;
    }

    private FlagIndex index() {
        FlagIndex index = new FlagIndex();
        for (RowFlag flag : gate.noted()) {
            if (flag.recordedAt() != Times.MISSING) {
                index.add(
                        flag.recordedAt(),
                        flag.taskId().getMostSignificantBits(),
                        flag.taskId().getLeastSignificantBits(),
                        Rule.of(flag.violation().ruleId()).orElseThrow());
            }
        }
        return index;
    }

    private Touched touched() {
        Arrivals arrivals = gate.arrivals();
        Set<UUID> tasks = new HashSet<>(arrivals.tasks());
        tasks.addAll(arrivals.results());
        return new Touched(
                tasks,
                arrivals.agents(),
                !tasksBefore && !arrivals.tasks().isEmpty(),
                !agentsBefore && !arrivals.agents().isEmpty());
    }

    private List<FlagChanges.Lifted> lifted(RunCheck check, RunFlags last) {
        List<FlagChanges.Lifted> lifted = new ArrayList<>(check.lifted(last));
        // What an earlier result of the task was noted for does not hold of the one that came.
        for (UUID task : gate.arrivals().results()) {
            if (!results.contains(task)) {
                lifted.add(new FlagChanges.Lifted(Rule.ERROR_DETAILS, Times.MISSING, task));
            }
        }
        return lifted;
    }

    private Map<String, Long> broken(RunCheck check) {
        Map<String, Long> broken = new TreeMap<>();
        gate.noted().forEach(flag -> broken.merge(flag.violation().ruleId(), 1L, Long::sum));
        check.counts().forEach((rule, rows) -> broken.merge(rule.id(), rows, Long::sum));
        return broken;
    }
}
