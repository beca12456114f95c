package org.fleetscope.model;

/** What a broken rule does to its row: an error quarantines it, a warning keeps and flags it. */
public enum RuleSeverity {
    ERROR,
    WARNING
}
