package org.fleetscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fleetscope.model.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NormalTailTest {

    /** Published values of erfc (NIST DLMF 7, and mpmath for the far tail). */
    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "0.5, 0.4795001221869535",
        "1, 0.15729920705028513",
        "2, 0.004677734981047266",
        "3, 2.209049699858544e-05",
        "4, 1.541725790028002e-08",
        "5, 1.5374597944280349e-12",
        "10, 2.088487583762545e-45",
        "20, 5.395865611607901e-176",
        "26, 5.663192408856143e-296"
    })
    void agreesWithPublishedValues(double x, double expected) {
        assertThat(NormalTail.erfc(x)).isCloseTo(expected, within(expected * 1e-12));
    }

    /**
     * The continued fraction 7.1.14 of Abramowitz and Stegun, evaluated backwards, is the second
     * method.
     */
    @ParameterizedTest
    @ValueSource(
            doubles = {1.0, 1.3, 1.9999, 2.5, 3.7, 6.2, 6.2831, 6.2833, 6.3, 7, 9.5, 12.6, 17, 25})
    void agreesWithContinuedFraction(double x) {
        double fraction = 0;
        for (int n = 2000; n >= 1; n--) {
            fraction = n / 2.0 / (x + fraction);
        }
        double expected = Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
        assertThat(NormalTail.erfc(x)).isCloseTo(expected, within(expected * 1e-10));
    }

    @ParameterizedTest
    @CsvSource({
        "1.959963984540054, 0.05",
        "2.575829303548901, 0.01",
        "-1.959963984540054, 0.05",
        "0, 1"
    })
    void twoSidedTailOfKnownQuantiles(double z, double p) {
        assertThat(NormalTail.twoSided(z)).isCloseTo(p, within(1e-13));
    }

    @Test
    void farTailsEndInZeroAndMissingStaysMissing() {
        assertThat(NormalTail.twoSided(39)).isZero();
        assertThat(NormalTail.twoSided(Double.POSITIVE_INFINITY)).isZero();
        assertThat(NormalTail.twoSided(Double.NaN)).isNaN();
    }

    /** −10·log10 of the tail probabilities 0.0455003, 0.0026998, 6.3342e-5 and 5.7330e-7. */
    @ParameterizedTest
    @CsvSource({"2, 13.4199", "3, 25.6867", "4, 41.9831", "5, 62.4162", "9, 100"})
    void severityOfWholeSigmas(double z, double severity) {
        assertThat(Severity.score(NormalTail.twoSided(z))).isCloseTo(severity, within(1e-3));
    }
}
