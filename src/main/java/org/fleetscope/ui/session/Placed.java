package org.fleetscope.ui.session;

/** A screen that can be left and come back to as it was. Lives on the UI thread. */
public interface Placed {
    /** A screen with nothing of its own to come back to. */
    Placed NOTHING =
            new Placed() {
                @Override
                public Fields place() {
                    return Fields.NONE;
                }

                @Override
                public void restore(Fields place) {}
            };

    /**
     * Name of the field that tells one thing looked at from another: an agent's id for instance.
     */
    String ITEM = "item";

    /** What is looked at and how; {@link #ITEM} for the thing itself. */
    Fields place();

    /** Shows again what {@link #place} told; what no longer exists is left out. */
    void restore(Fields place);

    /** Has something run whenever {@link #place} tells something else. */
    default void onMoved(Runnable moved) {}
}
