package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {
    @Test
    void roundsLikeTheLibraryForAnySignificandAndExponent() {
        Random random = new Random(7);
        for (int i = 0; i < 300_000; i++) {
            long significand = random.nextLong() >>> (1 + random.nextInt(62));
            int exponent = random.nextInt(129) - 64;
            double got = Decimals.toDouble(significand, exponent);
            if (!Double.isNaN(got)) {
                assertThat(Double.doubleToLongBits(got))
                        .as("%de%d", significand, exponent)
                        .isEqualTo(
                                Double.doubleToLongBits(
                                        Double.parseDouble(significand + "e" + exponent)));
            }
        }
    }

    @Test
    void readsBackEveryDoublesShortestText() {
        Random random = new Random(8);
        JsonCursor cursor = new JsonCursor();
        for (int i = 0; i < 100_000; i++) {
            double value = i % 2 == 0 ? random.nextDouble() : Math.exp(40 * random.nextGaussian());
            cursor.at(
                    (value + "\n" + " ".repeat(Chunk.PADDING))
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    0);
            cursor.number();
            assertThat(cursor.strange).isFalse();
            assertThat(cursor.number).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "9007199254740993, 0, 9007199254740992.0",
        "9007199254740995, 0, 9007199254740996.0",
        "5, -1, 0.5",
        "0, 30, 0.0",
        "123456789012345678, -17, 1.2345678901234568"
    })
    void roundsTiesToEven(long significand, int exponent, double expected) {
        assertThat(Decimals.toDouble(significand, exponent)).isEqualTo(expected);
    }
}
