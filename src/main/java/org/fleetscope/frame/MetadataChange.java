package org.fleetscope.frame;

import org.fleetscope.model.RunMetadata;

/** New layer, type and priority of a row. */
public record MetadataChange(int row, RunMetadata metadata) {}
