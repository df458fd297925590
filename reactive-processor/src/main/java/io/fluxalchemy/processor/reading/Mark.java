package io.fluxalchemy.processor.reading;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** An annotation as it is written, read without its class. What is not written has the default the caller names. */
final class Mark {

    static final String PERSISTENCE = "jakarta.persistence.";

    private final AnnotationMirror mirror;

    Mark(AnnotationMirror mirror) {
        this.mirror = mirror;
    }

    /** The annotation of {@code jakarta.persistence} with this simple name, or null. */
    static @Nullable Mark find(Element element, String name) {
        return findExact(element, PERSISTENCE + name);
    }

    static @Nullable Mark findExact(Element element, String qualifiedName) {
        for (AnnotationMirror candidate : element.getAnnotationMirrors()) {
            Mark mark = new Mark(candidate);
            if (mark.qualifiedName().equals(qualifiedName)) {
                return mark;
            }
        }
        return null;
    }

    static boolean has(Element element, String name) {
        return find(element, name) != null;
    }

    String qualifiedName() {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
    }

    String simpleName() {
        return mirror.getAnnotationType().asElement().getSimpleName().toString();
    }

    boolean ofPersistence() {
        return qualifiedName().startsWith(PERSISTENCE);
    }

    /** The members that are written. */
    Set<String> written() {
        return mirror.getElementValues().keySet().stream()
                .map(member -> member.getSimpleName().toString())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A text, or null where it is not written or blank. */
    @Nullable
    String text(String member) {
        Object value = value(member);
        return value instanceof String text && !text.isBlank() ? text : null;
    }

    boolean flag(String member, boolean absent) {
        return value(member) instanceof Boolean flag ? flag : absent;
    }

    int number(String member, int absent) {
        return value(member) instanceof Integer number ? number : absent;
    }

    /** The constant of an enumeration by name. */
    String constant(String member, String absent) {
        return value(member) instanceof VariableElement constant
                ? constant.getSimpleName().toString()
                : absent;
    }

    @Nullable
    TypeMirror type(String member) {
        return value(member) instanceof TypeMirror type ? type : null;
    }

    List<String> constants(String member) {
        return values(member, VariableElement.class).stream()
                .map(constant -> constant.getSimpleName().toString())
                .toList();
    }

    List<String> texts(String member) {
        return values(member, String.class);
    }

    List<Mark> marks(String member) {
        return values(member, AnnotationMirror.class).stream().map(Mark::new).toList();
    }

    @Nullable
    Mark mark(String member) {
        return value(member) instanceof AnnotationMirror nested ? new Mark(nested) : null;
    }

    private <T> List<T> values(String member, Class<T> type) {
        Object value = value(member);
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(item -> ((AnnotationValue) item).getValue())
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        }
        return type.isInstance(value) ? List.of(type.cast(value)) : List.of();
    }

    private @Nullable Object value(String member) {
        for (Map.Entry<?, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            if (entry.getKey() instanceof Element element
                    && element.getSimpleName().contentEquals(member)) {
                return entry.getValue().getValue();
            }
        }
        return null;
    }
}
