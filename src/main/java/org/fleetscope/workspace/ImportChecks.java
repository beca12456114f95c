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

    /** What one import went by. */
    private record Settings(ImportReading reading, Mapping mapping, RowRules rules) {}

    private record FileKey(long importId, String file) {}

    private final QuarantineStore store;
    private final Map<Long, Settings> imports = new HashMap<>();
    private final Map<FileKey, RowsAgain> files = new HashMap<>();

    ImportChecks(QuarantineStore store) {
        this.store = store;
    }

    RowRules rules(long importId) throws IOException {
        return settings(importId).rules();
    }

    RowsAgain file(long importId, String file) throws IOException {
        FileKey key = new FileKey(importId, file);
        RowsAgain known = files.get(key);
        if (known == null) {
            Settings settings = settings(importId);
            FileReading reading = settings.reading().files().get(file);
            if (reading == null) {
                throw new IOException("import " + importId + " did not read the file " + file);
            }
            known = RowsAgain.of(file, reading.format(), reading.reading(), settings.mapping());
            files.put(key, known);
        }
        return known;
    }

    private Settings settings(long importId) throws IOException {
        Settings known = imports.get(importId);
        if (known == null) {
            ImportReading reading = store.reading(importId);
            if (reading == null) {
                throw new IOException("there is no import " + importId + " in this workspace");
            }
            known = settings(importId, reading);
            imports.put(importId, known);
        }
        return known;
    }

    private static Settings settings(long importId, ImportReading reading) throws IOException {
        try {
            JsonNode settings = JSON.readTree(reading.settings());
            JsonNode json = settings.path("mapping");
            Mapping mapping =
                    json.isEmpty()
                            ? Mapping.identity()
                            : Mapping.parse(json.toString(), "the mapping of import " + importId);
            Profile profile =
                    Profile.valueOf(
                            settings.path("profile").asText("export").toUpperCase(Locale.ROOT));
            JsonNode set = settings.path("rules");
            RuleSettings rules =
                    set.isMissingNode()
                            ? mapping.settings()
                            : RuleSettingsFile.parse(
                                    set.toString(), "the rule settings of import " + importId);
            return new Settings(
                    reading,
                    mapping,
                    new RowRules(rules, mapping.limits(rules), profile, reading.startedAt()));
        } catch (JsonProcessingException e) {
            throw new IOException("the settings of import " + importId + " can't be read", e);
        }
    }
}
