/** Entities that extend entities, on every database. */
package io.fluxalchemy.inheritance;
