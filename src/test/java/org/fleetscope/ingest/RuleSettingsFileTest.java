package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleLevel;
import org.fleetscope.model.RuleLimit;
import org.fleetscope.model.RuleSettings;
import org.junit.jupiter.api.Test;

final class RuleSettingsFileTest {
    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        RuleSettings settings =
                RuleSettings.DEFAULTS
                        .with(RuleLimit.MAX_LATENCY, 600_000)
                        .with(RuleLimit.LATENCY_P, 0.01)
                        .with(Rule.GPU_RANGE, RuleLevel.WARNING)
                        .with(Rule.ERROR_DETAILS, RuleLevel.OFF);

        assertThat(RuleSettingsFile.parse(RuleSettingsFile.text(settings), "test"))
                .isEqualTo(settings);
        assertThat(RuleSettingsFile.parse(RuleSettingsFile.text(settings.complete()), "test"))
                .isEqualTo(settings.complete());
        assertThat(RuleSettingsFile.parse("{}", "test")).isEqualTo(RuleSettings.DEFAULTS);
    }

    @Test
    void settingsAreLaidOverOthersOneByOne() {
        RuleSettings base =
                RuleSettings.DEFAULTS
                        .with(RuleLimit.MAX_LATENCY, 1)
                        .with(RuleLimit.MAX_MEMORY, 2)
                        .with(Rule.CPU_RANGE, RuleLevel.OFF);
        RuleSettings both = RuleSettings.DEFAULTS.with(RuleLimit.MAX_LATENCY, 3).over(base);

        assertThat(both.limit(RuleLimit.MAX_LATENCY)).isEqualTo(3);
        assertThat(both.limit(RuleLimit.MAX_MEMORY)).isEqualTo(2);
        assertThat(both.limit(RuleLimit.MAX_AGE)).isEqualTo(3600);
        assertThat(both.level(Rule.CPU_RANGE)).isEqualTo(RuleLevel.OFF);
    }

    @Test
    void anErrorNamesPlaceAndExpectation() {
        assertThatThrownBy(() -> RuleSettingsFile.parse("{\"limit\":{}}", "rules.json"))
                .hasMessage("rules.json: $.limit is unknown. Known here: limits, severities");
        assertThatThrownBy(() -> RuleSettingsFile.parse("[1]", "rules.json"))
                .hasMessage(
                        "rules.json: $: expected an object with limits and severities, found [1]");
        assertThatThrownBy(() -> RuleSettingsFile.parse("{", "rules.json"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("rules.json: not a JSON document");
        assertThatThrownBy(() ->
                        RuleSettingsFile.parse(
                                "{\"severities\":{\"cpu-range\":\"fatal\"}}", "rules.json"))
                .hasMessage(
                        "rules.json: $.severities.cpu-range: expected \"error\" or \"warning\" or \"off\", found \"fatal\"");
    }
}
