package org.fleetscope.ui.timeline;

/** What a person is told of a failure. */
final class FailureText {
    private FailureText() {}

    static String of(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}
