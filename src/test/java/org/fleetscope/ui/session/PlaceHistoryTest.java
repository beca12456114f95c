package org.fleetscope.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PlaceHistoryTest {
    private static final Scope CODERS = Scope.ALL.withTypes(Set.of("coder"));

    private final Deque<Runnable> later = new ArrayDeque<>();
    private final Map<String, Fields> states = new HashMap<>();
    private Place shown = new Place("overview", Scope.ALL, Fields.NONE);
    private final PlaceHistory history =
            new PlaceHistory(
                    () -> new Place(shown.screen(), shown.scope(), details(shown.screen())),
                    this::details,
                    place -> {
                        shown = place;
                        states.put(place.screen(), place.details());
                    },
                    later::add);

    @BeforeEach
    void begin() {
        history.reset();
        settle();
    }

    @Test
    void goesBackAndForwardThroughScreensAndScopes() {
        move("agents", Scope.ALL);
        move("agents", CODERS);
        history.back();
        assertThat(shown.screen() + shown.scope().types()).isEqualTo("agents[]");
        history.back();
        assertThat(shown.screen()).isEqualTo("overview");
        assertThat(history.canGoBack().get()).isFalse();
        history.forward();
        history.forward();
        assertThat(shown.screen() + shown.scope().types()).isEqualTo("agents[coder]");
        assertThat(history.canGoForward().get()).isFalse();
    }

    @Test
    void changesOfOneTurnAreOneStep() {
        shown = new Place("timeline", Scope.ALL, Fields.NONE);
        history.moved();
        states.put("timeline", Fields.NONE.with(Placed.ITEM, "a"));
        shown = new Place("timeline", CODERS, Fields.NONE);
        history.moved();
        settle();
        history.back();
        assertThat(shown.screen()).isEqualTo("overview");
    }

    @Test
    void anotherAgentIsAStepAndZoomIsNone() {
        look("a", "");
        look("a", "12");
        look("b", "");
        history.back();
        assertThat(shown.details().value(Placed.ITEM) + shown.details().value("from"))
                .isEqualTo("a12");
        history.back();
        assertThat(shown.screen()).isEqualTo("overview");
    }

    @Test
    void aScreenComesBackAsItWasLeft() {
        look("a", "");
        states.put("timeline", Fields.NONE.with(Placed.ITEM, "a").with("from", "99"));
        move("agents", Scope.ALL);
        history.back();
        assertThat(shown.details().value("from")).isEqualTo("99");
    }

    @Test
    void aNewStepForgetsTheWayForward() {
        move("agents", Scope.ALL);
        history.back();
        move("anomalies", Scope.ALL);
        assertThat(history.canGoForward().get()).isFalse();
        history.back();
        assertThat(shown.screen()).isEqualTo("overview");
    }

    @Test
    void aPlaceIsReadAsItWasWritten() {
        Scope scope =
                new Scope(
                        new TimeRange(-5, 1_767_225_600_000_001L),
                        Set.of("a&b=c", "größe %"),
                        Set.of(java.util.UUID.fromString("00000000-0000-4000-8000-000000000001")),
                        Set.of("node+1"),
                        Set.of(1, 9),
                        Set.of(" "));
        Place place = new Place("timeline", scope, Fields.NONE.with("x", "1\n2&").with("x", "3"));
        assertThat(Place.read(place.text())).contains(place);
        assertThat(place.text()).doesNotContain("\n");
        assertThat(Place.read("")).isEmpty();
        assertThat(Place.read("scope=from%3Dx")).isEmpty();
        assertThat(Place.read("scope=%zz")).isEmpty();
    }

    private Fields details(String screen) {
        return states.getOrDefault(screen, Fields.NONE);
    }

    private void look(String agent, String from) {
        states.put("timeline", Fields.NONE.with(Placed.ITEM, agent).with("from", from));
        move("timeline", Scope.ALL);
    }

    private void move(String screen, Scope scope) {
        shown = new Place(screen, scope, details(screen));
        history.moved();
        settle();
    }

    private void settle() {
        while (!later.isEmpty()) {
            later.pop().run();
        }
    }
}
