package org.fleetscope.sample;

import java.util.Arrays;
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
     * The kind with an id.
     *
     * @throws IllegalArgumentException for an unknown id; its message names the known ones
     */
    static FaultKind ofId(String id) {
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
