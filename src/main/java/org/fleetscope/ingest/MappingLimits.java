package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.fleetscope.model.RuleLimits;

/** Reads the {@code limits} of a mapping file over the defaults. */
final class MappingLimits {
    private static final Set<String> KNOWN =
            Set.of(
                    "max_latency_ms",
                    "max_memory_mb",
                    "max_future_seconds",
                    "max_age_seconds",
                    "max_custom_key_length",
                    "max_custom_magnitude");

    private final MappingReader reader;

    MappingLimits(MappingReader reader) {
        this.reader = reader;
    }

    RuleLimits read(JsonNode limits, Set<String> absent, Set<String> optional) throws IOException {
        RuleLimits base = RuleLimits.DEFAULTS;
        if (!limits.isMissingNode()) {
            reader.checkKeys(limits, "$.limits", KNOWN);
        }
        return new RuleLimits(
                number(limits, "max_latency_ms", base.maxLatencyMs()),
                number(limits, "max_memory_mb", base.maxMemoryMb()),
                seconds(limits, "max_future_seconds", base.maxFuture()),
                seconds(limits, "max_age_seconds", base.maxAge()),
                (int) number(limits, "max_custom_key_length", base.maxCustomKeyLength()),
                number(limits, "max_custom_magnitude", base.maxCustomMagnitude()),
                absent,
                optional);
    }

    private Duration seconds(JsonNode limits, String name, Duration base) throws IOException {
        return Duration.ofMillis(Math.round(1000 * number(limits, name, base.toMillis() / 1000.0)));
    }

    private double number(JsonNode limits, String name, double base) throws IOException {
        JsonNode value = limits.path(name);
        if (value.isMissingNode()) {
            return base;
        }
        if (!value.isNumber()
                || !(value.doubleValue() > 0)
                || Double.isInfinite(value.doubleValue())) {
            throw reader.error("$.limits." + name, "a number above 0", value);
        }
        return value.doubleValue();
    }
}
