package io.fluxalchemy.sql;

import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.TemplateNode;
import io.fluxalchemy.type.SqlType;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads rows of text into records, component by component, or one column into a class that has a type of its own. */
final class RecordReader {

    private RecordReader() {}

    static <T> Selection<T> of(Class<T> type) {
        return type.isRecord() ? ofRecord(type) : ofScalar(type);
    }

    private static <T> Selection<T> ofScalar(Class<T> type) {
        if (ValueTypes.find(type) == null) {
            throw new StatementException(
                    "as(" + type.getSimpleName()
                            + ".class): neither a record nor a class with a type of its own; use as(selectable) or map(row -> …)");
        }
        return new Selection<>(
                List.of(),
                (row, from) -> {
                    Object value = row.get(from);
                    if (value != null && !type.isInstance(value)) {
                        throw new ConversionException("the first column of the result is a "
                                + value.getClass().getSimpleName() + ", not a " + type.getSimpleName()
                                + ": cast it in the text");
                    }
                    return type.cast(value);
                },
                List.of());
    }

    private static <T> Selection<T> ofRecord(Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        Constructor<T> constructor = canonical(type, components);
        List<SelectItem> items = new ArrayList<>();
        for (RecordComponent component : components) {
            items.add(item(type, component));
        }
        return new Selection<>(
                items,
                (row, from) -> {
                    @Nullable Object[] values = new Object[components.length];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = row.get(from + i);
                        if (values[i] == null && components[i].getType().isPrimitive()) {
                            throw new ConversionException(
                                    "column " + items.get(i).label() + " is NULL, and component "
                                            + components[i].getName() + " of " + type.getSimpleName() + " is a "
                                            + components[i].getType() + ": use its class, or coalesce in the text");
                        }
                    }
                    return create(constructor, values);
                },
                List.of());
    }

    private static SelectItem item(Class<?> type, RecordComponent component) {
        Class<?> boxed = MethodType.methodType(component.getType()).wrap().returnType();
        SqlType<?> found = ValueTypes.find(boxed);
        if (found == null) {
            throw new StatementException("as(" + type.getSimpleName() + ".class): no type goes with component "
                    + component.getName() + " of class " + boxed.getName()
                    + "; use map(row -> …), or as(row(…).into(" + type.getSimpleName() + "::new))");
        }
        return new SelectItem(new TemplateNode(component.getName(), List.of()), found, columnName(component.getName()));
    }

    /** {@code authorName} is read from column {@code author_name}. */
    private static String columnName(String component) {
        return component.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static <T> Constructor<T> canonical(Class<T> type, RecordComponent[] components) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            if (!constructor.trySetAccessible()) {
                throw new StatementException("as(" + type.getSimpleName()
                        + ".class): the record's module does not open its package to reflection; use map(row -> …)");
            }
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new StatementException("as(" + type.getSimpleName() + ".class): no canonical constructor", e);
        }
    }

    private static <T> T create(Constructor<T> constructor, @Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new ConversionException(
                    "the constructor of " + constructor.getDeclaringClass().getSimpleName() + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new ConversionException(
                    constructor.getDeclaringClass().getSimpleName() + " cannot be made from a row", e);
        }
    }
}
