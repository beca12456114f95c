package org.fleetscope.enrich;

import java.util.List;
import org.fleetscope.model.Unit;

/** A feature of real values: what such features declare alike. */
abstract class DoubleFeature implements Feature {
    private final String id;
    private final String formula;
    private final String range;
    private final List<String> inputs;

    DoubleFeature(String id, String formula, String range, String... inputs) {
        this.id = id;
        this.formula = formula;
        this.range = range;
        this.inputs = List.of(inputs);
    }

    /** Writes a value for every row. */
    abstract void fill(double[] to, EnrichInput input);

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
        double[] values = new double[input.scope().rows()];
        fill(values, input);
        return new FeatureColumn.Doubles(values);
    }
}
