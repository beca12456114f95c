package org.fleetscope.quality;

import java.util.List;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleLimit;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.model.Times;

/** The list of rules that hold a run against its task, its agent and its result. */
final class RunRules {
    static final List<RunRule> ALL =
            List.of(
                    new ReferenceRule(
                            Rule.TASK_REFERENCE,
                            "task_id",
                            "a task",
                            Facts::hasTasks,
                            run -> run.frame().taskId(run.row()),
                            run -> run.task() != null),
                    new ReferenceRule(
                            Rule.AGENT_REFERENCE,
                            "agent_id",
                            "an agent",
                            Facts::hasAgents,
                            Run::agentId,
                            run -> run.facts().hasAgent(run.agentId())),
                    new TimeRule(
                            Rule.RECORDED_AFTER_CREATED,
                            run -> "recorded_at",
                            Run::recordedAt,
                            (run, settings) -> run.createdAt(),
                            false,
                            "created_at of the task"),
                    new TimeRule(
                            Rule.RECORDED_BEFORE_COMPLETED,
                            run -> "recorded_at",
                            Run::recordedAt,
                            RunRules::latestRecording,
                            true,
                            "completed_at of the result and the time allowed after it"),
                    new TimeRule(
                            Rule.DEADLINE_MET,
                            run ->
                                    run.completedAt() == Times.MISSING
                                            ? "recorded_at"
                                            : "completed_at",
                            run ->
                                    run.completedAt() == Times.MISSING
                                            ? run.recordedAt()
                                            : run.completedAt(),
                            (run, settings) -> run.deadline(),
                            true,
                            "deadline of the task"),
                    new QuotaRule(
                            Rule.QUOTA_MEMORY,
                            "memory_mb",
                            "memory used",
                            " MB",
                            Run::memoryMb,
                            "max_memory_mb",
                            (quota, run) -> quota.maxMemoryMb()),
                    new QuotaRule(
                            Rule.QUOTA_CPU,
                            "resource_usage.cpu_seconds",
                            "CPU time used",
                            " s",
                            Run::cpuSeconds,
                            "max_cpu_cores times the execution time",
                            (quota, run) -> quota.maxCpuCores() * run.seconds()),
                    new QuotaRule(
                            Rule.QUOTA_TIME,
                            "execution_time_ms",
                            "execution time",
                            " s",
                            Run::seconds,
                            "max_execution_time_secs",
                            (quota, run) -> quota.maxExecutionTimeSecs()),
                    new QuotaRule(
                            Rule.QUOTA_NETWORK,
                            "network_bytes",
                            "network traffic",
                            " Mbit/s",
                            Run::networkMbps,
                            "max_network_mbps",
                            (quota, run) -> quota.maxNetworkMbps()));

    private RunRules() {}

    private static long latestRecording(Run run, RuleSettings settings) {
        return run.completedAt() == Times.MISSING
                ? Times.MISSING
                : run.completedAt()
                        + Math.round(settings.limit(RuleLimit.MAX_AFTER_COMPLETION) * 1000);
    }
}
