package io.fluxalchemy.processor.reading;

import io.fluxalchemy.processor.shape.BasicShape;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;

/** The id of a relation's target, as far as foreign keys need it. */
final class IdColumns {

    private final FieldReader fields;
    private final BasicReader basics;
    private final EmbeddableReader embeddables;

    IdColumns(Language language) {
        this.fields = new FieldReader(language);
        this.basics = new BasicReader(language);
        this.embeddables = new EmbeddableReader(language);
    }

    /** The columns of the id, none if it cannot be read: then the target's own problems say why. */
    List<BasicShape> of(TypeElement entity) {
        Problems ofTarget = new Problems();
        List<MappedField> all = fields.fields(entity, ofTarget);
        Set<String> names = all.stream().map(MappedField::name).collect(Collectors.toSet());
        Map<String, String> overrides = Overrides.read(Ancestry.root(entity), names, ofTarget);
        for (MappedField field : all) {
            if (Mark.has(field.element(), "EmbeddedId") && embeddables.embeddable(field)) {
                return embeddables.embedded(field, true, ofTarget).columns();
            }
            if (Mark.has(field.element(), "Id")) {
                BasicShape id = basics.read(field, BasicShape.Role.ID, null, ofTarget);
                if (id == null) {
                    return List.of();
                }
                String override = overrides.get(id.name());
                return List.of(override == null ? id : id.inColumn(override));
            }
        }
        return List.of();
    }
}
