package org.fleetscope.ingest;

import java.math.BigInteger;

/**
 * Correctly rounded doubles from a decimal significand and exponent. Small values by exact floating
 * arithmetic (W. D. Clinger, How to read floating point numbers accurately, 1990), others by one or
 * two 128-bit products (D. Lemire, Number parsing at a gigabyte per second, 2021).
 */
final class Decimals {
    private static final int MAX_EXPONENT = 64;
    private static final double[] EXACT = new double[23];
    private static final long[] FIVES_HIGH = new long[2 * MAX_EXPONENT + 1];
    private static final long[] FIVES_LOW = new long[2 * MAX_EXPONENT + 1];
    private static final long MANTISSA_BITS = 52;

    static {
        double power = 1;
        for (int i = 0; i < EXACT.length; i++) {
            EXACT[i] = power;
            power *= 10;
        }
        for (int q = -MAX_EXPONENT; q <= MAX_EXPONENT; q++) {
            BigInteger bits = topBits(q);
            FIVES_HIGH[q + MAX_EXPONENT] = bits.shiftRight(64).longValue();
            FIVES_LOW[q + MAX_EXPONENT] = bits.longValue();
        }
    }

    private Decimals() {}

    /** The 128 leading bits of 5^q: cut for q ≥ 0, rounded up for q < 0. */
    private static BigInteger topBits(int q) {
        BigInteger five = BigInteger.valueOf(5).pow(Math.abs(q));
        int length = five.bitLength();
        if (q >= 0) {
            return length <= 128 ? five.shiftLeft(128 - length) : five.shiftRight(length - 128);
        }
        return BigInteger.ONE.shiftLeft(length + 127).divide(five).add(BigInteger.ONE);
    }

    /**
     * significand · 10^exponent, rounded half to even.
     *
     * @param significand 0 ≤ significand < 2^63, all digits of the number
     * @return NaN when this method can't say; the caller then asks {@link Double#parseDouble}
     */
    static double toDouble(long significand, int exponent) {
        if (significand >>> 53 == 0 && exponent >= -22 && exponent <= 22) {
            return exponent < 0 ? significand / EXACT[-exponent] : significand * EXACT[exponent];
        }
        if (significand == 0) {
            return 0.0;
        }
        return exponent < -MAX_EXPONENT || exponent > MAX_EXPONENT
                ? Double.NaN
                : byProduct(significand, exponent);
    }

    private static double byProduct(long significand, int exponent) {
        int shift = Long.numberOfLeadingZeros(significand);
        long w = significand << shift;
        long five = FIVES_HIGH[exponent + MAX_EXPONENT];
        long high = Math.unsignedMultiplyHigh(w, five);
        long low = w * five;
        if ((high & 0x1FF) == 0x1FF) {
            long more = Math.unsignedMultiplyHigh(w, FIVES_LOW[exponent + MAX_EXPONENT]);
            low += more;
            if (Long.compareUnsigned(low, more) < 0) {
                high++;
            }
        }
        if (low == -1L && (exponent < -27 || exponent > 55)) {
            return Double.NaN;
        }
        int upper = (int) (high >>> 63);
        int drop = upper + 64 - (int) MANTISSA_BITS - 3;
        long mantissa = high >>> drop;
        // Exactly half way between two doubles: to the even one.
        if (Long.compareUnsigned(low, 1) <= 0
                && exponent >= -4
                && exponent <= 23
                && (mantissa & 3) == 1
                && mantissa << drop == high) {
            mantissa &= ~1L;
        }
        mantissa = (mantissa + (mantissa & 1)) >>> 1;
        int binary = ((217706 * exponent) >> 16) + 63 + upper - shift + 1023;
        if (mantissa >= 2L << MANTISSA_BITS) {
            mantissa = 1L << MANTISSA_BITS;
            binary++;
        }
        return Double.longBitsToDouble(
                ((long) binary << MANTISSA_BITS) | (mantissa & ~(1L << MANTISSA_BITS)));
    }
}
