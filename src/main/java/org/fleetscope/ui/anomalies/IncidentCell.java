package org.fleetscope.ui.anomalies;

import java.util.UUID;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.fleetscope.model.Incident;
import org.fleetscope.ui.control.SeverityBadge;
import org.fleetscope.ui.support.TimeText;
import org.jspecify.annotations.Nullable;

/** An incident in the ranked list: how severe, whose, when, in what, and who says so. */
final class IncidentCell extends ListCell<Incident> {
    private final SeverityBadge badge = new SeverityBadge();
    private final Label subject = new Label();
    private final Label findings = new Label();
    private final Label span = new Label();
    private final Label members = new Label();
    private final Label metrics = new Label();
    private final VBox box;
    private final Function<UUID, String> names;
    private final TimeText times;

    IncidentCell(Function<UUID, String> names, TimeText times) {
        this.names = names;
        this.times = times;
        badge.setMinWidth(Region.USE_PREF_SIZE);
        findings.setMinWidth(Region.USE_PREF_SIZE);
        subject.getStyleClass().add("strong");
        findings.getStyleClass().addAll("muted", "number");
        span.getStyleClass().addAll("muted", "number");
        members.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(badge, subject, gap, findings);
        head.getStyleClass().add("finding-head");
        box = new VBox(head, metrics, members, span);
        box.getStyleClass().add("incident-card");
        box.setMinWidth(0);
        box.setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Incident incident, boolean empty) {
        super.updateItem(incident, empty);
        if (empty || incident == null) {
            setGraphic(null);
            return;
        }
        badge.show(incident.severity(), true);
        subject.setText(IncidentText.subject(incident, names));
        findings.setText(IncidentText.findings(incident));
        metrics.setText(
                IncidentText.metrics(incident) + " · found by " + IncidentText.detectors(incident));
        members.setText(IncidentText.members(incident, names));
        span.setText(IncidentText.span(incident, times));
        setGraphic(box);
    }
}
