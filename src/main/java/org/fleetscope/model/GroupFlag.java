package org.fleetscope.model;

/**
 * A rule about a distribution that all runs of an import and one agent type, or one agent, broke
 * together.
 *
 * @param subject the agent type, or the agent's id as text
 * @param runs runs of the import concerned
 * @param statistic the distance D, or the difference in standard errors
 * @param message one sentence: what was found, what was expected
 */
public record GroupFlag(Rule rule, String subject, long runs, double statistic, String message) {}
