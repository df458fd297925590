package io.fluxalchemy.mapping.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The database fills the column when the attribute is null at the insert; the value is in the entity after the flush, by the insert
 * itself. An update writes what the attribute holds, null included.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface ServerDefault {

    /** The expression as it stands in DDL, such as {@code current_timestamp(6)}. */
    String value();
}
