package org.fleetscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Properties;
import org.fleetscope.ui.session.UiSettings.WindowSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileSettingsTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void whatWasOpenedCanBeForgotten(@TempDir Path place) {
        FileSettings settings = new FileSettings(place.resolve("window.properties"));
        settings.addRecent(place.resolve("a.ndjson"));
        settings.clearRecent();
        assertThat(settings.recent()).isEmpty();
        assertThat(new FileSettings(place.resolve("window.properties")).recent()).isEmpty();
    }

    @Test
    void remembersFromOneStartToTheNext() {
        Path file = folder.resolve("deeper").resolve("window.properties");
        FileSettings settings = new FileSettings(file);
        settings.setDark(true);
        settings.setWindowSize(new WindowSize(1300, 820));
        settings.addRecent(folder.resolve("a.ndjson"));
        settings.addRecent(folder.resolve("b.ndjson"));
        settings.addRecent(folder.resolve("a.ndjson"));
        FileSettings again = new FileSettings(file);
        assertThat(again.dark()).isTrue();
        assertThat(again.windowSize()).isEqualTo(new WindowSize(1300, 820));
        assertThat(again.recent())
                .containsExactly(
                        folder.resolve("a.ndjson").toAbsolutePath(),
                        folder.resolve("b.ndjson").toAbsolutePath());
    }

    @Test
    void startsWithDefaultsWhenTheFileIsBroken() throws IOException {
        Path file = Files.writeString(folder.resolve("broken"), "dark=\\u00zz\nzone=Nowhere");
        FileSettings settings = new FileSettings(file);
        assertThat(settings.dark()).isFalse();
        assertThat(settings.zone()).isEqualTo(ZoneOffset.UTC);
        assertThat(settings.windowSize()).isEqualTo(new WindowSize(1440, 900));
    }

    @Test
    void knowsWhetherThereIsADisplay() {
        Properties linux = new Properties();
        linux.setProperty("os.name", "Linux");
        assertThat(Display.isThere(Map.of(), linux)).isFalse();
        assertThat(Display.isThere(Map.of("DISPLAY", ":0"), linux)).isTrue();
        assertThat(Display.isThere(Map.of("WAYLAND_DISPLAY", "wayland-0"), linux)).isTrue();
        Properties mac = new Properties();
        mac.setProperty("os.name", "Mac OS X");
        assertThat(Display.isThere(Map.of(), mac)).isTrue();
        assertThat(Display.missing()).contains("import, validate, enrich, aggregate, anomalies");
    }
}
