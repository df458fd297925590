/** Entities with columns that one database alone has, and with SQL around values. */
package io.fluxalchemy.columns.machines;
