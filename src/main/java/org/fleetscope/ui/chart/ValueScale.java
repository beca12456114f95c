package org.fleetscope.ui.chart;

/**
 * Map of values to vertical pixels, linear or logarithmic; the low end is at the bottom.
 *
 * @param low value at the bottom; above 0 when logarithmic
 * @param high value at the top, above {@code low}
 */
record ValueScale(double low, double high, double top, double height, boolean log) {
    ValueScale {
        if (!(high > low) || (log && !(low > 0))) {
            throw new IllegalArgumentException(
                    "bad value scale: " + low + ".." + high + (log ? " log" : ""));
        }
    }

    /** NaN stays NaN; on a logarithmic scale what isn't above 0 lies at the bottom. */
    double toY(double value) {
        double share;
        if (log) {
            share = value <= low ? 0 : Math.log(value / low) / Math.log(high / low);
        } else {
            share = (value - low) / (high - low);
        }
        return top + height * (1 - share);
    }

    double toValue(double y) {
        double share = 1 - (y - top) / height;
        return log ? low * Math.pow(high / low, share) : low + share * (high - low);
    }
}
