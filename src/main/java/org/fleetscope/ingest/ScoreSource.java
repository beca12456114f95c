package org.fleetscope.ingest;

/**
 * Where a row that is a score says what it is of, its name and its value.
 *
 * @param of id of the observation, else of the trace
 */
record ScoreSource(SourcePath of, SourcePath name, SourcePath value) {}
