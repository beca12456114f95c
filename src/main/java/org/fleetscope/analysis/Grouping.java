package org.fleetscope.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What runs can be grouped by: a {@link Dimension}, or the values of a column. */
public sealed interface Grouping permits Dimension, Grouping.ValueBins {
    /** Values have up to 1e15 in them, and the number of a bin must be a whole one. */
    double NARROWEST = 1e-9;

    /** Name as given on the command line, and in the header. */
    String id();

    /**
     * Reads names separated by commas: those of dimensions, and {@code custom.NAME} or {@code
     * custom.NAME:WIDTH} for values of a custom metric (or of another column, by its own name).
     *
     * @throws IllegalArgumentException for a name that can't be read, one given twice, or none
     */
    static List<Grouping> parse(String text) {
        List<Grouping> groupings = new ArrayList<>();
        for (String name : text.split(",", -1)) {
            Grouping grouping = one(name.strip());
            if (groupings.contains(grouping)) {
                throw new IllegalArgumentException("runs can't be grouped twice by " + name);
            }
            groupings.add(grouping);
        }
        return List.copyOf(groupings);
    }

    private static Grouping one(String id) {
        for (Dimension dimension : Dimension.values()) {
            if (dimension.id().equals(id)) {
                return dimension;
            }
        }
        int colon = id.lastIndexOf(':');
        double width = colon > 0 ? width(id.substring(colon + 1)) : Double.NaN;
        if (width > 0) {
            return new ValueBins(id, id.substring(0, colon), width);
        }
        if (colon > 0 || id.isEmpty()) {
            throw new IllegalArgumentException(
                    "runs can't be grouped by \"" + id + "\": " + known());
        }
        return new ValueBins(id, id, 0);
    }

    private static double width(String text) {
        try {
            double width = Double.parseDouble(text);
            return Double.isFinite(width) && width >= NARROWEST ? width : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** What can be grouped by, as a clause. */
    static String known() {
        String dimensions =
                Arrays.stream(Dimension.values())
                        .map(Dimension::id)
                        .collect(Collectors.joining(", "));
        return "there are " + dimensions + ", and custom.NAME or custom.NAME:WIDTH";
    }

    /**
     * The values of a column, each by itself or in bins of equal width that a multiple of the width
     * begins and names; runs without a value are a group of their own, without a name.
     *
     * @param width of a bin, in the column's unit; 0 for every value by itself
     */
    record ValueBins(String id, String column, double width) implements Grouping {
        public ValueBins {
            if (!(width >= 0) || Double.isInfinite(width)) {
                throw new IllegalArgumentException("bins of width " + width);
            }
        }
    }
}
