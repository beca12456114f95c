package org.fleetscope.ui.anomalies;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.fleetscope.job.JobRunner;
import org.fleetscope.model.Finding;
import org.fleetscope.model.Incident;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.session.ViewQuery;
import org.fleetscope.ui.support.LatestJob;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.ui.support.TimeText;
import org.fleetscope.workspace.Diagnosis;

/**
 * The incidents in scope, most severe first, and the one chosen with what drives it. Influencers
 * are computed for the chosen one only.
 */
public final class IncidentsModel {
    /** Findings from here on join into incidents, as on the command line. */
    private static final double JOIN_SEVERITY = 50;

    /**
     * @param rows made when asked for
     */
    record Ranked(Diagnosis diagnosis, List<Incident> rows) {}

    private final ReadOnlyObjectWrapper<Load<IncidentDetail>> chosen =
            new ReadOnlyObjectWrapper<>(new Load.Idle<>());
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper runOpen = new ReadOnlyBooleanWrapper();
    private final Session session;
    private final RunDetailModel detail;
    private final ViewQuery<Ranked> query;
    private final LatestJob explaining;
    private String chosenId = "";

    IncidentsModel(Session session, JobRunner runner, RunDetailModel detail) {
        this.session = session;
        this.detail = detail;
        this.explaining = new LatestJob(runner);
        this.query =
                new ViewQuery<>(
                        session,
                        runner,
                        "Joining findings into incidents",
                        (view, job) -> {
                            Diagnosis diagnosis = view.diagnosis(JOIN_SEVERITY, job);
                            return new Ranked(diagnosis, diagnosis.incidents());
                        });
        query.state().addListener((property, before, now) -> follow(now));
        session.workspace().addListener((property, before, now) -> forget());
    }

    ReadOnlyObjectProperty<Load<Ranked>> ranked() {
        return query.state();
    }

    /** The incident chosen; idle while there is none. */
    ReadOnlyObjectProperty<Load<IncidentDetail>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** "12 incidents". */
    ReadOnlyStringProperty count() {
        return count.getReadOnlyProperty();
    }

    /** Whether the run of one of its findings is shown in place of the incident. */
    ReadOnlyBooleanProperty runOpen() {
        return runOpen.getReadOnlyProperty();
    }

    void setActive(boolean active) {
        query.setActive(active);
    }

    void retry() {
        query.retry();
    }

    void choose(Incident incident) {
        query.state()
                .get()
                .latest()
                .ifPresent(ranked -> {
                    runOpen.set(false);
                    chosenId = incident.id();
                    explain(incident, ranked.diagnosis());
                });
    }

    /** The chosen incident as the newest answer has it. */
    Optional<Incident> chosenIncident() {
        return query.state().get().latest().flatMap(found -> found.diagnosis().incident(chosenId));
    }

    /** Explains the chosen one again, after a failure for instance. */
    void explainAgain() {
        query.state()
                .get()
                .latest()
                .ifPresent(ranked ->
                        ranked.diagnosis()
                                .incident(chosenId)
                                .ifPresent(known -> explain(known, ranked.diagnosis())));
    }

    /** Shows the run of a finding with its source line. */
    void openRun(Finding finding) {
        detail.show(finding);
        runOpen.set(true);
    }

    void backToIncident() {
        runOpen.set(false);
    }

    String agentName(UUID agent) {
        return session.latest().map(snapshot -> snapshot.agentName(agent)).orElse(agent.toString());
    }

    TimeText times() {
        return session.times();
    }

    private void follow(Load<Ranked> state) {
        if (state instanceof Load.Ready<Ranked> ready) {
            follow(ready.value());
        }
    }

    private void follow(Ranked ranked) {
        int size = ranked.rows().size();
        count.set(Numbers.count(size) + (size == 1 ? " incident" : " incidents"));
        if (!chosenId.isEmpty()) {
            ranked.diagnosis()
                    .incident(chosenId)
                    .ifPresentOrElse(known -> explain(known, ranked.diagnosis()), this::forget);
        }
    }

    private void explain(Incident incident, Diagnosis diagnosis) {
        Load<IncidentDetail> before = chosen.get();
        IncidentDetail same =
                before.latest()
                        .filter(old -> old.incident().id().equals(incident.id()))
                        .orElse(null);
        chosen.set(new Load.Loading<>(same));
        explaining.start(
                "Explaining an incident",
                job -> IncidentDetail.of(incident, diagnosis),
                made -> chosen.set(new Load.Ready<>(made)),
                failure -> chosen.set(Load.failed(failure)));
    }

    private void forget() {
        explaining.cancel();
        chosenId = "";
        runOpen.set(false);
        chosen.set(new Load.Idle<>());
    }
}
