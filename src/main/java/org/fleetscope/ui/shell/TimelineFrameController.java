package org.fleetscope.ui.shell;

import java.util.UUID;
import javafx.fxml.FXML;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;
import org.fleetscope.series.DimensionValues;
import org.fleetscope.ui.support.Views;
import org.fleetscope.ui.timeline.BrushPanelController;
import org.fleetscope.ui.timeline.TimelineController;
import org.jspecify.annotations.Nullable;

/** The agent timeline with a choice of the agent above it. */
public final class TimelineFrameController {
    private final TimelineFrameModel model;
    private boolean showing;

    @FXML private SearchableComboBox<DimensionValues.Entry<UUID>> agent;
    @FXML private StackPane host;

    TimelineFrameController(TimelineFrameModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        host.getChildren()
                .add(
                        Views.load(
                                "/fxml/timeline/TimelineView.fxml",
                                new TimelineController(model.timeline()),
                                new BrushPanelController(model.timeline())));
        agent.setConverter(new Names());
        agent.setItems(model.agents());
        agent.valueProperty()
                .addListener((property, before, now) -> {
                    if (now != null && !showing) {
                        model.choose(now.value());
                    }
                });
        model.agent().addListener((property, before, now) -> select(now));
        select(model.agent().get());
    }

    private void select(@Nullable UUID chosen) {
        showing = true;
        agent.setValue(
                model.agents().stream()
                        .filter(entry -> entry.value().equals(chosen))
                        .findFirst()
                        .orElse(null));
        showing = false;
    }

    private static final class Names extends StringConverter<DimensionValues.Entry<UUID>> {
        @Override
        public String toString(DimensionValues.@Nullable Entry<UUID> entry) {
            return entry == null ? "" : entry.label();
        }

        @Override
        public DimensionValues.Entry<UUID> fromString(String text) {
            throw new UnsupportedOperationException("an agent is chosen, not typed");
        }
    }
}
