package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteWindowTest {
    private static final long SEED = 20260131;

    private static String text(ByteWindow window, int start, int end) {
        return new String(window.bytes(), start, end - start, StandardCharsets.UTF_8);
    }

    @Test
    void everySizeOfWindowShowsTheSameLinesAndWhatStandsBehindThem() throws IOException {
        Random random = new Random(SEED);
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append("ab\n\n".charAt(random.nextInt(4)));
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            int ahead = random.nextInt(12);
            ByteWindow window =
                    new ByteWindow(new ByteArrayInputStream(bytes), "a", 3 + random.nextInt(9));

            int offset = text.indexOf("\uFEFF") == 0 ? 3 : 0;
            String rest = text.toString().replace("\uFEFF", "");
            List<String> expected = new ArrayList<>(List.of(rest.split("\n", -1)));
            if (expected.getLast().isEmpty()) {
                expected.removeLast();
            }
            for (int line = 1; line <= expected.size(); line++) {
                assertThat(window.fill(ahead)).isTrue();
                String shown = expected.get(line - 1);
                assertThat(text(window, window.at(), window.lineEnd())).isEqualTo(shown);
                assertThat(window.place()).isEqualTo(new RowOutput.Place(line, offset));
                int feed = shown.length();
                String behind = rest.substring(feed, Math.min(rest.length(), feed + 1 + ahead));
                assertThat(text(window, window.lineEnd(), window.end())).startsWith(behind);
                window.moveTo(window.lineEnd() + 1);
                rest = rest.substring(Math.min(rest.length(), feed + 1));
                offset += feed + 1;
            }
            assertThat(window.fill(ahead)).isFalse();
        }
    }
}
