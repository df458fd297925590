package io.fluxalchemy.processor.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;

/** Column names that {@code @AttributeOverride} gives to attributes declared elsewhere. */
final class Overrides {

    private Overrides() {}

    /** Attribute to column. Reports an override of an attribute that is not among {@code known}. */
    static Map<String, String> read(Element place, Set<String> known, Problems problems) {
        Map<String, String> result = new HashMap<>();
        for (Mark override : marks(place)) {
            String name = override.text("name");
            Mark column = override.mark("column");
            String columnName = column == null ? null : column.text("name");
            if (name == null || !known.contains(name)) {
                problems.report(
                        place,
                        "@AttributeOverride names the attribute " + name + ", which does not exist",
                        "Name one of " + known.stream().sorted().toList());
            } else if (column == null || columnName == null || !column.written().equals(Set.of("name"))) {
                problems.report(
                        place,
                        "@AttributeOverride of " + name + " can only rename the column",
                        "Write column = @Column(name = \"…\")");
            } else {
                result.put(name, columnName);
            }
        }
        return result;
    }

    private static List<Mark> marks(Element place) {
        List<Mark> result = new ArrayList<>();
        Mark one = Mark.find(place, "AttributeOverride");
        if (one != null) {
            result.add(one);
        }
        Mark many = Mark.find(place, "AttributeOverrides");
        if (many != null) {
            result.addAll(many.marks("value"));
        }
        return result;
    }
}
