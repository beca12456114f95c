package org.fleetscope.enrich;

import java.util.Locale;

/** A place on a cycle as sine or cosine of its angle, so that the last is next to the first. */
abstract class CyclicFeature extends DoubleFeature {
    /** Which of the two coordinates. */
    enum Part {
        SIN,
        COS;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        double of(double angle) {
            return this == SIN ? Math.sin(angle) : Math.cos(angle);
        }
    }

    private final Part part;
    private final int first;
    private final int length;

    /**
     * A coordinate of a cycle.
     *
     * @param first number of the cycle's first step, which has the angle 0
     */
    CyclicFeature(String id, Part part, String angle, int first, int length) {
        super(id + "." + part.label(), part.label() + "(2π·" + angle + ")", "-1..1", "recorded_at");
        this.part = part;
        this.first = first;
        this.length = length;
    }

    /** Step of the cycle that each run is in. */
    abstract byte[] steps(LocalTimes times);

    @Override
    final void fill(double[] to, EnrichInput input) {
        double[] values = new double[length];
        for (int step = 0; step < length; step++) {
            values[step] = part.of(2 * Math.PI * step / length);
        }
        byte[] steps = steps(input.localTimes());
        for (int row = 0; row < to.length; row++) {
            to[row] = values[steps[row] - first];
        }
    }

    @Override
    public final String why(int row, EnrichInput input) {
        return HourOfDay.when(row, input) + ": " + steps(input.localTimes())[row];
    }
}
