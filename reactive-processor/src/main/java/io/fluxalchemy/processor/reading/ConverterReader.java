package io.fluxalchemy.processor.reading;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.fluxalchemy.processor.shape.ColumnType;
import io.fluxalchemy.processor.shape.ColumnType.Kind;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads {@code @Convert}: a field of any class, kept as what its converter makes of it. */
final class ConverterReader {

    private final Language language;
    private final BasicTypes basics;

    ConverterReader(Language language) {
        this.language = language;
        this.basics = new BasicTypes(language);
    }

    /** The column type; null if the converter does not fit, which has been reported. */
    @Nullable
    ColumnType read(MappedField field, Mark convert, Problems problems) {
        TypeMirror converter = convert.type("converter");
        TypeElement converterElement = converter == null ? null : language.element(converter);
        DeclaredType contract =
                converter == null ? null : language.supertype(converter, Mark.PERSISTENCE + "AttributeConverter");
        if (converterElement == null
                || contract == null
                || contract.getTypeArguments().size() != 2) {
            problems.report(
                    field.element(),
                    "@Convert names no converter",
                    "Name a class that implements AttributeConverter<" + Problems.text(language.boxed(field.type()))
                            + ", …>: @Convert(converter = …)");
            return null;
        }
        if (!constructible(converterElement, field)) {
            problems.report(
                    field.element(),
                    "the converter " + converterElement.getSimpleName() + " cannot be made",
                    "Make it a visible, concrete, static class with a no-argument constructor");
            return null;
        }
        TypeMirror accepted = contract.getTypeArguments().get(0);
        TypeMirror stored = contract.getTypeArguments().get(1);
        if (!language.types.isSameType(language.boxed(field.type()), accepted)) {
            problems.report(
                    field.element(),
                    "the converter " + converterElement.getSimpleName() + " converts " + Problems.text(accepted)
                            + ", the field is " + Problems.text(field.type()),
                    "Name a converter for the field's type");
            return null;
        }
        ColumnType storage = basics.of(stored, field.element());
        if (storage == null) {
            problems.report(
                    field.element(),
                    "the converter " + converterElement.getSimpleName() + " converts to " + Problems.text(stored)
                            + ", which has no column type",
                    "Convert to a basic type such as String, Integer or LocalDate");
            return null;
        }
        CodeBlock made = CodeBlock.of(
                "converted($L, $L, new $T())",
                storage.expression(),
                language.classToken(field),
                TypeName.get(converter));
        return new ColumnType(Kind.VALUE, field.shape().boxed(), null, made, true);
    }

    private boolean constructible(TypeElement converter, MappedField field) {
        boolean concrete = converter.getKind() == ElementKind.CLASS
                && !converter.getModifiers().contains(Modifier.ABSTRACT);
        boolean free = !converter.getNestingKind().isNested()
                || converter.getModifiers().contains(Modifier.STATIC);
        return concrete
                && free
                && language.nameable(converter, field.element())
                && ElementFilter.constructorsIn(converter.getEnclosedElements()).stream()
                        .anyMatch(c ->
                                c.getParameters().isEmpty() && !c.getModifiers().contains(Modifier.PRIVATE));
    }
}
