package org.fleetscope.enrich;

import org.fleetscope.model.Unit;

/** A consumption c as med(c)/(med(c) + c): 0.5 for the median peer, 1 for nothing consumed. */
abstract class PeerEfficiency extends DoubleFeature {
    private final Quantity quantity;

    PeerEfficiency(String id, Quantity quantity, String definition, String... inputs) {
        super(id, "med(c)/(med(c) + c), c = " + definition, "0..1, 0.5 = median peer", inputs);
        this.quantity = quantity;
    }

    @Override
    public final Unit unit() {
        return Unit.FRACTION;
    }

    @Override
    final void fill(double[] to, EnrichInput input) {
        double[] values = input.values(quantity);
        double[] medians = input.mediansByType(quantity);
        int[] type = input.scope().type();
        for (int row = 0; row < to.length; row++) {
            double median = medians[type[row]];
            // 0/0 is NaN: missing when run and median consumed nothing.
            to[row] = median / (median + values[row]);
        }
    }

    @Override
    public final String why(int row, EnrichInput input) {
        return quantity.label()
                + " "
                + quantity.text(input.values(quantity)[row])
                + " of latency_ms "
                + Quantity.LATENCY.text(input.scope().latencyMs()[row])
                + ", peer median "
                + quantity.text(input.median(quantity, row))
                + "; peers: "
                + input.peers().describe(row);
    }
}
