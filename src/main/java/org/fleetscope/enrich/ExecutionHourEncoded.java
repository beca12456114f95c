package org.fleetscope.enrich;

/** Hour of the day on the circle of 24. */
final class ExecutionHourEncoded extends CyclicFeature {
    ExecutionHourEncoded(Part part) {
        super("execution_hour_encoded", part, "hour/24", 0, 24);
    }

    @Override
    byte[] steps(LocalTimes times) {
        return times.hours();
    }
}
