package org.fleetscope.ui.control;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.util.Duration;

/** Shows a sign of work only when the work takes a while, so that it does not flicker. */
public final class ShownLater {
    private static final Duration WORTH_SHOWING = Duration.millis(250);

    private final PauseTransition delay = new PauseTransition(WORTH_SHOWING);
    private final Node node;

    public ShownLater(Node node) {
        this.node = node;
        node.setVisible(false);
        delay.setOnFinished(event -> node.setVisible(true));
    }

    /** Tells whether there is work; the node goes at once when there is none. */
    public void show(boolean working) {
        if (!working) {
            delay.stop();
            node.setVisible(false);
        } else if (!node.isVisible() && delay.getStatus() != PauseTransition.Status.RUNNING) {
            delay.playFromStart();
        }
    }
}
