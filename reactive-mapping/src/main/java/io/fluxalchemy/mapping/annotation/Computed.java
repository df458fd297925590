package io.fluxalchemy.mapping.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The database computes the column from others of its row; nobody writes it. The value is in the entity after each flush that wrote
 * the row: an insert brings it back itself, an update is followed by one query for all rows it changed.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Computed {

    /** The expression over the row's columns as it stands in DDL, such as {@code price * quantity}. */
    String value();
}
