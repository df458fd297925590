package io.fluxalchemy.processor.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;

/** The order of a collection: {@code @OrderBy} with attributes of the target. */
final class OrderReader {

    private final FieldReader fields;
    private final EmbeddableReader embeddables;

    OrderReader(Language language) {
        this.fields = new FieldReader(language);
        this.embeddables = new EmbeddableReader(language);
    }

    /** Attributes of the target, with {@code desc} behind those that descend; empty for the order of ids. */
    List<String> read(MappedField field, TypeElement target, Problems problems) {
        Mark mark = Mark.find(field.element(), "OrderBy");
        String value = mark == null ? null : mark.text("value");
        if (value == null) {
            return List.of();
        }
        Set<String> sortable = sortable(target);
        List<String> result = new ArrayList<>();
        for (String part : value.split(",", -1)) {
            String[] words = part.trim().split("\\s+");
            String direction = words.length == 2 ? words[1].toLowerCase(Locale.ROOT) : "asc";
            if (words.length > 2 || !Set.of("asc", "desc").contains(direction)) {
                problems.report(
                        field.element(),
                        "@OrderBy cannot read \"" + part.trim() + "\"",
                        "Write attributes with ASC or DESC, separated by commas");
            } else if (!sortable.contains(words[0])) {
                problems.report(
                        field.element(),
                        "@OrderBy names " + target.getSimpleName() + "." + words[0]
                                + ", which is no attribute to order by",
                        "Name one of " + sortable.stream().sorted().toList());
            } else {
                result.add(direction.equals("desc") ? words[0] + " desc" : words[0]);
            }
        }
        return result;
    }

    private Set<String> sortable(TypeElement target) {
        return fields.fields(target, new Problems()).stream()
                .filter(f -> RelationReader.mark(f) == null && !embeddables.embeddable(f))
                .map(MappedField::name)
                .collect(Collectors.toSet());
    }
}
