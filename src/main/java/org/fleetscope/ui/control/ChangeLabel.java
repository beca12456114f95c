package org.fleetscope.ui.control;

import javafx.scene.control.Label;
import org.fleetscope.ui.support.Change;

/** A change in words, coloured by whether it is good news. */
public final class ChangeLabel extends Label {
    public ChangeLabel() {
        getStyleClass().add("change");
    }

    public void show(Change change) {
        getStyleClass().removeAll("better", "worse");
        switch (change.tone()) {
            case BETTER -> getStyleClass().add("better");
            case WORSE -> getStyleClass().add("worse");
            case NEUTRAL -> {
                // The plain colour stands.
            }
        }
        setText(change.text());
    }
}
