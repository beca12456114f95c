package org.fleetscope.ui.support;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** State of something that is being fetched off the UI thread. */
public sealed interface Load<T> {

    /** Nothing was asked for. */
    record Idle<T>() implements Load<T> {}

    /** On its way; {@code previous} is the answer before it, which may stay on screen meanwhile. */
    record Loading<T>(@Nullable T previous) implements Load<T> {}

    record Ready<T>(T value) implements Load<T> {}

    /** The message is a sentence for a person. */
    record Failed<T>(String message, Throwable cause) implements Load<T> {}

    /** The newest answer there is, if any. */
    default Optional<T> latest() {
        return switch (this) {
            case Ready<T>(T value) -> Optional.of(value);
            case Loading<T>(T previous) -> Optional.ofNullable(previous);
            case Idle<T>() -> Optional.empty();
            case Failed<T>(String message, Throwable cause) -> Optional.empty();
        };
    }

    static <T> Load<T> failed(Throwable cause) {
        String message = cause.getMessage();
        return new Failed<>(
                message == null || message.isBlank() ? cause.getClass().getSimpleName() : message,
                cause);
    }
}
