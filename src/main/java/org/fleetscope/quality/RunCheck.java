package org.fleetscope.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.FlagChanges;
import org.fleetscope.model.GroupFlag;
import org.fleetscope.model.RowFlag;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.model.RuleViolation;

/**
 * What the rules that look beyond a row say of the runs of an import, and again of earlier runs
 * whose task, agent or result this import brought. Statistical rules judge the import's runs only.
 * Immutable once made; making it takes time linear in all runs.
 */
public final class RunCheck {
    /** Rules of which a run's task or result decides. */
    private static final int OF_TASK =
            flags(
                    Rule.TASK_REFERENCE,
                    Rule.RECORDED_AFTER_CREATED,
                    Rule.RECORDED_BEFORE_COMPLETED,
                    Rule.DEADLINE_MET,
                    Rule.QUOTA_MEMORY,
                    Rule.QUOTA_CPU,
                    Rule.QUOTA_TIME,
                    Rule.QUOTA_NETWORK);

    /** Rules whose flags are made here, one a run. */
    private static final int SINGLE =
            OF_TASK | flags(Rule.AGENT_REFERENCE, Rule.ONE_KPI_PER_TASK, Rule.RESOURCE_CONSISTENCY);

    /**
     * What is judged.
     *
     * @param frame all runs, those of the import last
     * @param from first run of the import
     * @param earlier flags of the runs before it
     * @param noted flags that the import's rows got when they were read
     */
    public record Input(
            Frame frame,
            int from,
            int importId,
            RunFlags earlier,
            FlagIndex noted,
            Facts facts,
            Touched touched,
            RuleSettings settings) {}

    private final Input input;
    private final Frame frame;
    private final List<RunRule> rules;
    private final int on;
    private final int[] bits;
    private final List<GroupFlag> groups = new ArrayList<>();
    private final ResourceConsistency resources;

    private RunCheck(Input input) {
        this.input = input;
        this.frame = input.frame();
        RuleSettings settings = input.settings();
        this.rules = RunRules.ALL.stream().filter(rule -> settings.isOn(rule.rule())).toList();
        this.on =
                Arrays.stream(Rule.values())
                        .filter(settings::isOn)
                        .mapToInt(Rule::flag)
                        .reduce(0, (a, b) -> a | b);
        this.bits = Arrays.copyOf(input.earlier().bits(), frame.rows());
        this.resources =
                new ResourceConsistency(
                        frame,
                        isOn(Rule.RESOURCE_CONSISTENCY) ? input.from() : frame.rows(),
                        input.facts(),
                        settings);
    }

    public static RunCheck of(Input input) {
        RunCheck check = new RunCheck(input);
        check.judgeEarlier();
        check.judgeImport();
        check.judgeRepeats();
        check.judgeDistributions();
        return check;
    }

    private static int flags(Rule... rules) {
        return Arrays.stream(rules).mapToInt(Rule::flag).reduce(0, (a, b) -> a | b);
    }

    private boolean isOn(Rule rule) {
        return (on & rule.flag()) != 0;
    }

    private void judgeEarlier() {
        Touched touched = input.touched();
        if (touched.isNothing()) {
            return;
        }
        int every =
                (touched.firstTasks() ? Rule.TASK_REFERENCE.flag() : 0)
                        | (touched.firstAgents() ? Rule.AGENT_REFERENCE.flag() : 0);
        for (int row = 0; row < input.from(); row++) {
            UUID agent = frame.agents().get(frame.agent()[row]);
            int asked =
                    every
                            | (touched.tasks().contains(frame.taskId(row)) ? OF_TASK : 0)
                            | (touched.agents().contains(agent) ? Rule.AGENT_REFERENCE.flag() : 0);
            asked &= on;
            if ((frame.flags()[row] & Frame.METADATA_MISSING) == 0) {
                bits[row] &= ~Rule.METADATA_MISSING.flag();
            }
            if (asked != 0) {
                bits[row] = (bits[row] & ~asked) | judge(row, asked);
            }
        }
    }

