package io.fluxalchemy.processor.reading;

import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;

/** The refusals of one mapped class, each with the element, what is wrong and what to do. Not thread-safe. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    /** Reports what is wrong with an element and how to put it right. */
    void report(Element where, String what, String fix) {
        found.add(new Problem(where, place(where) + ": " + what + ". " + fix + "."));
    }

    /** How messages write a type: without packages and annotations. */
    static String text(TypeMirror type) {
        return type.toString()
                .replaceAll("@[\\w.]+(\\([^)]*\\))? ?", "")
                .replaceAll("\\b(?:[a-z_]\\w*\\.)+(?=[A-Z])", "")
                .replace(",", ", ");
    }

    public boolean any() {
        return !found.isEmpty();
    }

    /**
     * Hands all of them to the compiler. A problem of an element outside {@code root}, such as a field of a superclass in a
     * jar, is shown at {@code root}, so that it has a line.
     */
    public void printTo(Messager messager, TypeElement root) {
        for (Problem problem : found) {
            messager.printMessage(Diagnostic.Kind.ERROR, problem.text(), within(problem.where(), root));
        }
    }

    private static Element within(Element where, TypeElement root) {
        for (Element e = where; e != null; e = e.getEnclosingElement()) {
            if (e.equals(root)) {
                return where;
            }
        }
        return root;
    }

    private static String place(Element where) {
        String name = where.getKind() == ElementKind.METHOD
                ? where.toString()
                : where.getSimpleName().toString();
        boolean type = where.getKind().isClass() || where.getKind().isInterface();
        Element owner = where.getEnclosingElement();
        return owner == null || type ? name : owner.getSimpleName() + "." + name;
    }

    private record Problem(Element where, String text) {}
}
