package org.fleetscope.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.fleetscope.ingest.Mapping;
import org.fleetscope.model.Profile;
import org.fleetscope.model.ReadOptions;
import org.fleetscope.model.RuleSettings;
import org.jspecify.annotations.Nullable;

/**
 * Settings of an import.
 *
 * @param mapping mapping file, null for the names of the domain
 * @param rules what is set of the rules for this import alone, over the mapping's and the
 *     workspace's settings
 * @param read format, encoding and limits of the files
 * @param mappingJson JSON text of a mapping, in place of a file; null for none
 * @param files what was decided about single files, by their absolute paths
 */
public record ImportOptions(
        Profile profile,
        @Nullable Path mapping,
        RuleSettings rules,
        ReadOptions read,
        @Nullable String mappingJson,
        Map<Path, FileChoice> files) {
    public static final ImportOptions DEFAULTS = new ImportOptions(Profile.EXPORT, null);

    public ImportOptions {
        files = Map.copyOf(files);
    }

    /** Every file as it was decided, those of which nothing was said as they are found to be. */
    public static ImportOptions of(Map<Path, FileChoice> files) {
        return new ImportOptions(
                Profile.EXPORT, null, RuleSettings.DEFAULTS, ReadOptions.DEFAULTS, null, files);
    }

    public ImportOptions(
            Profile profile,
            @Nullable Path mapping,
            RuleSettings rules,
            ReadOptions read,
            @Nullable String mappingJson) {
        this(profile, mapping, rules, read, mappingJson, Map.of());
    }

    public ImportOptions(
            Profile profile, @Nullable Path mapping, RuleSettings rules, ReadOptions read) {
        this(profile, mapping, rules, read, null);
    }

    public ImportOptions(Profile profile, @Nullable Path mapping, RuleSettings rules) {
        this(profile, mapping, rules, ReadOptions.DEFAULTS);
    }

    public ImportOptions(Profile profile, @Nullable Path mapping) {
        this(profile, mapping, RuleSettings.DEFAULTS);
    }

    /** How a file is read. */
    ReadOptions readOf(Path file) {
        FileChoice choice = files.get(file);
        return choice == null ? read : choice.read();
    }

    boolean leavesOut(Path file) {
        FileChoice choice = files.get(file);
        return choice != null && choice.leftOut();
    }

    /**
     * The mappings that were made for single files.
     *
     * @throws IOException when one is none; the message names the file
     */
    Map<Path, Mapping> fileMappings() throws IOException {
        Map<Path, Mapping> mappings = new HashMap<>();
        for (Map.Entry<Path, FileChoice> file : files.entrySet()) {
            String json = file.getValue().mappingJson();
            if (json != null) {
                mappings.put(file.getKey(), Mapping.parse(json, "The mapping of " + file.getKey()));
            }
        }
        return mappings;
    }
}
