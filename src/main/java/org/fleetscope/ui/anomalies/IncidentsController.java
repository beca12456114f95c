package org.fleetscope.ui.anomalies;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.control.ListView;
import org.fleetscope.model.Incident;
import org.fleetscope.ui.control.LoadPane;
import org.fleetscope.ui.support.Load;

/** Binds the ranked cards of incidents. */
final class IncidentsController {
    private final IncidentsModel model;

    @FXML private LoadPane pane;
    @FXML private ListView<Incident> incidents;

    IncidentsController(IncidentsModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        pane.follow(model.ranked(), ranked -> ranked.rows().isEmpty(), model::retry);
        incidents.setCellFactory(list -> new IncidentCell(model::agentName, model.times()));
        model.times().zoneProperty().subscribe(incidents::refresh);
        incidents
                .getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> {
                    if (now != null && !isChosen(now)) {
                        model.choose(now);
                    }
                });
        model.ranked().subscribe(this::show);
    }

    private void show(Load<IncidentsModel.Ranked> state) {
        if (state instanceof Load.Ready<IncidentsModel.Ranked>(IncidentsModel.Ranked ranked)) {
            Optional<Incident> chosen = model.chosenIncident();
            incidents.setItems(FXCollections.observableList(ranked.rows()));
            chosen.ifPresent(incidents.getSelectionModel()::select);
        }
    }

    private boolean isChosen(Incident incident) {
        return model.chosenIncident().filter(incident::equals).isPresent();
    }
}
