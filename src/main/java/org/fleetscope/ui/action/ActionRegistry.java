package org.fleetscope.ui.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/** Every action of the program, in the order of the menus. */
public final class ActionRegistry {
    private static final ObservableBooleanValue ALWAYS = Bindings.createBooleanBinding(() -> true);

    private final List<Action> actions = new ArrayList<>();

    /** Adds an action that can always be done. */
    public void add(String menu, String id, String title, @Nullable String shortcut, Runnable run) {
        add(menu, id, title, shortcut, ALWAYS, run);
    }

    public void add(
            String menu,
            String id,
            String title,
            @Nullable String shortcut,
            ObservableBooleanValue enabled,
            Runnable run) {
        KeyCombination keys = shortcut == null ? null : KeyCombination.valueOf(shortcut);
        actions.add(new Action(id, title, menu, keys, enabled, run));
    }

    public List<Action> all() {
        return List.copyOf(actions);
    }

    public List<Action> inMenu(String menu) {
        return actions.stream().filter(action -> action.menu().equals(menu)).toList();
    }

    /**
     * The action of an id.
     *
     * @throws NoSuchElementException when there is none
     */
    public Action get(String id) {
        return actions.stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no action " + id));
    }

    /** Enabled actions whose title holds every word of a text, in any case. */
    public List<Action> search(String text) {
        List<String> words = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return actions.stream()
                .filter(action -> action.enabled().get())
                .filter(action -> matches(action, words))
                .toList();
    }

    private static boolean matches(Action action, List<String> words) {
        String title = (action.menu() + " " + action.title()).toLowerCase(Locale.ROOT);
        return words.stream().allMatch(title::contains);
    }
}
