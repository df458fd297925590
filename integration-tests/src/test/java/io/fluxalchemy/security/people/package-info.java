/** Entities with columns that are nobody's business, or not everybody's to write. */
package io.fluxalchemy.security.people;
