package org.fleetscope.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fleetscope.ingest.Mapping;
import org.fleetscope.ingest.RuleSettingsFile;
import org.fleetscope.ingest.TailMark;
import org.fleetscope.ingest.TailPosition;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Profile;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a following: the settings of any import, and how far each file was read, which is
 * stored with the rows in one transaction.
 */
final class FollowRecords {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FOLLOWED = "followed";

    /** Followings looked back at to find where a file was left. */
    private static final int LOOKED_AT = 100;

    private final ObjectNode settings;

    /**
     * @param named the mapping that was named, if any
     */
    FollowRecords(@Nullable Mapping named, RuleSettings rules, FollowOptions options)
            throws IOException {
        settings = JSON.createObjectNode();
        settings.put("profile", word(options.profile()));
        settings.put("history_profile", word(options.files().profile()));
        if (named != null) {
            ObjectNode entry = settings.putArray("mappings").addObject().put("name", named.name());
            entry.set("mapping", JSON.readTree(named.json()));
        }
        settings.put("format", options.files().read().format());
        Charset charset = options.files().read().charset();
        settings.put("encoding", charset == null ? null : charset.name());
        settings.set("rules", JSON.readTree(RuleSettingsFile.text(rules.complete())));
    }

    private static String word(Profile profile) {
        return profile.name().toLowerCase(Locale.ROOT);
    }

    /** The settings with the positions reached. */
    String with(List<TailMark> marks) {
        ObjectNode all = settings.deepCopy();
        ArrayNode files = all.putArray(FOLLOWED);
        for (TailMark mark : marks) {
            files.addObject()
                    .put("key", mark.key())
                    .put("offset", mark.position().offset())
                    .put("line", mark.position().line())
                    .put("head", mark.head())
                    .put("last", mark.last());
        }
        return all.toString();
    }

    /** Where files were left, the latest first. */
    static List<TailMark> marks(Store store, JobContext job) throws IOException {
        List<TailMark> marks = new ArrayList<>();
        for (List<?> row :
                store.query(
                                "SELECT settings FROM kpi.imports WHERE settings LIKE '%\""
                                        + FOLLOWED
                                        + "\":[%' ORDER BY import_id DESC",
                                LOOKED_AT,
                                job)
                        .rows()) {
            marks.addAll(marks(String.valueOf(row.getFirst())));
        }
        return marks;
    }

    private static List<TailMark> marks(String text) throws JsonProcessingException {
        List<TailMark> marks = new ArrayList<>();
        for (JsonNode file : JSON.readTree(text).path(FOLLOWED)) {
            marks.add(
                    new TailMark(
                            file.path("key").asText(),
                            new TailPosition(
                                    file.path("offset").asLong(), file.path("line").asLong()),
                            file.path("head").asText(),
                            file.path("last").asText()));
        }
        return marks;
    }
}
