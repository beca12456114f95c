package org.fleetscope.model;

/**
 * Limits of a task. NaN stands for a limit that is not set.
 *
 * @param maxCpuCores cores
 * @param maxMemoryMb MB
 * @param maxExecutionTimeSecs s
 * @param maxNetworkMbps Mbit/s
 */
public record ResourceQuota(
        double maxCpuCores,
        double maxMemoryMb,
        double maxExecutionTimeSecs,
        double maxNetworkMbps) {}
