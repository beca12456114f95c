package org.fleetscope.ui.control;

import java.util.UUID;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.fleetscope.model.Finding;
import org.fleetscope.ui.support.MetricText;
import org.fleetscope.ui.support.TimeText;
import org.jspecify.annotations.Nullable;

/** A finding in a list: badge and agent, when, and what was measured against what is typical. */
public final class FindingCell extends ListCell<Finding> {
    private final SeverityBadge badge = new SeverityBadge();
    private final Label agent = new Label();
    private final Label time = new Label();
    private final Label sentence = new Label();
    private final VBox box;
    private final Function<UUID, String> names;
    private final TimeText times;

    public FindingCell(Function<UUID, String> names, TimeText times) {
        this.names = names;
        this.times = times;
        badge.setMinWidth(Region.USE_PREF_SIZE);
        agent.getStyleClass().add("strong");
        time.getStyleClass().addAll("muted", "number");
        HBox head = new HBox(badge, agent);
        head.getStyleClass().add("finding-head");
        box = new VBox(head, sentence, time);
        box.getStyleClass().add("finding");
        box.setMinWidth(0);
        box.setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Finding finding, boolean empty) {
        super.updateItem(finding, empty);
        if (empty || finding == null) {
            setGraphic(null);
            return;
        }
        badge.show(finding.severity(), true);
        agent.setText(names.apply(finding.agentId()));
        time.setText(times.brief(finding.recordedAt()));
        sentence.setText(MetricText.sentence(finding));
        setGraphic(box);
    }
}
