package io.fluxalchemy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that the value returned by a method, or by every method of a type, must be used. A {@code Mono} nobody subscribes to
 * and a statement nobody runs do nothing; Error Prone recognises this annotation by its simple name and reports such a loss.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PACKAGE})
public @interface CheckReturnValue {}
