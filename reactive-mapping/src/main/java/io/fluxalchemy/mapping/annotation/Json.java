package io.fluxalchemy.mapping.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps the attribute as a JSON document in one column, whatever its class. The {@link io.fluxalchemy.type.JsonCodec} on the class
 * path reads and writes it; queries reach into it with {@code path}, {@code text} and {@code number}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Json {}
