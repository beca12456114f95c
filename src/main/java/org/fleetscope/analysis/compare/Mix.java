package org.fleetscope.analysis.compare;

/** Kind of task that runs are compared within. */
record Mix(String type, int priority) {}
