package org.fleetscope.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.fleetscope.frame.Dictionary;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.Times;

/**
 * What runs can be grouped by. A window of time is its start, as ISO-8601 text in UTC; an agent its
 * id in lower case; weekday is 1 (Monday) to 7 and hour_of_day 0 to 23, both in UTC.
 */
public enum Grouping {
    AGENT("agent", 0),
    MINUTE("minute", Times.MINUTE),
    FIVE_MINUTES("5min", 5 * Times.MINUTE),
    HOUR("hour", Times.HOUR),
    DAY("day", Times.DAY),
    TYPE("type", 0),
    HOST("host", 0),
    PRIORITY("priority", 0),
    LAYER("layer", 0),
    WEEKDAY("weekday", 0),
    HOUR_OF_DAY("hour_of_day", 0);

    private final String id;
    private final long window;

    Grouping(String id, long window) {
        this.id = id;
        this.window = window;
    }

    /** Name on the command line and in the header. */
    public String id() {
        return id;
    }

    /**
     * Reads names separated by commas.
     *
     * @throws IllegalArgumentException for an unknown name, one given twice, or none
     */
    public static List<Grouping> parse(String text) {
        List<Grouping> groupings = new ArrayList<>();
        for (String name : text.split(",", -1)) {
            Grouping grouping = byId(name.strip());
            if (groupings.contains(grouping)) {
                throw new IllegalArgumentException("runs can't be grouped twice by " + grouping.id);
            }
            groupings.add(grouping);
        }
        return List.copyOf(groupings);
    }

    private static Grouping byId(String id) {
        return Arrays.stream(values())
                .filter(g -> g.id.equals(id))
                .findFirst()
                .orElseThrow(() -> {
                    String known =
                            Arrays.stream(values())
                                    .map(g -> g.id)
                                    .collect(Collectors.joining(", "));
                    return new IllegalArgumentException(
                            "runs can't be grouped by \"" + id + "\", but by " + known);
                });
    }

    /** Codes of a frame's runs under this grouping, in the order of the values. */
    GroupCodes codes(Frame frame) {
        return switch (this) {
            case AGENT -> GroupCodes.ranked(frame.agents(), frame.agent());
            case TYPE -> GroupCodes.ranked(frame.types(), frame.type());
            case HOST -> GroupCodes.ranked(frame.hosts(), frame.host());
            case LAYER -> GroupCodes.ranked(frame.layers(), frame.layer());
            case PRIORITY -> priorities(frame);
            case MINUTE, FIVE_MINUTES, HOUR, DAY -> windows(frame);
            // 1970-01-01 was a Thursday, day 4.
            case WEEKDAY -> cyclic(frame, Times.DAY, 3, 7, 1);
            case HOUR_OF_DAY -> cyclic(frame, Times.HOUR, 0, 24, 0);
        };
    }

    private GroupCodes windows(Frame frame) {
        long first = Math.floorDiv(frame.extent().from(), window);
        long last = Math.floorDiv(Math.max(frame.extent().from(), frame.extent().to() - 1), window);
        int[] codes = new int[frame.rows()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = Math.toIntExact(Math.floorDiv(frame.recordedAt()[row], window) - first);
        }
        return new GroupCodes(
                codes,
                Math.toIntExact(last - first + 1),
                code -> Times.iso((first + code) * window));
    }

    private static GroupCodes cyclic(Frame frame, long length, long shift, int cycle, long base) {
        int[] codes = new int[frame.rows()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] =
                    (int)
                            Math.floorMod(
                                    Math.floorDiv(frame.recordedAt()[row], length) + shift,
                                    (long) cycle);
        }
        return new GroupCodes(codes, cycle, code -> base + code);
    }

    private static GroupCodes priorities(Frame frame) {
        Dictionary<Integer> levels = new Dictionary<>();
        Arrays.stream(frame.priority()).distinct().sorted().forEach(levels::codeOf);
        int[] codes = Arrays.stream(frame.priority()).map(levels::find).toArray();
        return new GroupCodes(codes, Math.max(1, levels.size()), code -> (long) levels.get(code));
    }
}
