package org.fleetscope.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.fleetscope.model.Scope;
import org.fleetscope.ui.fixture.MemorySettings;
import org.junit.jupiter.api.Test;

final class SavedScopesTest {
    private static final Scope NODE = Scope.ALL.withHosts(Set.of("node-17"));

    private final MemorySettings settings = new MemorySettings();
    private final SavedScopes saved = new SavedScopes(settings);

    @Test
    void areThereAtTheNextStartNewestFirst() {
        saved.save("Night shift, 2 & 3", NODE);
        saved.save("All", Scope.ALL);
        assertThat(new SavedScopes(settings).list())
                .containsExactly(
                        new SavedScopes.Named("All", Scope.ALL),
                        new SavedScopes.Named("Night shift, 2 & 3", NODE));
    }

    @Test
    void aNameStandsForOneScope() {
        saved.save("mine", Scope.ALL);
        saved.save("mine", NODE);
        assertThat(saved.list()).containsExactly(new SavedScopes.Named("mine", NODE));
    }

    @Test
    void oneThatIsForgottenStaysForgotten() {
        saved.save("mine", NODE);
        saved.remove(saved.list().getFirst());
        assertThat(new SavedScopes(settings).list()).isEmpty();
    }

    @Test
    void aLineThatSaysNothingIsLeftOut() {
        settings.keep("scopes", "rubbish\nname=x&scope=from%3Da");
        assertThat(new SavedScopes(settings).list()).isEmpty();
    }
}