    private void judgeImport() {
        Facts facts = input.facts();
        boolean known = facts.hasTasks() || facts.hasAgents() || facts.hasResults();
        boolean consistency = isOn(Rule.RESOURCE_CONSISTENCY);
        for (int row = input.from(); row < bits.length; row++) {
            if (known) {
                bits[row] |= judge(row, on);
            }
            if (consistency && resources.isBroken(row)) {
                bits[row] |= Rule.RESOURCE_CONSISTENCY.flag();
            }
        }
        if (isOn(Rule.METADATA_MISSING)) {
            RunFlags.markMissing(bits, frame, input.from());
        }
        input.noted().addTo(bits, frame, input.from());
    }

    private int judge(int row, int asked) {
        Run run = Run.of(frame, row, input.facts());
        int broken = 0;
        for (RunRule rule : rules) {
            int flag = rule.rule().flag();
            if ((asked & flag) != 0 && rule.isBroken(run, input.settings())) {
                broken |= flag;
            }
        }
        return broken;
    }

    private void judgeRepeats() {
        if (isOn(Rule.ONE_KPI_PER_TASK)) {
            BitSet repeated = TaskRepeats.of(frame, input.from());
            repeated.stream().forEach(row -> bits[row] |= Rule.ONE_KPI_PER_TASK.flag());
        }
    }

    private void judgeDistributions() {
        Distributions distributions = new Distributions(frame, input.from(), input.settings());
        mark(distributions.latency(), frame.type());
        mark(distributions.accuracy(), frame.agent());
    }

    private void mark(List<Distributions.Broken> broken, int[] codes) {
        Map<Integer, GroupFlag> byCode = new HashMap<>();
        for (Distributions.Broken group : broken) {
            byCode.put(group.code(), group.flag());
            groups.add(group.flag());
        }
        for (int row = input.from(); row < bits.length && !byCode.isEmpty(); row++) {
            GroupFlag flag = byCode.get(codes[row]);
            if (flag != null) {
                bits[row] |= flag.rule().flag();
            }
        }
    }

    /** Flags of all runs, earlier ones included. */
    public RunFlags flags() {
        List<RunFlags.OfImport> all = new ArrayList<>(input.earlier().groups());
        groups.forEach(flag -> all.add(new RunFlags.OfImport(input.importId(), flag)));
        return new RunFlags(bits, all);
    }

    /**
     * Runs of the import by the rule of this check that they broke; rules nobody broke are left
     * out.
     */
    public Map<Rule, Long> counts() {
        Map<Rule, Long> counts = new EnumMap<>(Rule.class);
        int counted =
                SINGLE
                        | flags(
                                Rule.METADATA_MISSING,
                                Rule.LATENCY_DISTRIBUTION,
                                Rule.ACCURACY_DISTRIBUTION);
        for (int row = input.from(); row < bits.length; row++) {
            for (int left = bits[row] & counted; left != 0; left &= left - 1) {
                counts.merge(Rule.values()[Integer.numberOfTrailingZeros(left)], 1L, Long::sum);
            }
        }
        return counts;
    }

    /** New flags of single runs, in the order of the runs. */
    public void raised(Consumer<RowFlag> to) {
        raised(input.earlier(), to);
    }

    /**
     * Flags of single runs that were not raised before, in the order of the runs.
     *
     * @param known flags of the first runs, those of this import included that were judged before
     */
    public void raised(RunFlags known, Consumer<RowFlag> to) {
        int[] before = known.bits();
        for (int row = 0; row < bits.length; row++) {
            int raised = bits[row] & SINGLE & (row < before.length ? ~before[row] : -1);
            for (RuleViolation violation : violations(row, raised)) {
                to.accept(flag(row, violation));
            }
        }
    }

    private RowFlag flag(int row, RuleViolation violation) {
        return new RowFlag(
                EntityKind.KPI_REPORT,
                frame.recordedAt()[row],
                frame.taskId(row),
                frame.agents().get(frame.agent()[row]),
                frame.origin(row),
                violation);
    }

