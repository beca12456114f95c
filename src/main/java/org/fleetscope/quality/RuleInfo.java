package org.fleetscope.quality;

import org.fleetscope.model.RuleSeverity;

/**
 * A rule as people read it.
 *
 * @param explanation one line: what holds for a good row
 */
public record RuleInfo(String id, RuleSeverity severity, String explanation) {}
