package org.fleetscope.cli;

import java.util.function.Supplier;

/**
 * Questions whose words come from the caller: an unknown one is the caller's mistake, not a
 * failure.
 */
final class Asked {
    private Asked() {}

    /**
     * @throws UsageException for a dimension, measure, detector or setting that is not known
     */
    static <T> T of(Supplier<T> question) {
        try {
            return question.get();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }
}
