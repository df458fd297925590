package io.fluxalchemy.mapping.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The attribute's values are nobody's business: its column is of {@code Types.sensitive(…)}, so an engine that logs values shows a
 * mark in their place. It is stored, read and compared as without the annotation; it encrypts nothing.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Sensitive {}
