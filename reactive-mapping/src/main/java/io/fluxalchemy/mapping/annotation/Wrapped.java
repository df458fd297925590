package io.fluxalchemy.mapping.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * SQL around the attribute's values: its column is of {@code Types.wrapped(…)}. {@code @Wrapped(write = "pgp_sym_encrypt({0},
 * current_setting('app.key'))", read = "pgp_sym_decrypt({0}, current_setting('app.key'))", declaredAs = "bytea")}. The texts only compute.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Wrapped {

    /** Around each value that is bound; {@code {0}} is the value. */
    String write();

    /** Around the column where it is read; {@code {0}} is the column, alone for nothing around it. */
    String read();

    /** The type that DDL declares, where it is not that of the attribute. */
    String declaredAs() default "";
}
