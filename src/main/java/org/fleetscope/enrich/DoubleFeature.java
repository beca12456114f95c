package org.fleetscope.enrich;

import java.util.List;

/** A feature of real values. */
abstract class DoubleFeature extends DeclaredFeature {
    DoubleFeature(String id, String formula, String range, String... inputs) {
        super(id, formula, range, List.of(inputs));
    }

    /** Writes a value for every row. */
    abstract void fill(double[] to, EnrichInput input);

    @Override
    public final FeatureColumn compute(EnrichInput input) {
        double[] values = new double[input.scope().rows()];
        fill(values, input);
        return new FeatureColumn.Doubles(values);
    }
}
