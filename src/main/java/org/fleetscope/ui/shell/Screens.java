package org.fleetscope.ui.shell;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.fleetscope.model.Finding;
import org.fleetscope.model.TimeRange;
import org.fleetscope.ui.action.ActionRegistry;
import org.fleetscope.ui.agents.AgentsController;
import org.fleetscope.ui.agents.AgentsViewModel;
import org.fleetscope.ui.aggregations.AggregationsController;
import org.fleetscope.ui.aggregations.AggregationsViewModel;
import org.fleetscope.ui.anomalies.AnomaliesController;
import org.fleetscope.ui.anomalies.AnomaliesViewModel;
import org.fleetscope.ui.anomalies.RunDetailModel;
import org.fleetscope.ui.compare.CompareController;
import org.fleetscope.ui.compare.CompareViewModel;
import org.fleetscope.ui.compare.Recordings;
import org.fleetscope.ui.overview.LanesController;
import org.fleetscope.ui.overview.OverviewController;
import org.fleetscope.ui.overview.OverviewViewModel;
import org.fleetscope.ui.quality.LimitsModel;
import org.fleetscope.ui.quality.QualityActions;
import org.fleetscope.ui.quality.QualityController;
import org.fleetscope.ui.quality.QualityViewModel;
import org.fleetscope.ui.quality.RepairModel;
import org.fleetscope.ui.session.Dialogs;
import org.fleetscope.ui.session.FileExports;
import org.fleetscope.ui.session.JobBoard;
import org.fleetscope.ui.session.Navigator;
import org.fleetscope.ui.session.Placed;
import org.fleetscope.ui.session.SavedScopes;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.session.UiSettings;
import org.fleetscope.ui.sql.SqlActions;
import org.fleetscope.ui.sql.SqlController;
import org.fleetscope.ui.sql.SqlViewModel;
import org.fleetscope.ui.support.Views;
import org.fleetscope.ui.timeline.TimelineViewModel;
import org.fleetscope.workspace.WorkspaceOpener;
import org.jspecify.annotations.Nullable;

/** The screens with their models, and the ways from one to another. */
final class Screens implements Navigator {
    private final Session session;
    private final JobBoard jobs;
    private final Dialogs dialogs;
    private final MainModel main;
    private final ActionRegistry actions;
    private final TimelineFrameModel timeline;
    private final AnomaliesViewModel anomalies;
    private final QualityViewModel quality;
    private final QualityController qualityScreen;
    private final CompareViewModel compare;
    private final SqlViewModel sql;

    Screens(
            Session session,
            JobBoard jobs,
            Dialogs dialogs,
            UiSettings settings,
            MainModel main,
            ActionRegistry actions,
            SavedScopes saved,
            WorkspaceOpener opener) {
        this.session = session;
        this.jobs = jobs;
        this.dialogs = dialogs;
        this.main = main;
        this.actions = actions;
        timeline = new TimelineFrameModel(session, new TimelineViewModel(jobs, session.times()));
        anomalies = new AnomaliesViewModel(session, jobs, new RunDetailModel(session, jobs, this));
        quality = new QualityViewModel(session, jobs, new RepairModel(session, jobs, dialogs));
        compare =
                new CompareViewModel(
                        session,
                        jobs,
                        saved,
                        this,
                        new Recordings(opener, jobs, dialogs),
                        new FileExports(jobs, dialogs));
        qualityScreen = new QualityController(quality, new LimitsModel(session, jobs));
        sql = new SqlViewModel(session, jobs, dialogs, settings);
    }

    /** Adds what only one screen can do. */
    void addActions() {
        QualityActions.add(
                actions,
                quality,
                session.workspace().isNotNull(),
                main.screen().isEqualTo(ScreenId.QUALITY),
                () -> main.screen().set(ScreenId.QUALITY),
                qualityScreen::readmitSelected);
        SqlActions.add(actions, sql);
    }

    /** Lets go of what screens keep open beside the workspace, and then runs what is given. */
    void close(Runnable then) {
        compare.close(then);
    }

    /** Loads all of them, when their actions are there. */
    List<Screen> load() {
        return Arrays.stream(ScreenId.values()).map(this::load).toList();
    }

    private Screen load(ScreenId id) {
        return switch (id) {
            case OVERVIEW -> {
                OverviewViewModel model = new OverviewViewModel(session, jobs, this);
                yield new Screen(
                        id,
                        Views.load(
                                "/fxml/overview/OverviewView.fxml",
                                new OverviewController(model),
                                new LanesController(model.lanes())),
                        model::setActive,
                        Placed.NOTHING);
            }
            case AGENTS -> {
                AgentsViewModel model = new AgentsViewModel(session, jobs, this);
                yield new Screen(
                        id,
                        Views.load("/fxml/agents/AgentsView.fxml", new AgentsController(model)),
                        model::setActive,
                        model);
            }
            case TIMELINE ->
                    new Screen(
                            id,
                            Views.load(
                                    "/fxml/shell/TimelineFrameView.fxml",
                                    new TimelineFrameController(timeline)),
                            timeline::setActive,
                            timeline);
            case ANOMALIES ->
                    new Screen(
                            id,
                            Views.load(
                                    "/fxml/anomalies/AnomaliesView.fxml",
                                    new AnomaliesController(
                                            anomalies, actions.get("file.report")::perform)),
                            anomalies::setActive,
                            anomalies);
            case AGGREGATIONS -> {
                AggregationsViewModel model =
                        new AggregationsViewModel(session, jobs, dialogs, this);
                yield new Screen(
                        id,
                        Views.load(
                                "/fxml/aggregations/AggregationsView.fxml",
                                new AggregationsController(model)),
                        model::setActive,
                        model);
            }
            case QUALITY ->
                    new Screen(
                            id,
                            Views.load("/fxml/quality/QualityView.fxml", qualityScreen),
                            quality::setActive,
                            Placed.NOTHING);
            case COMPARE ->
                    new Screen(
                            id,
                            Views.load(
                                    "/fxml/compare/CompareView.fxml",
                                    new CompareController(compare)),
                            compare::setActive,
                            Placed.NOTHING);
            case SQL ->
                    new Screen(
                            id,
                            Views.load("/fxml/sql/SqlView.fxml", new SqlController(sql)),
                            sql::setActive,
                            Placed.NOTHING);
        };
    }

    @Override
    public void openAgent(UUID agent, @Nullable TimeRange focus) {
        main.screen().set(ScreenId.TIMELINE);
        timeline.show(agent, focus);
    }

    @Override
    public void openFinding(Finding finding) {
        main.screen().set(ScreenId.ANOMALIES);
        anomalies.open(finding);
    }

    @Override
    public void openAnomalies() {
        main.screen().set(ScreenId.ANOMALIES);
    }

    @Override
    public void openRejected(@Nullable Long importId) {
        main.screen().set(ScreenId.QUALITY);
        quality.show(importId);
    }
}
