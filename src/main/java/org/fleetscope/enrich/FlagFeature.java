package org.fleetscope.enrich;

import java.util.BitSet;
import java.util.List;
import org.fleetscope.model.Unit;

/** A yes-or-no feature: what such features declare alike. */
abstract class FlagFeature implements Feature {
    private final String id;
    private final String formula;
    private final String range;
    private final List<String> inputs;

    FlagFeature(String id, String formula, String range, String... inputs) {
        this.id = id;
        this.formula = formula;
        this.range = range;
        this.inputs = List.of(inputs);
    }

    /** Sets the rows with a yes and those without an answer. */
    abstract void fill(BitSet set, BitSet missing, EnrichInput input);

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String formula() {
        return formula;
    }

    @Override
    public final Unit unit() {
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
        int rows = input.scope().rows();
        BitSet set = new BitSet(rows);
        BitSet missing = new BitSet();
        fill(set, missing, input);
        return new FeatureColumn.Flags(rows, set, missing);
    }
}