    /**
     * As {@link #raised}, and a flag of its own for every run of a group: for runs that are not all
     * of their import, so that no flag of the group can speak for them.
     */
    public void raisedEach(Consumer<RowFlag> to) {
        raised(to);
        for (int row = input.from(); row < bits.length && !groups.isEmpty(); row++) {
            for (RuleViolation violation : ofGroups(row)) {
                to.accept(flag(row, violation));
            }
        }
    }

    /** Flags of earlier runs that hold no longer. */
    public List<FlagChanges.Lifted> lifted() {
        return lifted(input.earlier());
    }

    /** Flags known of the first runs that hold no longer. */
    public List<FlagChanges.Lifted> lifted(RunFlags known) {
        List<FlagChanges.Lifted> lifted = new ArrayList<>();
        int[] before = known.bits();
        for (int row = 0; row < before.length; row++) {
            for (int gone = before[row] & ~bits[row] & SINGLE; gone != 0; gone &= gone - 1) {
                lifted.add(
                        new FlagChanges.Lifted(
                                Rule.values()[Integer.numberOfTrailingZeros(gone)],
                                frame.recordedAt()[row],
                                frame.taskId(row)));
            }
        }
        return lifted;
    }

    /** New flags of groups of the import's runs. */
    public List<GroupFlag> groups() {
        return List.copyOf(groups);
    }

    /** What this check found of a run of the import, in the order of the rule list. */
    public List<RuleViolation> violations(int row) {
        List<RuleViolation> violations = new ArrayList<>();
        if ((bits[row] & Rule.METADATA_MISSING.flag()) != 0) {
            violations.add(MissingMetadata.describe(Run.of(frame, row, input.facts())));
        }
        violations.addAll(violations(row, bits[row] & SINGLE));
        violations.addAll(ofGroups(row));
        return violations;
    }

    private List<RuleViolation> ofGroups(int row) {
        List<RuleViolation> violations = new ArrayList<>();
        for (GroupFlag flag : groups) {
            if ((bits[row] & flag.rule().flag()) != 0 && concerns(flag, row)) {
                boolean latency = flag.rule() == Rule.LATENCY_DISTRIBUTION;
                violations.add(
                        new RuleViolation(
                                flag.rule().id(),
                                RuleSeverity.WARNING,
                                latency ? "latency_ms" : "accuracy",
                                null,
                                flag.message()));
            }
        }
        return violations;
    }

    private boolean concerns(GroupFlag flag, int row) {
        return flag.rule() == Rule.LATENCY_DISTRIBUTION
                ? frame.types().get(frame.type()[row]).equals(flag.subject())
                : frame.agents().get(frame.agent()[row]).toString().equals(flag.subject());
    }

    private List<RuleViolation> violations(int row, int flags) {
        List<RuleViolation> violations = new ArrayList<>();
        if (flags == 0) {
            return violations;
        }
        Run run = Run.of(frame, row, input.facts());
        for (RunRule rule : rules) {
            if ((flags & rule.rule().flag()) != 0) {
                violations.add(rule.describe(run, input.settings()));
            }
        }
        if ((flags & Rule.ONE_KPI_PER_TASK.flag()) != 0) {
            String task = frame.taskId(row).toString();
            violations.add(
                    new RuleViolation(
                            Rule.ONE_KPI_PER_TASK.id(),
                            RuleSeverity.WARNING,
                            "task_id",
                            task,
                            "task_id is "
                                    + task
                                    + " as in another KPI report with another recorded_at, expected one"
                                    + " report a task"));
        }
        if ((flags & Rule.RESOURCE_CONSISTENCY.flag()) != 0) {
            violations.add(resources.describe(row));
        }
        violations.sort(
                Comparator.comparing(violation -> Rule.of(violation.ruleId()).orElseThrow()));
        return violations;
    }
}
