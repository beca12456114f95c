package org.fleetscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.fleetscope.model.VerdictEffect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fake view has findings of severity 62.5 and 12 at 00:00:00.000001 and 01:00 of one run. */
class VerdictsCommandTest {
    private static final String AGENT = "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed";

    @TempDir private Path folder;
    private Cli cli;

    @BeforeEach
    void make() {
        cli = new Cli(folder);
    }

    private Cli.Result verdicts(String... args) {
        String[] all = new String[args.length + 3];
        all[0] = "verdicts";
        all[1] = "--workspace";
        all[2] = "w";
        System.arraycopy(args, 0, all, 3, args.length);
        return cli.run(all);
    }

    @Test
    void givenListedTakenBackAndRestored() throws IOException {
        assertThat(verdicts().out()).isEqualTo("No verdict was given yet.\n");
        Cli.Result given =
                verdicts("--give", "expected", "--agent", AGENT, "--side", "high", "--suppress");
        assertThat(given.status()).isZero();
        assertThat(given.err())
                .contains("Verdict 1 covers 2 findings: agent " + AGENT + ", high values.");
        assertThat(verdicts("--remove", "1").err()).contains("Verdict 1 was taken back");
        assertThat(verdicts().out()).contains("(taken back)  1  expected  suppress  2026-03-04");
        assertThat(verdicts("--remove", "1").status()).isEqualTo(2);
        verdicts("--restore", "1");
        JsonNode first = new JsonMapper().readTree(verdicts("--json").out()).at("/verdicts/0");
        assertThat(first.at("/id").asInt()).isEqualTo(1);
        assertThat(first.at("/verdict").asText()).isEqualTo("expected");
        assertThat(first.at("/effect").asText()).isEqualTo("suppress");
        assertThat(first.at("/agents/0").asText()).isEqualTo(AGENT);
        assertThat(first.at("/metrics")).isEmpty();
        assertThat(first.at("/from").isNull()).isTrue();
        assertThat(first.at("/side").asText()).isEqualTo("high");
        assertThat(first.at("/holds").asBoolean()).isTrue();
        assertThat(first.at("/evidence")).hasSize(2);
        assertThat(first.at("/evidence/0/severity").asDouble()).isEqualTo(62.5);
        assertThat(first.at("/evidence/0/line").asInt()).isEqualTo(5);
    }

    @Test
    void onAnIncidentWithANote() throws IOException {
        verdicts("--give", "confirmed", "--incident", "i0", "--note", "disk full");
        JsonNode first = new JsonMapper().readTree(verdicts("--json").out()).at("/verdicts/0");
        assertThat(first.at("/note").asText()).isEqualTo("disk full");
        assertThat(first.at("/from").asText()).isEqualTo("2026-03-04T00:00:00.000001Z");
        assertThat(first.at("/to").asText()).isEqualTo("2026-03-04T00:00:00.000002Z");
        assertThat(first.at("/detectors/0").asText()).isEqualTo("sigma");
        assertThat(first.at("/findings").asInt()).isEqualTo(1);
    }

    @Test
    void aThresholdForOneDetector() {
        verdicts("--give", "expected", "--detector", "sigma", "--set", "sigma.k=4");
        assertThat(cli.workspace.verdicts.all().getFirst().draft().effect())
                .isEqualTo(new VerdictEffect.Retune("sigma.k", 4));
        assertThat(verdicts().out()).contains("sigma.k=4.0");
    }

    @Test
    void aPreviewChangesNothing() throws IOException {
        Cli.Result text =
                verdicts("--give", "expected", "--metric", "latency_ms", "--suppress", "--preview");
        assertThat(text.out())
                .contains(
                        "Covers 2 findings. Findings: 2 now, 0 then. Incidents: 1 now, 0 then.",
                        "Vanishing: 2",
                        "/data/kpi.ndjson:5");
        JsonNode json =
                new JsonMapper()
                        .readTree(
                                verdicts(
                                                "--give",
                                                "expected",
                                                "--incident",
                                                "i0",
                                                "--suppress",
                                                "--preview",
                                                "--json")
                                        .out());
        assertThat(json.at("/vanishing")).hasSize(1);
        assertThat(json.at("/appearing")).isEmpty();
        assertThat(json.at("/findings_after").asInt()).isEqualTo(1);
        assertThat(cli.workspace.verdicts.all()).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsSaid() {
        assertThat(verdicts("--give", "expected", "--suppress").err())
                .contains("Say which findings are meant");
        assertThat(verdicts("--give", "confirmed", "--agent", AGENT, "--suppress").err())
                .contains("only the verdict \"expected\" can suppress");
        assertThat(verdicts("--give", "expected", "--agent", AGENT, "--set", "sigma.k=4").err())
                .contains("name exactly one");
        assertThat(verdicts("--give", "confirmed", "--incident", "nope").err())
                .contains("There is no incident nope");
        assertThat(verdicts("--suppress").err()).contains("need --give");
        assertThat(verdicts("--preview").status()).isEqualTo(2);
        assertThat(verdicts("--give", "perhaps", "--agent", AGENT).status()).isEqualTo(2);
        assertThat(cli.workspace.verdicts.all()).isEmpty();
    }
}
