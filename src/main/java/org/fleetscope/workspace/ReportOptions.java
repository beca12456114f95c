package org.fleetscope.workspace;

import java.util.Set;

/** What a report holds. Formats: html, csv. */
public record ReportOptions(String title, Set<String> formats) {
    public ReportOptions {
        formats = Set.copyOf(formats);
    }
}
