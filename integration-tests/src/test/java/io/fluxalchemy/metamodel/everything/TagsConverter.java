package io.fluxalchemy.metamodel.everything;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

class TagsConverter extends TextConverter<Map<String, List<String>>> {

    @Override
    public String convertToDatabaseColumn(Map<String, List<String>> tags) {
        return String.join(" ", tags.get("all"));
    }

    @Override
    public Map<String, List<String>> convertToEntityAttribute(String stored) {
        return Map.of("all", Arrays.asList(stored.split(" ")));
    }
}
