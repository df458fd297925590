/** Entities whose columns hold documents. */
package io.fluxalchemy.columns.people;
