/** Entities with ids of two columns. */
package io.fluxalchemy.session.copies;
