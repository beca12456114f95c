package org.fleetscope.sample;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * How strong faults are against the usual ones of their kind: 1 as usual, 0 without effect, 2 twice
 * as strong. A factor of a metric is {@code 1 + (usual − 1)·strength}, a loss or rise is {@code
 * usual·strength}.
 */
public final class FaultStrengths {
    private static final double MOST = 100;

    private FaultStrengths() {}

    /**
     * Reads {@code all}, {@code none} or ids separated by commas, in any case; an id may be
     * followed by a colon and its own strength, as in {@code latency-spike:0.5}.
     *
     * @param usual strength of the faults without one of their own
     * @return the kinds named, each with its strength; bad rows always have 1
     * @throws IllegalArgumentException for an unknown id, or a strength that is no number or out of
     *     range; its message says what was expected
     */
    public static Map<FaultKind, Double> parse(String text, double usual) {
        Map<FaultKind, Double> strengths = new EnumMap<>(FaultKind.class);
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        switch (wanted) {
            case "all" -> {
                for (FaultKind kind : FaultKind.values()) {
                    strengths.put(kind, common(kind, usual));
                }
            }
            case "none" -> {}
            default -> {
                for (String part : wanted.split(",", -1)) {
                    add(strengths, part.strip(), usual);
                }
            }
        }
        return Collections.unmodifiableMap(strengths);
    }

    private static void add(Map<FaultKind, Double> strengths, String part, double usual) {
        int colon = part.indexOf(':');
        if (colon < 0) {
            FaultKind kind = FaultKind.ofId(part);
            strengths.put(kind, common(kind, usual));
            return;
        }
        FaultKind kind = FaultKind.ofId(part.substring(0, colon).strip());
        if (kind == FaultKind.BAD_ROWS) {
            throw new IllegalArgumentException(
                    "'" + part + "': bad-rows has no strength; leave out the colon");
        }
        strengths.put(kind, checked(kind, number(part, part.substring(colon + 1).strip())));
    }

    private static double number(String part, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + part + "': expected a number as strength, as in latency-spike:0.5", e);
        }
    }

    private static double common(FaultKind kind, double usual) {
        return kind == FaultKind.BAD_ROWS ? 1 : checked(kind, usual);
    }

    /** The strength, when it is one. */
    static double checked(FaultKind kind, double strength) {
        if (!(strength >= 0 && strength <= MOST)) {
            throw new IllegalArgumentException(
                    "strength of "
                            + kind.id()
                            + " is "
                            + strength
                            + ": expected 0 to 100, where 1 is as usual");
        }
        return strength;
    }

    /** A usual factor of a metric, at a strength. */
    static double factor(double usual, double strength) {
        return 1 + (usual - 1) * strength;
    }
}
