package org.fleetscope.store;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.encoding.ByteArrayInput;
import com.datadoghq.sketch.ddsketch.store.Bin;
import com.datadoghq.sketch.ddsketch.store.UnboundedSizeDenseStore;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Iterator;
import org.h2.api.AggregateFunction;
import org.jspecify.annotations.Nullable;

/**
 * SQL aggregate {@code kpi.merged_quantile(latency_sketch, p)}: the quantile of type 7 of all
 * values behind the sketches of a group, within their relative error of 1 %; NULL without a value.
 * H2 makes an instance for each group.
 */
public final class MergedQuantile implements AggregateFunction {
    private @Nullable DDSketch merged;
    private double p;

    @Override
    public void init(Connection session) {}

    @Override
    public int getType(int[] inputTypes) throws SQLException {
        if (inputTypes.length != 2) {
            throw new SQLException(
                    "merged_quantile takes a sketch and a probability, as in"
                            + " merged_quantile(latency_sketch, 0.95)");
        }
        return Types.DOUBLE;
    }

    @Override
    public void add(Object value) throws SQLException {
        Object[] arguments = (Object[]) value;
        if (!(arguments[1] instanceof Number probability)
                || !(probability.doubleValue() >= 0 && probability.doubleValue() <= 1)) {
            throw new SQLException(
                    "merged_quantile takes a probability from 0 to 1, not " + arguments[1]);
        }
        p = probability.doubleValue();
        if (arguments[0] == null) {
            return;
        }
        if (!(arguments[0] instanceof byte[] sketch)) {
            throw new SQLException("merged_quantile takes a latency_sketch, not " + arguments[0]);
        }
        try {
            ByteArrayInput input = ByteArrayInput.wrap(sketch);
            if (merged == null) {
                merged = DDSketch.decode(input, UnboundedSizeDenseStore::new);
            } else {
                merged.decodeAndMergeWith(input);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new SQLException("merged_quantile was given bytes that are no sketch", e);
        }
    }

    @Override
    public @Nullable Object getResult() {
        return merged == null || merged.isEmpty() ? null : quantile(merged, p);
    }

    /** Interpolates linearly between the two order statistics that the rank lies between. */
    private static double quantile(DDSketch sketch, double p) {
        double rank = p * (sketch.getCount() - 1);
        double below = Math.floor(rank);
        double low = orderStatistic(sketch, below);
        return rank == below
                ? low
                : low + (rank - below) * (orderStatistic(sketch, below + 1) - low);
    }

    /** The value of a bin that holds the value of a rank, 0 being the least. */
    private static double orderStatistic(DDSketch sketch, double rank) {
        double seen = 0;
        Iterator<Bin> negative = sketch.getNegativeValueStore().getDescendingIterator();
        while (negative.hasNext()) {
            Bin bin = negative.next();
            seen += bin.getCount();
            if (seen > rank) {
                return -sketch.getIndexMapping().value(bin.getIndex());
            }
        }
        double positives = sketch.getPositiveValueStore().getTotalCount();
        if (rank < sketch.getCount() - positives) {
            return 0;
        }
        seen = sketch.getCount() - positives;
        Iterator<Bin> positive = sketch.getPositiveValueStore().getAscendingIterator();
        double value = 0;
        while (positive.hasNext() && seen <= rank) {
            Bin bin = positive.next();
            seen += bin.getCount();
            value = sketch.getIndexMapping().value(bin.getIndex());
        }
        return value;
    }
}
