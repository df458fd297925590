/** Schemas created, filled and dropped on real servers. */
@org.jspecify.annotations.NullMarked
package io.fluxalchemy.schema;
