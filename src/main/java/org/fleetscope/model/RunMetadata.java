package org.fleetscope.model;

/**
 * What a run inherits when its row does not say it: from its task, from its agent for the type,
 * else {@link #UNKNOWN}, {@link #UNKNOWN}, 50.
 *
 * @param missing true when a default had to stand in (the row carries a metadata-missing note)
 */
public record RunMetadata(
        String sourceLayer, String targetAgentType, int priority, boolean missing) {
    public static final String UNKNOWN = "unknown";
}
