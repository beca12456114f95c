package org.fleetscope.enrich;

import java.util.List;
import org.fleetscope.model.Unit;

/** A feature of whole numbers or ordered labels: what such features declare alike. */
abstract class IntFeature implements Feature {
    private final String id;
    private final String formula;
    private final String range;
    private final List<String> inputs;
    private final List<String> labels;

    IntFeature(String id, String formula, String range, List<String> inputs, List<String> labels) {
        this.id = id;
        this.formula = formula;
        this.range = range;
        this.inputs = List.copyOf(inputs);
        this.labels = List.copyOf(labels);
    }

    /** Writes a value for every row. */
    abstract void fill(int[] to, EnrichInput input);

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String formula() {
        return formula;
    }

    @Override
    public Unit unit() {
        return Unit.NONE;
    }

    @Override
    public final String range() {
        return range;
    }

    @Override
    public final List<String> inputs() {
        return inputs;
    }

    @Override
    public final FeatureColumn compute(EnrichInput input) {
        int[] values = new int[input.scope().rows()];
        fill(values, input);
        return new FeatureColumn.Ints(values, labels);
    }
}
