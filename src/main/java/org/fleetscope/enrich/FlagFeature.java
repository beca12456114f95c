package org.fleetscope.enrich;

import java.util.BitSet;
import java.util.List;

/** A yes-or-no feature. */
abstract class FlagFeature extends DeclaredFeature {
    FlagFeature(String id, String formula, String range, String... inputs) {
        super(id, formula, range, List.of(inputs));
    }

    /** Sets the rows with a yes and those without an answer. */
    abstract void fill(BitSet set, BitSet missing, EnrichInput input);

    @Override
    public final FeatureColumn compute(EnrichInput input) {
        int rows = input.scope().rows();
        BitSet set = new BitSet(rows);
        BitSet missing = new BitSet();
        fill(set, missing, input);
        return new FeatureColumn.Flags(rows, set, missing);
    }
}
