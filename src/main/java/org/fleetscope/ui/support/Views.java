package org.fleetscope.ui.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Arrays;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Loads views from the class path for controllers that exist already. */
public final class Views {
    private Views() {}

    /**
     * Loads a view and binds it, and the views it includes, to their controllers.
     *
     * @param path from the root of the class path, "/fxml/agents/AgentsView.fxml"
     * @throws UncheckedIOException when the view is broken; the message names it
     */
    public static Parent load(String path, Object... controllers) {
        FXMLLoader loader = new FXMLLoader(url(path));
        loader.setControllerFactory(type -> oneOf(type, controllers));
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("view " + path + " does not load", e);
        }
    }

    /** Puts the focus into the first text field of a view that has just come up. */
    public static void focusField(Parent view) {
        Node field = view.lookup(".text-field");
        if (field != null) {
            field.requestFocus();
        }
    }

    private static Object oneOf(Class<?> type, Object[] controllers) {
        return Arrays.stream(controllers)
                .filter(type::isInstance)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("no controller of type " + type.getName()));
    }

    /** Address of a style sheet or view on the class path. */
    public static URL url(String path) {
        return Objects.requireNonNull(
                Views.class.getResource(path), path + " is not on the class path");
    }
}
