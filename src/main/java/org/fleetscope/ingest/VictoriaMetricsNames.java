package org.fleetscope.ingest;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Names of the values in an export without the prefix that they have in common. Of each name that
 * ends with that of a metric of a KPI report, as {@code kpi_latency_ms} does, the prefix is what
 * stands before it, up to an underscore, point or colon. Where all of these are the same, every
 * name loses it that has it, except those that the mapping takes something from.
 */
final class VictoriaMetricsNames implements UnaryOperator<String> {
    private final String prefix;
    private final Set<String> kept;

    private VictoriaMetricsNames(String prefix, Set<String> kept) {
        this.prefix = prefix;
        this.kept = Set.copyOf(kept);
    }

    /**
     * @param names all names in the file
     * @param kept names that stay as they are
     */
    static VictoriaMetricsNames of(Collection<String> names, Set<String> kept) {
        Set<String> prefixes = new HashSet<>();
        for (String name : names) {
            for (String metric : KpiFields.NUMBERS) {
                if (name.endsWith(metric) && isPrefix(name, name.length() - metric.length())) {
                    prefixes.add(name.substring(0, name.length() - metric.length()));
                }
            }
        }
        return new VictoriaMetricsNames(
                prefixes.size() == 1 ? prefixes.iterator().next() : "", kept);
    }

    private static boolean isPrefix(String name, int end) {
        return end == 0 || "_.:".indexOf(name.charAt(end - 1)) >= 0;
    }

    @Override
    public String apply(String name) {
        return name.startsWith(prefix) && name.length() > prefix.length() && !kept.contains(name)
                ? name.substring(prefix.length())
                : name;
    }
}
