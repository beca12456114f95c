package org.fleetscope.ui.shell;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The screens, in the order of the navigation rail. A new one is listed here and loaded in {@link
 * Screens}.
 */
enum ScreenId {
    OVERVIEW("Overview", "mdi2v-view-dashboard-outline", true),
    AGENTS("Agents", "mdi2r-robot-outline", true),
    TIMELINE("Timeline", "mdi2c-chart-timeline-variant", true),
    ANOMALIES("Anomalies", "mdi2a-alert-circle-outline", true),
    AGGREGATIONS("Aggregations", "mdi2t-table-pivot", true),
    QUALITY("Data quality", "mdi2c-check-decagram-outline", false),
    COMPARE("Compare", "mdi2c-compare-horizontal", true),
    SQL("SQL", "mdi2d-database-search-outline", false);

    private static final int DIGITS = 9;

    private final String title;
    private final String icon;
    private final boolean ofRuns;

    ScreenId(String title, String icon, boolean ofRuns) {
        this.title = title;
        this.icon = icon;
        this.ofRuns = ofRuns;
    }

    /** The screen of a name; empty when there is none of it any more. */
    static Optional<ScreenId> of(String id) {
        return Arrays.stream(values()).filter(screen -> screen.id().equals(id)).findFirst();
    }

    /** Stable name, "overview" for instance. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return title;
    }

    /** Name of its icon. */
    String icon() {
        return icon;
    }

    /** True when it has nothing to show without a run in scope. */
    boolean ofRuns() {
        return ofRuns;
    }

    /** Id of the action that shows it. */
    String action() {
        return "view." + id();
    }

    /** Keys of that action: the number of its place; the first nine have one. */
    String keys() {
        return ordinal() < DIGITS ? "Shortcut+" + (ordinal() + 1) : "";
    }
}
