package org.fleetscope.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Least severity, and margin where severities are equal, that a finding must have to count. */
record Cutoff(double severity, double margin) {
    static final Cutoff NONE = new Cutoff(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);

    private static final Comparator<Flag> WORST_FIRST =
            Comparator.comparingDouble(Flag::severity).thenComparingDouble(Flag::margin).reversed();

    boolean passes(Flag flag) {
        return flag.severity() > severity || flag.severity() == severity && flag.margin() >= margin;
    }

    /**
     * The lowest cutoff that keeps the alarms of sound fleets within a budget.
     *
     * @param fleets findings, all of them false, one list a fleet
     * @param most alarms allowed in all fleets together
     */
    static Cutoff within(List<List<Flag>> fleets, double most) {
        record Of(int fleet, Flag flag) {}
        List<Of> all = new ArrayList<>();
        List<Alarms> alarms = new ArrayList<>();
        for (int i = 0; i < fleets.size(); i++) {
            for (Flag flag : fleets.get(i)) {
                all.add(new Of(i, flag));
            }
            alarms.add(new Alarms());
        }
        all.sort(Comparator.comparing(Of::flag, WORST_FIRST));
        Cutoff cutoff = new Cutoff(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        long count = 0;
        for (int i = 0; i < all.size(); i++) {
            Of next = all.get(i);
            Alarms own = alarms.get(next.fleet());
            count -= own.count();
            own.add(next.flag().subject(), next.flag().at());
            count += own.count();
            boolean tied =
                    i + 1 < all.size()
                            && WORST_FIRST.compare(next.flag(), all.get(i + 1).flag()) == 0;
            if (!tied) {
                if (count > most) {
                    return cutoff;
                }
                cutoff = new Cutoff(next.flag().severity(), next.flag().margin());
            }
        }
        return NONE;
    }
}
