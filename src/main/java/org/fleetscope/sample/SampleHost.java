package org.fleetscope.sample;

/** A machine of a synthetic fleet. */
record SampleHost(String name, String region, int cores, int memoryMb) {}
