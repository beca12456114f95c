package org.fleetscope.sample;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Kinds of known faults that a synthetic fleet can have; the id is used on the command line and in
 * the fault list.
 */
public enum FaultKind {
    LATENCY_SPIKE("latency-spike", "one agent is several times slower for a short while"),
    SLOW_DRIFT("slow-drift", "one agent becomes slower steadily over many hours"),
    ACCURACY_DROP("accuracy-drop", "one agent answers less accurately for some hours"),
    BAD_HOST("bad-host", "all agents of one host are slower and use more CPU"),
    MEMORY_LEAK("memory-leak", "one agent's memory grows steadily until it is restarted"),
    THROUGHPUT_DIP("throughput-dip", "the whole fleet gets fewer runs for a while"),
    BAD_ROWS("bad-rows", "rows of the export break a rule of validation");

    private final String id;
    private final String description;

    FaultKind(String id, String description) {
        this.id = id;
        this.description = description;
    }

    public String id() {
        return id;
    }

    public String description() {
        return description;
    }

    /**
     * Reads {@code all}, {@code none} or ids separated by commas, in any case.
     *
     * @throws IllegalArgumentException for an unknown id; its message names the known ones
     */
    public static Set<FaultKind> parse(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        EnumSet<FaultKind> kinds = EnumSet.noneOf(FaultKind.class);
        switch (wanted) {
            case "all" -> kinds.addAll(EnumSet.allOf(FaultKind.class));
            case "none" -> {}
            default -> {
                for (String id : wanted.split(",", -1)) {
                    kinds.add(ofId(id.strip()));
                }
            }
        }
        return kinds;
    }

    private static FaultKind ofId(String id) {
        for (FaultKind kind : values()) {
            if (kind.id.equals(id)) {
                return kind;
            }
        }
        String known = Arrays.stream(values()).map(FaultKind::id).collect(Collectors.joining(", "));
        throw new IllegalArgumentException(
                "unknown fault '" + id + "': expected all, none, or a list of " + known);
    }
}
