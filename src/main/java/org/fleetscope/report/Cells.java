package org.fleetscope.report;

/** What the text formats agree on about a cell. */
final class Cells {
    private Cells() {}

    /**
     * True for a number without a value; neither JSON nor most readers of CSV have a spelling for
     * it.
     */
    static boolean isMissing(Object cell) {
        return cell instanceof Number number
                && (cell instanceof Double || cell instanceof Float)
                && !Double.isFinite(number.doubleValue());
    }
}
