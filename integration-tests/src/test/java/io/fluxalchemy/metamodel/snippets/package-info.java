/**
 * What users write compiles, and their mistakes do not: the statements of the design, compiled against the generated tables of
 * the shop. They stand as text among the resources, so that a broken one fails a test and not the build.
 */
package io.fluxalchemy.metamodel.snippets;
