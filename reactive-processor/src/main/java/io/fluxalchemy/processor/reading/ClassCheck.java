package io.fluxalchemy.processor.reading;

import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/** Whether generated code can name and make instances of a class. */
final class ClassCheck {

    private final Language language;

    ClassCheck(Language language) {
        this.language = language;
    }

    void mappable(TypeElement type, String what, Problems problems) {
        if (type.getKind() != ElementKind.CLASS) {
            String fix = what.equals("entity")
                    ? "Make it a class with a no-argument constructor: its state is loaded and tracked field by field"
                    : "Make it a class or a record";
            problems.report(type, "an " + what + " cannot be " + kind(type), fix);
            return;
        }
        nameable(type, what, problems);
        Set<Modifier> modifiers = type.getModifiers();
        if (modifiers.contains(Modifier.ABSTRACT) && !what.equals("entity")) {
            problems.report(
                    type,
                    "the " + what + " is abstract",
                    "Make it concrete, or share its fields with @MappedSuperclass instead of @" + annotation(what));
        }
        if (!((DeclaredType) type.asType()).getTypeArguments().isEmpty()) {
            problems.report(
                    type,
                    "the " + what + " has type parameters",
                    "Put them on a @MappedSuperclass and say them in the class that extends it");
        }
        if (!problems.any()) {
            constructor(type, problems);
        }
    }

    void nameable(TypeElement type, String what, Problems problems) {
        if (type.getNestingKind() == NestingKind.LOCAL) {
            problems.report(
                    type, "the " + what + " is a local class", "Make it a class of its own or a static nested class");
            return;
        }
        if (!language.nameable(type, type)) {
            problems.report(
                    type, "the " + what + " is private or inside a private class", "Make it package-private or wider");
        }
        boolean inner = type.getNestingKind() == NestingKind.MEMBER
                && type.getKind() == ElementKind.CLASS
                && !type.getModifiers().contains(Modifier.STATIC);
        if (inner) {
            problems.report(type, "the " + what + " is an inner class", "Make it static");
        }
    }

    private void constructor(TypeElement type, Problems problems) {
        for (ExecutableElement constructor : ElementFilter.constructorsIn(type.getEnclosedElements())) {
            if (!constructor.getParameters().isEmpty()) {
                continue;
            }
            if (constructor.getModifiers().contains(Modifier.PRIVATE)) {
                problems.report(
                        type,
                        "its no-argument constructor is private",
                        "Make it package-private or wider: rows are read into new instances");
            } else if (!constructor.getThrownTypes().isEmpty()) {
                problems.report(type, "its no-argument constructor declares exceptions", "Remove the throws clause");
            }
            return;
        }
        problems.report(
                type,
                "it has no constructor without arguments",
                "Add one, package-private or wider: rows are read into new instances");
    }

    private static String kind(Element type) {
        return switch (type.getKind()) {
            case RECORD -> "a record";
            case ENUM -> "an enum";
            case INTERFACE -> "an interface";
            default -> "a " + type.getKind().name().toLowerCase(java.util.Locale.ROOT);
        };
    }

    private static String annotation(String what) {
        return what.equals("entity") ? "Entity" : "Embeddable";
    }
}
