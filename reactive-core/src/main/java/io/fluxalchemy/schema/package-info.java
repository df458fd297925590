/**
 * Table definitions as values, the tables users declare in code, and the DDL statements made from both. Start reading at
 * {@link io.fluxalchemy.schema.TableDefinition}.
 */
@NullMarked
package io.fluxalchemy.schema;

import org.jspecify.annotations.NullMarked;
