package org.fleetscope.ui;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Whether this session has a screen a window can open on. */
public final class Display {
    private Display() {}

    /**
     * False on a Unix session without X or Wayland; elsewhere, and when JavaFX was told its
     * platform, a screen is taken for granted.
     *
     * @param environment as {@link System#getenv()}
     * @param properties as {@link System#getProperties()}
     */
    public static boolean isThere(Map<String, String> environment, Properties properties) {
        String system = properties.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.contains("win")
                || system.contains("mac")
                || properties
                        .getProperty("glass.platform", "")
                        .toLowerCase(Locale.ROOT)
                        .contains("headless")
                || !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    }

    /** What a person without a screen is told, in one sentence. */
    public static String missing() {
        return "Fleetscope found no display to open its window on; the commands import, validate, enrich,"
                + " aggregate, anomalies, report, query, info and doctor need none.";
    }
}
