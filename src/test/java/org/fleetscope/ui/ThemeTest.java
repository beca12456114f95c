package org.fleetscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.css.CssParser;
import org.fleetscope.ui.support.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The style sheets: every one parses, every colour asked for is there, and text reads on its
 * ground.
 */
final class ThemeTest {
    private static final Pattern DEFINED = Pattern.compile("(-fs-[a-z0-9-]+):");
    private static final Pattern USED = Pattern.compile(":[^;]*?(-fs-[a-z0-9-]+)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tokens",
                "tokens-dark",
                "base",
                "controls",
                "shell",
                "screens",
                "chart",
                "timeline"
            })
    void parses(String sheet) throws IOException {
        CssParser.errorsProperty().clear();
        assertThat(new CssParser().parse(Views.url("/styles/" + sheet + ".css")).getRules())
                .isNotEmpty();
        assertThat(CssParser.errorsProperty()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "controls", "shell", "screens", "chart", "timeline"})
    void asksForColoursThatAreThere(String sheet) throws IOException {
        Set<String> asked = names(USED, sheet);
        asked.removeIf(name -> name.startsWith("-fs-chart-"));
        assertThat(names(DEFINED, "tokens")).containsAll(asked);
    }

    @Test
    void darkThemeChangesOnlyWhatTheLightOneHas() throws IOException {
        assertThat(names(DEFINED, "tokens")).containsAll(names(DEFINED, "tokens-dark"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tokens", "tokens-dark"})
    void badgesReadOnTheirGround(String sheet) throws IOException {
        String css = text(sheet);
        for (String band : Set.of("low", "minor", "major", "critical")) {
            double text = luminance(css, "-fs-severity-" + band);
            double ground = luminance(css, "-fs-severity-" + band + "-bg");
            double contrast = (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
            assertThat(contrast).as(sheet + " " + band).isGreaterThanOrEqualTo(4.5);
        }
    }

    /** Relative luminance of a token's colour, as WCAG 2.2 defines it. */
    private static double luminance(String css, String token) {
        Matcher matcher = Pattern.compile(token + ": #([0-9a-f]{6});").matcher(css);
        assertThat(matcher.find()).as(token).isTrue();
        int rgb = Integer.parseInt(matcher.group(1), 16);
        return 0.2126 * linear(rgb >> 16)
                + 0.7152 * linear(rgb >> 8 & 255)
                + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static Set<String> names(Pattern pattern, String sheet) throws IOException {
        Set<String> names = new TreeSet<>();
        Matcher matcher = pattern.matcher(text(sheet));
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static String text(String sheet) throws IOException {
        try (var in = Views.url("/styles/" + sheet + ".css").openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
