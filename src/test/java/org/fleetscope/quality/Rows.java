package org.fleetscope.quality;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.ObjIntConsumer;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.KpiBatchBuilder;
import org.fleetscope.model.Profile;
import org.fleetscope.model.RuleLimits;
import org.fleetscope.model.Times;

/** Batches of good rows, each spoilt as a test says. */
final class Rows {
    static final long NOW = 1_780_000_000L * Times.SECOND;

    private Rows() {}

    @SafeVarargs
    static KpiBatch batch(ObjIntConsumer<KpiBatchBuilder>... spoil) {
        KpiBatchBuilder builder = new KpiBatchBuilder("runs.ndjson", null, 0, 4);
        for (ObjIntConsumer<KpiBatchBuilder> change : spoil) {
            change.accept(builder, good(builder));
        }
        return builder.build();
    }

    static int good(KpiBatchBuilder b) {
        int row = b.addRow();
        b.flags[row] =
                KpiBatch.HAS_TASK
                        | KpiBatch.HAS_AGENT
                        | KpiBatch.CONTEXT_OBJECT
                        | KpiBatch.CONTEXT_RESOURCES;
        b.taskLo[row] = row;
        b.agent[row] = b.agentCode(new UUID(1, 1));
        b.host[row] = b.hostCode("node-1");
        b.recordedAt[row] = NOW - Times.MINUTE;
        b.latencyMs[row] = 120;
        b.accuracy[row] = 0.9;
        b.cpuUsage[row] = 0.5;
        b.memoryMb[row] = 256;
        b.networkBytes[row] = 1000;
        b.lineIndex[row] = row;
        b.offset[row] = row * 100L;
        byte[] context =
                "{\"hostname\":\"node-1\",\"cpu_cores\":4}".getBytes(StandardCharsets.UTF_8);
        b.context(row, context, 0, context.length);
        return row;
    }

    static void flag(KpiBatchBuilder b, int row, int flag, boolean on) {
        b.flags[row] = on ? b.flags[row] | flag : b.flags[row] & ~flag;
    }

    static RowRules rules() {
        return new RowRules(RuleLimits.DEFAULTS, Profile.EXPORT, NOW);
    }

    static RowRules rulesWithout(String metric) {
        RuleLimits d = RuleLimits.DEFAULTS;
        RuleLimits limits =
                new RuleLimits(
                        d.maxLatencyMs(),
                        d.maxMemoryMb(),
                        d.maxFuture(),
                        d.maxAge(),
                        d.maxCustomKeyLength(),
                        d.maxCustomMagnitude(),
                        Set.of(metric),
                        Set.of());
        return new RowRules(limits, Profile.EXPORT, NOW);
    }

    /** Ids of the rules that the only row of a batch broke. */
    static List<String> broken(RowRules rules, ObjIntConsumer<KpiBatchBuilder> spoil) {
        return rules.check(batch(spoil)).violations(0).stream()
                .map(violation -> violation.ruleId())
                .toList();
    }

    /** The sentence about the only broken rule of the only row of a batch. */
    static String message(ObjIntConsumer<KpiBatchBuilder> spoil) {
        return rules().check(batch(spoil)).violations(0).getFirst().message();
    }
}
