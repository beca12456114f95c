package org.fleetscope.analysis.incident;

import java.util.Locale;
import org.fleetscope.frame.Frame;

/** Dimensions of a run, narrowest first. */
enum Dimension {
    AGENT,
    HOST,
    TYPE,
    LAYER,
    PRIORITY;

    /** Name in texts and exports. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Code of a row's value, which differs for differing values. */
    int code(Frame frame, int row) {
        return switch (this) {
            case AGENT -> frame.agent()[row];
            case HOST -> frame.host()[row];
            case TYPE -> frame.type()[row];
            case LAYER -> frame.layer()[row];
            case PRIORITY -> frame.priority()[row];
        };
    }

    String value(Frame frame, int code) {
        return switch (this) {
            case AGENT -> frame.agents().get(code).toString();
            case HOST -> frame.hosts().get(code);
            case TYPE -> frame.types().get(code);
            case LAYER -> frame.layers().get(code);
            case PRIORITY -> Integer.toString(code);
        };
    }
}
