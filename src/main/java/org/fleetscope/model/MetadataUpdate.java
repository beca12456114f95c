package org.fleetscope.model;

/**
 * New layer, type and priority of a stored run.
 *
 * @param recordedAt µs UTC; with the task's id the key of the run
 * @param importId import that the run came with
 */
public record MetadataUpdate(
        long recordedAt, long taskHigh, long taskLow, int importId, RunMetadata metadata) {}
