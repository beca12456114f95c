package org.fleetscope.sample;

/** A bad line of the KPI file. */
record BadRow(long line, BadRowKind kind) {}
