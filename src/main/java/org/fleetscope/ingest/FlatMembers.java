package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiConsumer;

/** Objects as columns: members of inner objects by their dotted path. */
final class FlatMembers {
    private FlatMembers() {}

    /** Hands over every member that is no object, and empty objects. */
    static void each(ObjectNode object, BiConsumer<String, JsonNode> to) {
        each("", object, to);
    }

    private static void each(String prefix, ObjectNode object, BiConsumer<String, JsonNode> to) {
        object.properties()
                .forEach(member -> {
                    String name = prefix + member.getKey();
                    if (member.getValue() instanceof ObjectNode inner && !inner.isEmpty()) {
                        each(name + ".", inner, to);
                    } else {
                        to.accept(name, member.getValue());
                    }
                });
    }
}
