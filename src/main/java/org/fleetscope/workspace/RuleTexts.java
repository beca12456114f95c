package org.fleetscope.workspace;

import java.io.IOException;
import java.nio.file.Path;
import org.fleetscope.ingest.RuleSettingsFile;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleSettings;

/** What the rules of an import ask of a row, in words, and their settings as JSON. */
public final class RuleTexts {
    private RuleTexts() {}

    /** One line: what holds for a good row. Empty for an id no rule has. */
    public static String explanation(String ruleId) {
        return Rule.of(ruleId).map(Rule::explanation).orElse("");
    }

    /**
     * Reads a file of settings, {@code {"limits":{…},"severities":{…}}}.
     *
     * @throws IOException when it can't be read; the message names the place in it and what is
     *     expected there
     */
    public static RuleSettings load(Path file) throws IOException {
        return RuleSettingsFile.load(file);
    }
}
