package org.fleetscope.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.fleetscope.ui.support.Views;

/** Fonts, the base theme and our style sheets, light or dark. */
public final class Theme {
    // Every script's file carries the same font name, and the last one loaded wins: Latin only.
    private static final String INTER =
            "/META-INF/resources/_static/inter/5.2.5/files/inter-latin-%d-normal.woff";
    private static final List<Integer> WEIGHTS = List.of(400, 600);

    /** Component sheets over the tokens, in the order they apply. */
    static final List<String> SHEETS =
            List.of(
                    "base",
                    "controls",
                    "shell",
                    "screens",
                    "chart",
                    "timeline",
                    "quality",
                    "aggregations",
                    "sql");

    private Theme() {}

    /** Loads the typeface; once, before the first window. */
    public static void loadFonts() {
        for (int weight : WEIGHTS) {
            Font.loadFont(Views.url(INTER.formatted(weight)).toExternalForm(), 13);
        }
    }

    /** Puts the sheets of a theme on a scene. */
    public static void apply(Scene scene, boolean dark) {
        Application.setUserAgentStylesheet(
                dark
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        List<String> sheets = new ArrayList<>();
        sheets.add(sheet("tokens"));
        if (dark) {
            sheets.add(sheet("tokens-dark"));
        }
        SHEETS.forEach(name -> sheets.add(sheet(name)));
        scene.getStylesheets().setAll(sheets);
    }

    private static String sheet(String name) {
        return Views.url("/styles/" + name + ".css").toExternalForm();
    }
}
