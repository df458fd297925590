/** Entities whose columns the database fills. */
package io.fluxalchemy.schema.tenants;
