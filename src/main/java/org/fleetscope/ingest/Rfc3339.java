package org.fleetscope.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.fleetscope.model.Times;

/**
 * RFC 3339 times, with a space or lower-case letters for T and Z, and with any number of fraction
 * digits. A leap second counts as the second after it. {@link Times#MISSING} stands for what is no
 * such time.
 */
final class Rfc3339 {
    private final byte[] text;
    private final int end;
    private int at;
    private boolean wrong;

    private Rfc3339(byte[] text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    static long micros(String text) {
        byte[] ascii = new byte[text.length()];
        for (int i = 0; i < ascii.length; i++) {
            char c = text.charAt(i);
            ascii[i] = (byte) (c < 0x80 ? c : '?');
        }
        return micros(ascii, 0, ascii.length);
    }

    static long micros(byte[] text, int start, int end) {
        return new Rfc3339(text, start, end).parse();
    }

    private long parse() {
        long year = digits(4);
        expect('-', '-');
        int month = digits(2);
        expect('-', '-');
        int day = digits(2);
        if (at < end && text[at] == ' ') {
            at++;
        } else {
            expect('T', 't');
        }
        int hour = digits(2);
        expect(':', ':');
        int minute = digits(2);
        expect(':', ':');
        int second = digits(2);
        long fraction = fraction();
        long offset = offset();
        if (wrong || at != end || hour > 23 || minute > 59 || second > 60) {
            return Times.MISSING;
        }
        try {
            long days = LocalDate.of((int) year, month, day).toEpochDay();
            long seconds = ((days * 24 + hour) * 60 + minute) * 60 + second - offset * 60;
            return seconds * Times.SECOND + fraction;
        } catch (DateTimeException e) {
            return Times.MISSING;
        }
    }

    private long fraction() {
        if (at >= end || text[at] != '.') {
            return 0;
        }
        at++;
        long micros = 0;
        int count = 0;
        for (; at < end && text[at] >= '0' && text[at] <= '9'; at++, count++) {
            if (count < 6) {
                micros = micros * 10 + text[at] - '0';
            }
        }
        wrong |= count == 0;
        for (; count < 6; count++) {
            micros *= 10;
        }
        return micros;
    }

    private long offset() {
        if (at < end && (text[at] == 'Z' || text[at] == 'z')) {
            at++;
            return 0;
        }
        boolean west = at < end && text[at] == '-';
        expect('+', '-');
        int hours = digits(2);
        expect(':', ':');
        int minutes = digits(2);
        wrong |= hours > 23 || minutes > 59;
        int all = hours * 60 + minutes;
        return west ? -all : all;
    }

    private void expect(char one, char other) {
        if (at < end && (text[at] == one || text[at] == other)) {
            at++;
        } else {
            wrong = true;
        }
    }

    private int digits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++, at++) {
            if (at >= end || text[at] < '0' || text[at] > '9') {
                wrong = true;
                return 1;
            }
            value = value * 10 + text[at] - '0';
        }
        return value;
    }
}
