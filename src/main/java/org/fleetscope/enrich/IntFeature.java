package org.fleetscope.enrich;

import java.util.List;

/** A feature of whole numbers or ordered labels. */
abstract class IntFeature extends DeclaredFeature {
    private final List<String> labels;

    IntFeature(String id, String formula, String range, List<String> inputs, List<String> labels) {
        super(id, formula, range, inputs);
        this.labels = List.copyOf(labels);
    }

    /** Writes a value for every row. */
    abstract void fill(int[] to, EnrichInput input);

    @Override
    public final FeatureColumn compute(EnrichInput input) {
        int[] values = new int[input.scope().rows()];
        fill(values, input);
        return new FeatureColumn.Ints(values, labels);
    }
}
