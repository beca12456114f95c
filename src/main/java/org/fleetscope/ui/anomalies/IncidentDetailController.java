package org.fleetscope.ui.anomalies;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.fleetscope.model.Finding;
import org.fleetscope.model.Incident;
import org.fleetscope.model.Influencer;
import org.fleetscope.ui.control.FindingCell;
import org.fleetscope.ui.control.LoadPane;
import org.fleetscope.ui.control.SeverityBadge;
import org.fleetscope.ui.control.StatePane;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.support.Numbers;

/** Shows the chosen incident: how its severity is made up, what drives it, its findings. */
final class IncidentDetailController {
    /** Sentences shown; those after them lower the severity least. */
    private static final int MOST_INFLUENCERS = 5;

    private final IncidentsModel model;

    @FXML private StatePane nothing;
    @FXML private LoadPane pane;
    @FXML private Label subject;
    @FXML private SeverityBadge badge;
    @FXML private Label span;
    @FXML private Label members;
    @FXML private VBox worst;
    @FXML private Label influencersTitle;
    @FXML private VBox influencers;
    @FXML private Label findingsTitle;
    @FXML private ListView<Finding> findings;

    IncidentDetailController(IncidentsModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        pane.follow(model.chosen(), chosen -> false, model::explainAgain);
        findings.setCellFactory(list -> new FindingCell(model::agentName, model.times()));
        findings.setOnMouseClicked(event -> openSelected());
        findings.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelected();
            }
        });
        model.chosen().subscribe(this::show);
        model.times().zoneProperty().subscribe(zone -> show(model.chosen().get()));
    }

    private void openSelected() {
        Finding selected = findings.getSelectionModel().getSelectedItem();
        if (selected != null) {
            model.openRun(selected);
        }
    }

    private void show(Load<IncidentDetail> state) {
        boolean any = !(state instanceof Load.Idle<IncidentDetail>);
        nothing.setVisible(!any);
        pane.setVisible(any);
        if (state instanceof Load.Ready<IncidentDetail>(IncidentDetail chosen)) {
            show(chosen);
        }
    }

    private void show(IncidentDetail chosen) {
        Incident incident = chosen.incident();
        subject.setText(IncidentText.subject(incident, model::agentName));
        badge.show(incident.severity(), true);
        span.setText(IncidentText.span(incident, model.times()) + " " + model.times().zoneName());
        members.setText(IncidentText.members(incident, model::agentName));
        Label made =
                sentence(
                        "It is as severe as its worst finding, of "
                                + model.agentName(incident.worst().agentId())
                                + ". "
                                + IncidentText.agreement(chosen.agreeing()));
        worst.getChildren().setAll(made, new FindingCard(incident.worst()));
        showInfluencers(chosen.influencers());
        findingsTitle.setText(IncidentText.findings(incident));
        findings.setItems(FXCollections.observableList(chosen.findings()));
    }

    private void showInfluencers(List<Influencer> all) {
        influencers
                .getChildren()
                .setAll(
                        all.stream()
                                .limit(MOST_INFLUENCERS)
                                .map(one -> sentence(IncidentText.influence(one, model::agentName)))
                                .toList());
        if (all.size() > MOST_INFLUENCERS) {
            Label more =
                    sentence(
                            "and "
                                    + Numbers.count(all.size() - MOST_INFLUENCERS)
                                    + " that matter less");
            more.getStyleClass().add("muted");
            influencers.getChildren().add(more);
        }
        show(influencersTitle, !all.isEmpty());
        show(influencers, !all.isEmpty());
    }

    private static Label sentence(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
