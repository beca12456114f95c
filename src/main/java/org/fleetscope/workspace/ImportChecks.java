package org.fleetscope.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.fleetscope.ingest.Mapping;
import org.fleetscope.ingest.RowsAgain;
import org.fleetscope.ingest.RuleSettingsFile;
import org.fleetscope.model.Profile;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.quality.RowRules;
import org.fleetscope.store.QuarantineStore;
import org.fleetscope.store.QuarantineStore.FileReading;
import org.fleetscope.store.QuarantineStore.ImportReading;

/**
 * The readers and rules of imports that were made, each made again once. A rule about time looks at
 * the time when the import started, so that it says today what it said then. Not thread-safe.
 */
final class ImportChecks {
    private static final JsonMapper JSON = new JsonMapper();

    /** What the rows of one file of an import went by. */
    private record Settings(RowsAgain reader, RowRules rules) {}

    private record FileKey(long importId, String file) {}

    private final QuarantineStore store;
    private final Map<Long, ImportReading> imports = new HashMap<>();
    private final Map<FileKey, Settings> files = new HashMap<>();
    private final Map<Long, RuleSettings> together = new HashMap<>();

    ImportChecks(QuarantineStore store) {
        this.store = store;
    }

    RowRules rules(long importId, String file) throws IOException {
        return settings(importId, file).rules();
    }

    RowsAgain file(long importId, String file) throws IOException {
        return settings(importId, file).reader();
    }

    /** Settings of what an import judged of all its rows together. */
    RuleSettings together(long importId) throws IOException {
        RuleSettings known = together.get(importId);
        if (known == null) {
            JsonNode set = parsed(importId).path("rules");
            known =
                    set.isMissingNode()
                            ? RuleSettings.DEFAULTS
                            : RuleSettingsFile.parse(
                                    set.toString(), "the rule settings of import " + importId);
            together.put(importId, known);
        }
        return known;
    }

    private JsonNode parsed(long importId) throws IOException {
        try {
            return JSON.readTree(reading(importId).settings());
        } catch (JsonProcessingException e) {
            throw new IOException("the settings of import " + importId + " can't be read", e);
        }
    }

    private Settings settings(long importId, String file) throws IOException {
        FileKey key = new FileKey(importId, file);
        Settings known = files.get(key);
        if (known == null) {
            known = settings(importId, file, reading(importId));
            files.put(key, known);
        }
        return known;
    }

    private ImportReading reading(long importId) throws IOException {
        ImportReading known = imports.get(importId);
        if (known == null) {
            known = store.reading(importId);
            if (known == null) {
                throw new IOException("there is no import " + importId + " in this workspace");
            }
            imports.put(importId, known);
        }
        return known;
    }

    private static Settings settings(long importId, String file, ImportReading reading)
            throws IOException {
        FileReading how = reading.files().get(file);
        if (how == null) {
            throw new IOException("import " + importId + " did not read the file " + file);
        }
        try {
            JsonNode settings = JSON.readTree(reading.settings());
            JsonNode own = ofFile(settings, file);
            JsonNode json = own.path("mapping");
            Mapping mapping =
                    json.isEmpty()
                            ? Mapping.identity()
                            : Mapping.parse(json.toString(), "the mapping of import " + importId);
            Profile profile =
                    Profile.valueOf(
                            settings.path("profile").asText("export").toUpperCase(Locale.ROOT));
            JsonNode set = own.has("rules") ? own.get("rules") : settings.path("rules");
            RuleSettings rules =
                    set.isMissingNode()
                            ? mapping.settings()
                            : RuleSettingsFile.parse(
                                    set.toString(), "the rule settings of import " + importId);
            return new Settings(
                    RowsAgain.of(file, how.format(), how.reading(), mapping),
                    new RowRules(rules, mapping.limits(rules), profile, reading.startedAt()));
        } catch (JsonProcessingException e) {
            throw new IOException("the settings of import " + importId + " can't be read", e);
        }
    }

    /** What was said of the file's mapping; of all files in imports of earlier versions. */
    private static JsonNode ofFile(JsonNode settings, String file) {
        for (JsonNode entry : settings.path("mappings")) {
            for (JsonNode name : entry.path("files")) {
                if (name.asText().equals(file)) {
                    return entry;
                }
            }
        }
        return settings;
    }
}
