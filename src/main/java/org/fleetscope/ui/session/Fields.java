package org.fleetscope.ui.session;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Named values in one line of text, in the form of a URL's query: {@code from=12&type=coder}. A
 * name may stand several times. Immutable.
 */
public record Fields(List<Field> all) {
    public static final Fields NONE = new Fields(List.of());

    /** One value. */
    public record Field(String name, String value) {}

    public Fields {
        all = List.copyOf(all);
    }

    /**
     * Reads what {@link #text} wrote; a piece without {@code =} or with a bad escape is left out.
     */
    public static Fields of(String text) {
        return new Fields(
                Arrays.stream(text.split("&"))
                        .map(Fields::field)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<Field> field(String piece) {
        int equals = piece.indexOf('=');
        if (equals < 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Field(
                            decoded(piece.substring(0, equals)),
                            decoded(piece.substring(equals + 1))));
        } catch (IllegalArgumentException badEscape) {
            return Optional.empty();
        }
    }

    /** The fields with more of one name behind them. */
    public Fields with(String name, Collection<?> values) {
        List<Field> longer = new ArrayList<>(all);
        values.forEach(value -> longer.add(new Field(name, String.valueOf(value))));
        return new Fields(longer);
    }

    /** The fields with one more behind them. */
    public Fields with(String name, Object value) {
        return with(name, List.of(value));
    }

    /** All values of a name. */
    public List<String> values(String name) {
        return all.stream().filter(field -> field.name().equals(name)).map(Field::value).toList();
    }

    /** The first value of a name. */
    public Optional<String> first(String name) {
        return values(name).stream().findFirst();
    }

    /** The first value of a name; empty text when there is none. */
    public String value(String name) {
        return first(name).orElse("");
    }

    /** The first value of a name as a number; empty when there is none. */
    public OptionalDouble number(String name) {
        try {
            return OptionalDouble.of(Double.parseDouble(value(name)));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** One line that {@link #of} reads. */
    public String text() {
        return String.join(
                "&",
                all.stream()
                        .map(field -> encoded(field.name()) + '=' + encoded(field.value()))
                        .toList());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
