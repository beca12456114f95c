package org.fleetscope.analysis.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.model.Verdict;
import org.fleetscope.model.VerdictEffect;
import org.fleetscope.model.VerdictEffect.Retune;
import org.jspecify.annotations.Nullable;

/**
 * Findings under verdicts. Of the verdicts that cover a finding the latest counts. No score ever
 * changes: what a verdict suppresses, or what its threshold no longer finds, is marked; what that
 * threshold finds in addition comes in beside the others with the score it has by it. Immutable.
 */
public final class JudgedFindings {
    private final FindingSet all;
    private final List<Verdict> verdicts;
    private final int[] latest;
    private final BitSet suppressed;
    private final BitSet added;

    private JudgedFindings(
            FindingSet all, List<Verdict> verdicts, int[] latest, BitSet suppressed, BitSet added) {
        this.all = all;
        this.verdicts = verdicts;
        this.latest = latest;
        this.suppressed = suppressed;
        this.added = added;
    }

    /** Identity of a finding in any set over the same frame. */
    private record Key(int run, String metric, String detector) {}

    /**
     * O(verdicts × findings).
     *
     * @param made findings as the settings have them, most severe first
     * @param verdicts those that hold, in the order they were made
     * @param again all findings of the verdict's detector under its threshold
     */
    public static JudgedFindings of(
            FindingSet made, List<Verdict> verdicts, Function<Verdict, FindingSet> again) {
        Map<Integer, FindingSet> tuned = new HashMap<>();
        Set<String> detectors = new HashSet<>();
        for (int v = 0; v < verdicts.size(); v++) {
            if (verdicts.get(v).draft().effect() instanceof Retune) {
                tuned.put(v, again.apply(verdicts.get(v)));
                detectors.addAll(verdicts.get(v).draft().pattern().detectors());
            }
        }
        Set<Key> before = keys(made, detectors);
        FindingSet all = withAdded(made, before, verdicts, tuned);
        int[] latest = latest(all, verdicts);
        Map<Integer, Set<Key>> found = new HashMap<>();
        tuned.forEach((v, set) -> found.put(v, keys(set, detectors)));
        BitSet suppressed = new BitSet();
        BitSet added = new BitSet();
        for (int i = 0; i < latest.length; i++) {
            if (detectors.contains(all.detector(i)) && !before.contains(key(all, i))) {
                added.set(i);
            }
            if (latest[i] >= 0 && isSuppressed(all, i, verdicts, latest[i], found)) {
                suppressed.set(i);
            }
        }
        return new JudgedFindings(all, List.copyOf(verdicts), latest, suppressed, added);
    }

    private static boolean isSuppressed(
            FindingSet all,
            int finding,
            List<Verdict> verdicts,
            int verdict,
            Map<Integer, Set<Key>> found) {
        return switch (verdicts.get(verdict).draft().effect()) {
            case VerdictEffect.None _ -> false;
            case VerdictEffect.Suppress _ -> true;
            case Retune _ -> !found.getOrDefault(verdict, Set.of()).contains(key(all, finding));
        };
    }

    private static FindingSet withAdded(
            FindingSet made,
            Set<Key> before,
            List<Verdict> verdicts,
            Map<Integer, FindingSet> tuned) {
        List<FindingSet> sets = new ArrayList<>(List.of(made));
        tuned.forEach((v, set) -> {
            int[] latest = latest(set, verdicts);
            int[] fresh =
                    IntStream.range(0, set.size())
                            .filter(i -> latest[i] == v && !before.contains(key(set, i)))
                            .toArray();
            if (fresh.length > 0) {
                sets.add(set.select(fresh));
            }
        });
        return sets.size() == 1 ? made : FindingSet.mostSevereFirst(sets);
    }

    private static int[] latest(FindingSet findings, List<Verdict> verdicts) {
        int[] latest = new int[findings.size()];
        Arrays.fill(latest, -1);
        for (int v = 0; v < verdicts.size(); v++) {
            PatternMatch match = new PatternMatch(verdicts.get(v).draft().pattern(), findings);
            for (int i = 0; i < latest.length; i++) {
                latest[i] = match.covers(i) ? v : latest[i];
            }
        }
        return latest;
    }

    private static Set<Key> keys(FindingSet findings, Set<String> detectors) {
        Set<Key> keys = new HashSet<>();
        for (int i = 0; i < findings.size() && !detectors.isEmpty(); i++) {
            if (detectors.contains(findings.detector(i))) {
                keys.add(key(findings, i));
            }
        }
        return keys;
    }

    private static Key key(FindingSet findings, int i) {
        return new Key(findings.run(i), findings.metric(i), findings.detector(i));
    }

    /** All findings, most severe first, those suppressed and those added too. */
    public FindingSet all() {
        return all;
    }

    /** Those that are not suppressed. */
    public FindingSet kept() {
        return suppressed.isEmpty()
                ? all
                : all.select(
                        IntStream.range(0, all.size()).filter(i -> !isSuppressed(i)).toArray());
    }

    public boolean isSuppressed(int finding) {
        return suppressed.get(finding);
    }

    /** True when it was found by the threshold of a verdict only. */
    public boolean isAdded(int finding) {
        return added.get(finding);
    }

    /** The latest verdict that covers a finding; null when none does. */
    public @Nullable Verdict verdict(int finding) {
        return latest[finding] < 0 ? null : verdicts.get(latest[finding]);
    }
}
