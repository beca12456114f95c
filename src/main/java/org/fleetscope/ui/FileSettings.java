package org.fleetscope.ui;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.fleetscope.ui.session.UiSettings;
import org.fleetscope.workspace.MappingFolders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings in a properties file. A file that can't be read or written costs the settings, never the
 * start.
 */
public final class FileSettings implements UiSettings {
    private static final Logger LOG = LoggerFactory.getLogger(FileSettings.class);
    private static final String KEPT = "kept.";
    private static final int RECENT_KEPT = 10;
    private static final WindowSize FIRST_SIZE = new WindowSize(1440, 900);

    private final Path file;
    private final Properties values = new Properties();

    public FileSettings(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("settings {} can't be read, defaults are used", file, e);
            }
        }
    }

    /** Settings where the person's system keeps them. */
    static FileSettings ofPerson() {
        return new FileSettings(MappingFolders.ofPerson().resolveSibling("window.properties"));
    }

    @Override
    public boolean dark() {
        return Boolean.parseBoolean(values.getProperty("dark"));
    }

    @Override
    public void setDark(boolean dark) {
        set("dark", Boolean.toString(dark));
    }

    @Override
    public WindowSize windowSize() {
        try {
            return new WindowSize(
                    Double.parseDouble(values.getProperty("width", "")),
                    Double.parseDouble(values.getProperty("height", "")));
        } catch (NumberFormatException e) {
            return FIRST_SIZE;
        }
    }

    @Override
    public void setWindowSize(WindowSize size) {
        values.setProperty("width", Double.toString(size.width()));
        set("height", Double.toString(size.height()));
    }

    @Override
    public List<Path> recent() {
        return values.getProperty("recent", "").lines().map(Path::of).toList();
    }

    @Override
    public void addRecent(Path path) {
        Path absolute = path.toAbsolutePath();
        List<Path> paths = new ArrayList<>(recent());
        paths.remove(absolute);
        paths.addFirst(absolute);
        List<String> kept = paths.stream().limit(RECENT_KEPT).map(Path::toString).toList();
        set("recent", String.join("\n", kept));
    }

    @Override
    public void clearRecent() {
        set("recent", "");
    }

    @Override
    public Path mappings() {
        return file.resolveSibling("mappings");
    }

    @Override
    public ZoneId zone() {
        try {
            return ZoneId.of(values.getProperty("zone", "Z"));
        } catch (DateTimeException e) {
            LOG.warn("unknown zone in {}, UTC is used", file, e);
            return ZoneOffset.UTC;
        }
    }

    @Override
    public void setZone(ZoneId zone) {
        set("zone", zone.getId());
    }

    @Override
    public String kept(String name) {
        return values.getProperty(KEPT + name, "");
    }

    @Override
    public void keep(String name, String value) {
        if (value.equals(kept(name))) {
            return;
        }
        if (value.isEmpty()) {
            values.remove(KEPT + name);
        } else {
            values.setProperty(KEPT + name, value);
        }
        write();
    }

    private void set(String key, String value) {
        values.setProperty(key, value);
        write();
    }

    private void write() {
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (Writer writer = Files.newBufferedWriter(file)) {
                values.store(writer, "Fleetscope window");
            }
        } catch (IOException e) {
            LOG.warn("settings {} can't be written", file, e);
        }
    }
}
