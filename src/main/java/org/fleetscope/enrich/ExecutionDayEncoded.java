package org.fleetscope.enrich;

/** Day of the week on the circle of 7. */
final class ExecutionDayEncoded extends CyclicFeature {
    ExecutionDayEncoded(Part part) {
        super("execution_day_encoded", part, "(day − 1)/7", 1, 7);
    }

    @Override
    byte[] steps(LocalTimes times) {
        return times.days();
    }
}
